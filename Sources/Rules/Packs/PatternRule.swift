import ChineseText
import Linting
import Reading

/// A rule whose faults are the matches of patterns.
struct PatternRule: Rule {
  let info: RuleInfo
  let cases: [RuleCase]
  let patterns: [GatedPattern]
  /// A match whose sentence matches one of these is no fault.
  let exceptions: [SentenceTest]
  let message: Localized

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    var findings: [Finding] = []
    var end = 0
    for match in try patterns.flatMap({ try $0.matches(in: draft) }).sorted(by: standsBefore) {
      guard match.lowerBound >= end, try isFault(match, in: draft) else { continue }
      end = match.upperBound
      let text = message.filled(["match": draft.draft.string(in: match)])
      findings.append(finding(text, at: match, in: draft))
    }
    return findings
  }

  private func isFault(_ match: Range<Int>, in draft: ScannedDraft) throws -> Bool {
    guard let block = draft.block(at: match.lowerBound), !block.isCode,
      !draft.scan.isOpaque(at: match.lowerBound)
    else { return false }
    let sentence = draft.sentence(at: match.lowerBound)
    return try !exceptions.contains { try $0.matches(sentence, of: draft.text) }
  }
}

private func standsBefore(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
  (left.lowerBound, right.upperBound) < (right.lowerBound, left.upperBound)
}
