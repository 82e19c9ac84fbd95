import ChineseText
import Linting
import Reading
import SourceText

/// The sentences of a draft that a model takes for faults.
struct SuspectSentences {
  struct Suspect {
    let range: Range<Int>
    let certainty: SentenceModel.Certainty
  }

  /// By the id of the rule.
  private(set) var suspects: [String: [Suspect]] = [:]

  init(_ draft: ScannedDraft, _ model: SentenceModel) throws {
    let text = draft.text.span
    for block in draft.draft.blocks.prefix(while: { !$0.isHidden })
    where !block.isCode && !block.context.contains(.references)
      && draft.scan.hanCount(in: block.text) >= Self.fewestHan
    {
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
    guard draft.scan.hanCount(in: range) >= Self.fewestHan,
      Self.longestClause(of: range, in: draft) >= Self.fewestHanOfClause,
      !draft.scan.isOpaque(at: range.lowerBound), try !Self.isRule(range, of: draft),
      try !Debunking(draft: draft).covers(range.lowerBound),
      let rule = model.rule(for: suspicion, in: range, of: text)
    else { return }
    let range = draft.text.trimmed(range)
    suspects[rule, default: []].append(Suspect(range: range, certainty: suspicion.certainty))
  }

  /// Whether a sentence says what the law does to whoever commits the fault.
  private static func isRule(_ range: Range<Int>, of draft: ScannedDraft) throws -> Bool {
    let isLaw = try Guards.lawText.matches(range, of: draft.text)
    return try isLaw || penalty.matches(range, of: draft.text)
  }

  private static let penalty = SentenceTest(
    "的，(?:一律|将|应当?)?(?:依法|依规|依纪|按规定|按照规定|给予|责令|移送|处以|追究|取消)"
  )

  /// How many Han characters the clause with the most has.
  private static func longestClause(of range: Range<Int>, in draft: ScannedDraft) -> Int {
    var longest = 0
    var count = 0
    var offset = range.lowerBound
    while offset < range.upperBound, let scalar = draft.text.scalar(at: offset) {
      if isHan(scalar) {
        count += 1
        longest = max(longest, count)
      } else if "，、；：,;:\u{3000}（）()".unicodeScalars.contains(scalar) {
        count = 0
      }
      offset += UTF8.width(scalar)
    }
    return longest
  }

  /// A drug's or a department's name alone says nothing.
  private static let fewestHan = 8
  /// Nor does a row of names.
  private static let fewestHanOfClause = 6
  /// Six characters have so many pieces.
  private static let fewestPieces = 11
}
