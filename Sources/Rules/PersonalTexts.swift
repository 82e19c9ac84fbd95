import ChineseText
import Linting
import Reading
import SourceText

/// The texts of a draft that may hold a person's data or a secret, whether readers see them or not.
struct PersonalTexts: DraftFact {
  /// The prose, hidden blocks included.
  let prose: PersonalText
  /// Alternative texts, file names, comments, metadata, telephone links; nil where there are none.
  let beside: PersonalText?
  let all: [PersonalText]

  init(_ draft: ScannedDraft) {
    prose = PersonalText(proseOf: draft)
    beside = draft.asides.map(PersonalText.init(asides:))
    all = [prose] + (beside.map { [$0] } ?? [])
  }
}

/// One such text, or all that stand beside the prose, joined.
///
/// A class: rules about persons hand it on with each match.
final class PersonalText: Sendable {
  let bytes: [UInt8]
  let runs: [DigitRun]
  /// Nil for the prose.
  private let asides: ScannedAsides?

  fileprivate init(proseOf draft: ScannedDraft) {
    bytes = draft.text
    runs = draft.mayHoldLongNumber ? digitRuns(in: bytes) : []
    asides = nil
  }

  fileprivate init(asides: ScannedAsides) {
    bytes = asides.text
    runs = asides.mayHoldLongNumber ? digitRuns(in: bytes) : []
    self.asides = asides
  }

  /// What stands at an offset; nil for prose.
  func kind(at offset: Int) -> ScannedAsides.Kind? { asides?.part(at: offset)?.kind }

  func isProse(at offset: Int) -> Bool { kind(at: offset) == nil }

  /// Hits of a term list, those in hidden blocks included, without what their entries say.
  func termHits(in list: String, of draft: ScannedDraft) -> ArraySlice<TermHit> {
    asides?.termHits(in: list) ?? draft.allTermHits(in: list)
  }

  func matches(of pattern: GatedPattern, in draft: ScannedDraft) throws -> [Range<Int>] {
    if let asides { return try pattern.matches(in: asides) }
    return try pattern.matches(in: draft) + pattern.hiddenMatches(in: draft)
  }

  /// The block or the text beside the prose that holds an offset.
  func bounds(at offset: Int, in draft: ScannedDraft) -> Range<Int> {
    if let asides { return asides.part(at: offset)?.range ?? offset..<offset }
    return draft.block(at: offset)?.text ?? offset..<offset
  }

  /// The sentence that holds an offset.
  func sentence(at offset: Int, in draft: ScannedDraft) -> Range<Int> {
    sentenceRange(around: offset, in: bounds(at: offset, in: draft), of: bytes)
  }

  func string(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  func source(of range: Range<Int>, in draft: ScannedDraft) -> SourceRange {
    guard let asides else { return draft.source(of: range) }
    guard let part = asides.part(at: range.lowerBound) else { return SourceRange(0, 0) }
    guard part.isVerbatim else { return part.place }
    let shift = part.place.start - part.range.lowerBound
    return SourceRange(range.lowerBound + shift, range.upperBound + shift)
  }

  /// The fix that masks digits; nil where they do not stand side by side in the source.
  func mask(_ range: Range<Int>, count: Int, in draft: ScannedDraft) -> Fix? {
    let title = Localized("遮盖中间几位", "mask the middle digits")
    let part = asides?.part(at: range.lowerBound)
    let isMarkdown = part == nil && draft.isMarkdown(draft.source(of: range))
    // In Markdown a row of asterisks may become emphasis.
    let stars = String(repeating: isMarkdown ? "\\*" : "*", count: count)
    guard let part else { return draft.fix(title, .unsafe, replacing: range, with: stars) }
    guard part.isVerbatim else { return nil }
    return Fix(title, .unsafe, [Edit(source(of: range, in: draft), stars)])
  }

  /// The words around a part: up to `before` and `after` characters of its block, in a table also the column's and
  /// the row's head.
  func context(
    of range: Range<Int>,
    before: Int,
    after: Int,
    in draft: ScannedDraft
  ) -> (before: String, after: String) {
    let bounds = bounds(at: range.lowerBound, in: draft)
    var heads = ""
    if asides == nil, let index = draft.blockIndex(at: range.lowerBound),
      draft.draft.blocks[index].kind == .tableCell
    {
      heads = tableHeads(of: index, in: draft.draft)
    }
    // Numbers may follow each other through a block of megabytes, and no character needs more bytes.
    let start = scalarStart(at: max(bounds.lowerBound, range.lowerBound - before * 64))
    let end = scalarStart(at: min(bounds.upperBound, range.upperBound + after * 64))
    let left = string(in: start..<max(start, range.lowerBound))
    let right = string(in: range.upperBound..<max(range.upperBound, end))
    return (heads + " " + left.suffix(before), String(right.prefix(after)))
  }

  private func scalarStart(at offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private func tableHeads(of cell: Int, in draft: Draft) -> String {
    for table in draft.tables {
      guard let row = table.rows.firstIndex(where: { $0.contains(cell) }),
        let column = table.rows[row].firstIndex(of: cell), let head = table.rows.first
      else { continue }
      let indices = head + (column < head.count ? [head[column]] : []) + table.rows[row].prefix(1)
      return indices.filter { $0 >= 0 && $0 != cell && $0 < draft.blocks.count }
        .map { draft.string(of: draft.blocks[$0]) }.joined(separator: " ")
    }
    return ""
  }
}
