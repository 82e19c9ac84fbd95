import Linting
import Reading
import Rules
import Testing

@Suite struct CaseCheckTests {
  private func fault(in example: RuleCase) throws -> String? {
    let rule = try #require(ruleset.rules.first { $0.info.id == "punctuation/halfwidth-comma" })
    return try linter(of: rule).fault(in: example, of: rule.info.id)?.zh
  }

  @Test func `a case that holds has no fault`() throws {
    #expect(try fault(in: .ok("", "多喝水，勤洗手。")) == nil)
    #expect(try fault(in: .flags("", "多喝水⟦,⟧勤洗手。", fixed: "多喝水，勤洗手。")) == nil)
    #expect(try fault(in: .flags("", "<p>多喝水⟦,⟧勤洗手。</p>")) == nil)
  }

  @Test func `what a case says wrongly is told`() throws {
    #expect(try fault(in: .ok("", "多喝水,勤洗手。")) == "应报无，却报「,」")
    #expect(try fault(in: .flags("", "多喝⟦水，⟧勤洗手。")) == "应报「水，」，却报无")
    #expect(try fault(in: .flags("", "多喝水,勤洗手。")) == "应报全文，却报「,」")
    #expect(try fault(in: .ok("", ""))?.hasPrefix("没能检查：") ?? false)
    #expect(
      try fault(in: .flags("", "多喝水⟦,⟧勤洗手。", fixed: "多喝水、勤洗手。"))
        == "改后应为「多喝水、勤洗手。」，却是「多喝水，勤洗手。」"
    )
  }
}
