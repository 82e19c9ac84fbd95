import Linting
import Testing

@testable import Rules

@Suite struct RuleOptionTests {
  @Test(arguments: [(2014, false), (2015, true), (2016, false), (2025, true)])
  func `an edition is one that there is`(edition: Int, isTaken: Bool) {
    var options = RuleOptions(["edition": .int(edition)])
    let rule = EntryOnlineFields().configured(by: &options)
    #expect(rule.edition == (isTaken ? edition : 2025))
    #expect(options.mismatches.map(\.expected.en) == (isTaken ? [] : ["one of 2015, 2025"]))
  }
}
