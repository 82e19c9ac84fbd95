import Testing

@testable import ChineseText

@Suite struct SentenceScalarsTests {
  private static let text = "发热时要多喝水。饭前便后洗手，每次20秒！ICU不能随便进😷"
  private static let parts = [0..<24, 24..<59, 59..<text.utf8.count]

  private let scalars = SentenceScalars(Self.parts, of: Array(Self.text.utf8))

  private func needed(_ branches: [[String]]...) -> NeededLiterals {
    NeededLiterals(branches.map { $0.map { $0.map(TextGrams.Sign.init(of:)) } })
  }

  @Test("What stands in a text is never taken to be missing", arguments: [0, 1, 2])
  func holds(part: Int) {
    let bytes = Array(Self.text.utf8)[Self.parts[part]]
    let characters = Array(String(decoding: bytes, as: UTF8.self))
    for start in characters.indices {
      for end in start..<characters.count {
        let literal = String(characters[start...end])
        #expect(needed([[literal]]).mayStand(among: scalars.union(part..<part + 1)), "\(literal)")
      }
    }
  }

  @Test("A match needs a literal of each link in one of the branches")
  func links() {
    let first = scalars.union(0..<1)
    #expect(needed([["洗手", "喝水"], ["发热"]]).mayStand(among: first))
    #expect(!needed([["喝水"], ["洗手"]]).mayStand(among: first))
    #expect(needed([["喝水"], ["洗手"]], [["发热"]]).mayStand(among: first))
    #expect(!needed([["洗手"]], [["饭前"], ["发热"]]).mayStand(among: first))
  }

  @Test("One of many literals is enough, none is too few", arguments: ["喝水", "发热", "多喝", "要多"])
  func many(literal: String) {
    let missing = ["糖尿病", "高血压", "冠心病", "哮喘", "肺炎", "流感", "手术", "化疗", "门诊", "疫苗", "体检", "针灸"]
    let first = scalars.union(0..<1)
    #expect(!needed([missing]).mayStand(among: first))
    #expect(needed([missing + [literal], [literal]]).mayStand(among: first))
    #expect(!needed([missing + [literal], missing]).mayStand(among: first))
    #expect(needed([missing], [[literal] + missing]).mayStand(among: first))
  }

  @Test("Texts together hold what each of them holds")
  func union() {
    #expect(needed([["喝水"], ["洗手"]]).mayStand(among: scalars.union(0..<2)))
    #expect(!needed([["喝水"], ["随便"]]).mayStand(among: scalars.union(0..<2)))
    #expect(needed([["喝水"], ["随便"]]).mayStand(among: scalars.union(0..<3)))
  }

  @Test("What was kept of literals tells the same")
  func kept() throws {
    let missing = ["糖尿病", "高血压", "冠心病", "哮喘", "肺炎", "流感", "手术", "化疗", "门诊", "疫苗", "体检", "针灸"]
    let all = [
      NeededLiterals([]), needed([["洗手"]]), needed([["洗手", "喝水"], missing], [["发热"], ["水"]]),
      needed([missing, ["发热", "病"]]),
    ]
    for needed in all {
      let kept = try #require(NeededLiterals(words: needed.words))
      #expect(kept.words == needed.words)
      for part in 0..<3 {
        let scalars = scalars.union(part..<part + 1)
        #expect(kept.mayStand(among: scalars) == needed.mayStand(among: scalars))
      }
      let grams = TextGrams(Array(Self.text.utf8))
      #expect(kept.mayStand(in: grams) == needed.mayStand(in: grams))
    }
  }

  @Test(
    "What cannot have been kept is told",
    arguments: [[2], [5, 0], [1 << 63], [3, .max], [3, 70_000 << 24]] as [[UInt64]]
  )
  func damaged(words: [UInt64]) {
    #expect(NeededLiterals(words: words) == nil)
  }

  @Test("Where nothing is needed a match may be anywhere")
  func nothing() {
    #expect(NeededLiterals([]).mayStand(among: scalars.union(0..<1)))
    #expect(needed([["糖尿病"]], []).mayStand(among: scalars.union(0..<1)))
  }
}
