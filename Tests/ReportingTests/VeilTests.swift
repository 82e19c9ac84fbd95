import Linting
import Reading
import Reporting
import SourceText
import TestSupport
import Testing

struct VeilTests {
  private let text = "家属电话13912345678,请联系"

  private var mobile: Finding {
    finding("13912345678", in: text, rule: "privacy/mobile", message: "出现个人手机号")
  }

  @Test func `a confidential text keeps its first and last characters`() {
    let written = object(of: report(text, [mobile]))
    #expect(written.contains(#""text": "139****5678""#))
    #expect(!written.contains("13912345678"))
  }

  @Test(
    arguments: [
      ("11010519491231002X", "110105********002X"), ("张建国", "张**"), ("李雷", "李*"),
      ("京A12345", "京*****5"), ("138-1234-5678", "138-****-5678"),
    ]
  )
  func `masks are those that the handbook accepts`(secret: String, shown: String) {
    let found = finding(secret, in: "是\(secret)。", rule: "privacy/mobile")
    #expect(object(of: report("是\(secret)。", [found])).contains(#""text": "\#(shown)""#))
  }

  @Test func `another finding over the same text shows and says nothing of it`() {
    let other = finding("13912345678,请", in: text, message: "「13912345678」有误")
    let fix = Fix(Localized("改", "mend"), .safe, [Edit(other.range, "13912345678，请")])
    let fixable = finding("13912345678,请", in: text, message: "「13912345678」有误", fix: fix)
    let written = object(of: report(text, [mobile, fixable], title: text))
    #expect(!written.contains("13912345678"))
    #expect(written.contains(#""message": "错别字""#))
    #expect(written.contains(#""title": "家属电话139****5678,请联系""#))
  }

  @Test func `a confidential text stays so where its finding is not listed`() {
    var draft = report(text, [mobile, finding("家属电话13912345678,请", in: text)])
    draft.findings.removeAll { $0.rule == "privacy/mobile" }
    #expect(draft.findings.count == 1)
    #expect(!(object(of: draft) + pretty(draft)).contains("13912345678"))
  }

  @Test func `thousands of confidential texts are cheap`() {
    let text = String(repeating: "13912345678,", count: 5_000)
    let findings = (0..<5_000).map { index in
      var found = mobile
      found.range = SourceRange(index * 12, index * 12 + 11)
      return found
    }
    let elapsed = threadTime { _ = object(of: report(text, findings)) }
    #expect(elapsed < .seconds(20))
  }

  @Test func `the line shown has the mask too, for every finding on it`() {
    let shown = pretty(report(text, [mobile, finding("请联系", in: text)]))
    #expect(!shown.contains("13912345678"))
    #expect(shown.contains("家属电话139****5678,请联系"))
  }

  @Test func `the number is masked again in the address of its link`() {
    let text = "电话[13912345678](tel:13912345678)"
    let shown = pretty(report(text, [finding("13912345678", in: text, rule: "privacy/mobile")]))
    #expect(!shown.contains("13912345678"))
  }

  @Test func `the end of an address is not shown`() {
    let text = "住址：苏州市姑苏区人民路123号5幢602室"
    let shown = pretty(report(text, [finding(text, in: text, rule: "privacy/home-address")]))
    #expect(!shown.contains("602"))
    #expect(!shown.contains("123"))
  }

  @Test func `the fingerprint of a secret does not depend on it`() {
    let first = report("电话13912345678", [confidential("13912345678", in: "电话13912345678")])
    let second = report("电话13700000000", [confidential("13700000000", in: "电话13700000000")])
    #expect(fingerprint(of: first) == fingerprint(of: second))
  }

  @Test func `under freeze nothing of the text is shown`() {
    let secret = "机密★10年，布署方案"
    let mark = finding(
      "机密★10年",
      in: secret,
      rule: "secrecy/classification-mark",
      escalation: .freeze,
      message: "检测到密级标志特征"
    )
    let other = finding("布署", in: secret, message: "「布署」应为「部署」")
    let frozen = report(secret, [mark, other], title: secret)
    let written = object(of: frozen) + pretty(frozen)
    for part in ["机密", "布署方案", "「布署」"] { #expect(!written.contains(part)) }
    #expect(object(of: frozen).contains(#""text": """#))
    #expect(object(of: frozen).contains(#""title": null"#))
  }

  private func confidential(_ part: String, in text: String) -> Finding {
    finding(part, in: text, rule: "privacy/mobile")
  }
}

struct FingerprintTests {
  @Test func `a finding keeps its name when its line moves`() {
    let line = "我们布署了工作。"
    let first = report(line, [finding("布署", in: line)])
    let moved = "# 新的标题\n\n另一段。\n\n" + line
    #expect(fingerprint(of: first) == fingerprint(of: report(moved, [finding("布署", in: moved)])))
  }

  @Test func `the same fault twice has two names`() {
    let text = "布署\n布署\n"
    let second = Finding(
      rule: "wording/typo",
      severity: .error,
      message: Localized("有误", "wrong"),
      range: SourceRange(7, 13)
    )
    let written = object(of: report(text, [finding("布署", in: text), second]))
    #expect(Set(fingerprints(in: written)).count == 2)
  }

  @Test func `another text or rule has another name`() {
    let text = "布署与布属"
    let findings = [
      finding("布署", in: text), finding("布属", in: text), finding("布署", in: text, rule: "slang/word"),
    ]
    #expect(Set(fingerprints(in: object(of: report(text, findings)))).count == 3)
  }
}

func fingerprint(of report: DraftReport) -> String? {
  fingerprints(in: object(of: report)).first
}

func fingerprints(in object: String) -> [String] {
  object.split(separator: #""fingerprint": ""#, omittingEmptySubsequences: false).dropFirst()
    .map { String($0.prefix(32)) }
}
