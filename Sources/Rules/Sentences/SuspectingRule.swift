import ChineseText
import Linting
import SourceText

/// A rule that also finds the sentences that a model takes for its fault.
///
/// Such a finding says that it may be one: it is a warning at most, asks for no step of the gate, and gives way to
/// any other finding about what the sentence says.
struct SuspectingRule: Rule {
  var base: any Rule
  let model: SentenceModel
  /// False where `hegui.yml` says `sentences: false`.
  private var asksModel = true

  init(base: any Rule, model: SentenceModel) {
    self.base = base
    self.model = model
  }

  var info: RuleInfo { base.info }
  var cases: [RuleCase] { base.cases }
  var lists: [String] { base.lists }
  var ownLists: [TermList] { base.ownLists }
  var patterns: [GatedPattern] { base.patterns }

  func configured(by options: inout RuleOptions) -> SuspectingRule {
    var rule = self
    rule.base = base.configured(by: &options)
    rule.asksModel = options.bool("sentences") ?? true
    return rule
  }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    let found = try base.check(draft)
    guard asksModel else { return found }
    let sentences = try draft.fact(by: model) { try SuspectSentences(draft, model) }
    guard !sentences.suspects.isEmpty, let suspects = sentences.suspects[info.id] else {
      return found
    }
    return found + suspects.map { finding(for: $0, in: draft) }
  }

  private func finding(for suspect: SuspectSentences.Suspect, in draft: ScannedDraft) -> Finding {
    var finding = finding(Self.message(of: info), at: suspect.range, in: draft)
    let most = suspect.certainty == .certain ? Severity.warning : .suggestion
    finding.severity = min(finding.severity, most)
    finding.escalation = nil
    finding.isGuess = true
    return finding
  }

  private static func message(of info: RuleInfo) -> Localized {
    Localized(
      "这句话读起来像「\(info.summary.zh)」，请核对；没有问题可以保留",
      "this sentence reads like \(info.summary.en): check it, and keep it if it is right"
    )
  }
}
