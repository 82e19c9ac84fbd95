import ChineseText
import Linting
import Reading
import SourceText

/// The sentences of a draft that a model takes for faults, each with its rule.
struct SuspectSentences {
  struct Suspect {
    let range: Range<Int>
    let certainty: SentenceModel.Certainty
    let rule: String
  }

  private(set) var suspects: [Suspect] = []

  init(_ draft: ScannedDraft, _ model: SentenceModel) throws {
    let text = draft.text.span
    for block in draft.draft.blocks.prefix(while: { !$0.isHidden })
    where !block.isCode && !block.context.contains(.references) {
      try add(block.text, of: draft, text, model)
    }
  }

  /// A sentence is weighed alone and together with the one before it.
  private mutating func add(
    _ block: Range<Int>,
    of draft: ScannedDraft,
    _ text: Span<UInt8>,
    _ model: SentenceModel
  ) throws {
    var before: (range: Range<Int>, sums: SentenceWeights.Sums)?
    var start = block.lowerBound
    while start < block.upperBound {
      let range = draft.sentence(at: start)
      guard !range.isEmpty else { return }
      start = range.upperBound
      let sums = model.sums(of: range, in: text)
      // Fewer are no sentence.
      guard sums.pieces >= Self.fewestPieces else { continue }
      if let suspicion = model.suspicion(of: sums) {
        try add(range, suspicion, of: draft, text, model)
        before = nil
      } else if let (first, other) = before, let suspicion = model.suspicion(of: other + sums) {
        try add(first.lowerBound..<range.upperBound, suspicion, of: draft, text, model)
        before = nil
      } else {
        before = (range, sums)
      }
    }
  }

  private mutating func add(
    _ range: Range<Int>,
    _ suspicion: SentenceModel.Suspicion,
    of draft: ScannedDraft,
    _ text: Span<UInt8>,
    _ model: SentenceModel
  ) throws {
    guard !draft.scan.isOpaque(at: range.lowerBound),
      try !Debunking(draft: draft).covers(range.lowerBound),
      let rule = model.rule(for: suspicion, in: range, of: text)
    else { return }
    let range = draft.text.trimmed(range)
    suspects.append(Suspect(range: range, certainty: suspicion.certainty, rule: rule))
  }

  /// Six characters have so many pieces.
  private static let fewestPieces = 15
}

/// A rule that also finds the sentences that a model takes for its fault.
///
/// Such a finding says that it may be one: it is a warning at most, asks for no step of the gate, and gives way to
/// any other finding about what the sentence says.
struct SuspectingRule: Rule {
  var base: any Rule
  let model: SentenceModel

  var info: RuleInfo { base.info }
  var cases: [RuleCase] { base.cases }
  var lists: [String] { base.lists }
  var ownLists: [TermList] { base.ownLists }
  var patterns: [GatedPattern] { base.patterns }

  func configured(by options: inout RuleOptions) -> SuspectingRule {
    var rule = self
    rule.base = base.configured(by: &options)
    return rule
  }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    let found = try base.check(draft)
    let suspects = try draft.fact(by: model) { try SuspectSentences(draft, model) }.suspects
    return found
      + suspects.lazy.filter { $0.rule == info.id }.map { suspect in
        var finding = finding(Self.message(of: info), at: suspect.range, in: draft)
        let most = suspect.certainty == .certain ? Severity.warning : .suggestion
        finding.severity = min(finding.severity, most)
        finding.escalation = nil
        finding.isGuess = true
        return finding
      }
  }

  private static func message(of info: RuleInfo) -> Localized {
    Localized(
      "这句话可能有「\(info.summary.zh)」的问题，请核对；没有问题可以保留",
      "this sentence may be about \(info.summary.en): check it, and keep it if it is right"
    )
  }
}
