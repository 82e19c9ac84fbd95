import ChineseText
import Linting
import SourceText

/// A rule with both a term list and patterns; where they find the same, the list speaks.
struct JoinedRule: Rule {
  let list: ListRule
  let pattern: PatternRule

  var info: RuleInfo { list.info }
  var cases: [RuleCase] { list.cases }
  var lists: [String] { list.lists }
  var ownLists: [TermList] { list.ownLists }
  var patterns: [GatedPattern] { pattern.patterns }
  var triggers: Triggers { [list.triggers, pattern.triggers] }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    let listed = list.check(draft)
    return try listed
      + pattern.check(draft).filter { match in
        !listed.contains { $0.range.overlaps(match.range) }
      }
  }
}
