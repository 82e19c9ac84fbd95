import Reading
import SourceText
import Testing

@Suite struct FormulaTests {
  private func code(in text: String) throws -> [String] {
    let source = Source(
      path: "draft.md",
      bytes: Array(text.utf8),
      encoding: "UTF-8",
      digest: "",
      faults: []
    )
    let draft = try readDraft(source, as: .markdown)
    return draft.spans.filter { $0.kind == .code }.map { draft.string(in: $0.text) }
  }

  @Test(
    arguments: [
      ("体重指数$BMI=\\frac{体重(kg)}{身高^2}$。", ["$BMI=\\frac{体重(kg)}{身高^2}$"]),
      ("差异显著（$p<0.05$），设$x$为天数。", ["$p<0.05$", "$x$"]),
      ("$$\ny = a_1 x\n$$", ["$$\ny = a_1 x\n$$"]),
      ("甲$$E=mc^2$$乙", ["$$E=mc^2$$"]),
    ]
  )
  func `a formula is code`(text: String, formulas: [String]) throws {
    #expect(try code(in: text) == formulas)
  }

  @Test(
    arguments: [
      "门诊费$5，药费$6，共$11。", "票价$10 = 70元，$20 = 140元。", "\\$a=b\\$", "设$ x $为天数",
      "US$5+US$6=$11", "$", "$$", "$$$$", "一$美元", "变量$PATH$",
    ]
  )
  func `a sum of money and a word between signs are prose`(text: String) throws {
    #expect(try code(in: text).isEmpty)
  }

  @Test func `a formula beside code is told from a sign in it`() throws {
    let text = "`甲`和$x$，`$y=1$`。\n\n设$z$为数，**写作**`$a`、`b$`。"
    #expect(try code(in: text) == ["甲", "$x$", "$y=1$", "$z$", "$a", "b$"])
  }

  @Test func `code stays one span`() throws {
    #expect(try code(in: "写作`$a=b$`。") == ["$a=b$"])
  }
}
