import ChineseText
import Linting
import Reading
import SourceText

/// A text of a draft that may hold a person's data, whether readers see it or not.
struct PersonalText {
  enum Kind: Hashable {
    case prose
    /// An alternative text, a title, a comment, a value of metadata.
    case attribute
    /// The name of a file.
    case address
  }

  let kind: Kind
  let bytes: [UInt8]
  /// Where the text stands in the source; nil for prose.
  private let place: SourceRange?
  /// Whether the source has exactly these bytes.
  private let isVerbatim: Bool

  private init(prose: [UInt8]) {
    kind = .prose
    bytes = prose
    place = nil
    isVerbatim = true
  }

  private init(_ kind: Kind, _ value: Placed, in source: Source) {
    self.kind = kind
    bytes = Array(value.string.utf8)
    place = value.source
    isVerbatim = source.string(in: value.source) == value.string
  }

  /// All such texts: visible and hidden prose, alternative texts, file names, comments, metadata, telephone links.
  static func all(of draft: Draft) -> [PersonalText] {
    var texts = [PersonalText(prose: draft.text)]
    func add(_ kind: Kind, _ value: Placed?) {
      guard let value, !value.source.isEmpty, !value.string.hasPrefix("data:"),
        value.string.utf8.contains(where: { (0x30...0x39).contains($0) || $0 >= 0x80 })
      else { return }
      texts.append(PersonalText(kind, value, in: draft.source))
    }
    for image in draft.images {
      add(.attribute, image.alt)
      add(.attribute, image.title)
      add(.address, image.url)
    }
    for comment in draft.comments { add(.attribute, comment.text) }
    for entry in draft.metadata.entries
    where entry.origin == .frontMatter || entry.origin == .metaElement {
      add(.attribute, entry.value)
    }
    for link in draft.links where link.destination.string.lowercased().hasPrefix("tel:") {
      // A number that the reader sees is one finding, not two.
      if link.text.isEmpty { add(.attribute, link.destination) }
    }
    return texts
  }

  func source(of range: Range<Int>, in draft: ScannedDraft) -> SourceRange {
    guard let place else { return draft.source(of: range) }
    guard isVerbatim else { return place }
    return SourceRange(place.start + range.lowerBound, place.start + range.upperBound)
  }

  /// The fix that masks digits; nil where they do not stand side by side in the source.
  func mask(_ range: Range<Int>, count: Int, in draft: ScannedDraft) -> Fix? {
    let title = Localized("遮盖中间几位", "mask the middle digits")
    let isMarkdown = draft.draft.format == .markdown && kind == .prose
    // In Markdown a row of asterisks may become emphasis.
    let stars = String(repeating: isMarkdown ? "\\*" : "*", count: count)
    guard place != nil else { return draft.fix(title, .unsafe, replacing: range, with: stars) }
    guard isVerbatim else { return nil }
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
    var bounds = 0..<bytes.count
    var heads = ""
    if kind == .prose {
      guard let index = draft.blockIndex(at: range.lowerBound) else { return ("", "") }
      bounds = draft.draft.blocks[index].text
      if draft.draft.blocks[index].kind == .tableCell {
        heads = tableHeads(of: index, in: draft.draft)
      }
    }
    // Numbers may follow each other through a block of megabytes, and no character needs more bytes.
    let start = scalarStart(at: max(bounds.lowerBound, range.lowerBound - before * 64))
    let end = scalarStart(at: min(bounds.upperBound, range.upperBound + after * 64))
    let left = String(decoding: bytes[start..<max(start, range.lowerBound)], as: UTF8.self)
    let right = String(
      decoding: bytes[range.upperBound..<max(range.upperBound, end)],
      as: UTF8.self
    )
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
