import Linting
import Reading
import Reporting
import Reviewing
import Rules
import Serving
import Testing

struct LinterCheckerTests {
  @Test func `findings come with positions, names and digests of their words`() throws {
    let result = try check("# 周六开诊\n\n本院治愈率100%。\n")
    #expect(result.verdict == .block && result.title == "周六开诊" && result.failure == nil)
    #expect(result.today == "2026-11-21")
    #expect(Set(result.findings.map(\.fingerprint)).count == result.findings.count)
    for finding in result.findings where finding.matched != nil {
      #expect(finding.matched == Digest(of: finding.text.utf8))
      #expect(finding.start.byte <= finding.end.byte && finding.start.line >= 1)
    }
  }

  @Test func `a finding keeps how it is mended, but not where something is confidential`() throws {
    let result = try check("# 周六开诊\n\n请带好证件,准时到一楼。<!-- HIS服务器IP地址为10.12.3.4 -->\n")
    let comma = try #require(result.findings.first { $0.text == "," })
    #expect(comma.advice?.title.zh == "改为「，」" && comma.advice?.isSafe == true)
    let masked = result.findings.filter { $0.matched == nil }
    #expect(!masked.isEmpty && masked.allSatisfy { $0.advice == nil })
  }

  @Test func `what a comment puts aside counts at the gate`() throws {
    let text = "# 周六开诊\n\n<!-- hegui-disable advert -- 试试 -->\n\n本院治愈率100%。\n"
    let result = try check(text)
    #expect(result.verdict == .block)
    #expect(result.findings.contains { $0.group == "advert" })
  }

  @Test func `confidential words are masked and have no digest`() throws {
    let result = try check("# 周六开诊\n\n患者家属王某的手机号是13874652190。\n")
    let found = try #require(result.findings.first { $0.group == "privacy" })
    #expect(!found.text.contains("13874652190") && found.matched == nil)
  }

  @Test func `of what freezes nothing but the rules is told`() throws {
    let result = try check("# 会议纪要\n\n绝密★启用前\n\n甲乙丙丁的内容。\n")
    #expect(!result.freezing.isEmpty)
    #expect(result.findings.isEmpty && result.title == nil)
  }

  @Test func `what cannot be judged is incomplete`() throws {
    #expect(try check("").verdict == .incomplete)
  }

  private func check(_ text: String) throws -> CheckResult {
    let ruleset = try #require(TestServer.ruleset)
    let checker = LinterChecker(
      linter: try TestServer.linter.get(),
      book: RuleBook(rules: ruleset.infos, sources: ruleset.sources),
      ruleset: ruleset.digest
    )
    let manuscript = Manuscript(
      format: .markdown,
      text: text,
      column: ID("col_1"),
      channels: ["wechat"]
    )
    return checker.check(manuscript, at: TestServer.now)
  }
}
