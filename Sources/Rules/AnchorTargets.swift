import ChineseText
import Linting
import Reading
import SourceText

/// The places of a page that links of its own may lead to.
struct AnchorTargets {
  private var names: Set<String> = []
  /// Headings of Markdown, as letters and digits in lower case.
  private var headings: Set<String> = []
  /// Whether a script may add others.
  let mayHoldMore: Bool

  init(_ draft: Draft) {
    let bytes = draft.source.bytes
    mayHoldMore =
      draft.format == .html && bytes.firstOffset(of: "<script", in: 0..<bytes.count) != nil
    for note in draft.notes { names.insert(note.label) }
    for mark in ["id=", "name=", "ID=", "NAME="] { addValues(behind: mark, in: bytes) }
    for block in draft.blocks where block.headingLevel != nil {
      headings.insert(Self.slug(draft.string(of: block)))
    }
    addBraces(in: bytes, draft.format)
  }

  func hold(_ fragment: String) -> Bool {
    let name = percentDecoded(fragment)
    if names.contains(name) || names.contains(fragment) || name.hasPrefix("fn") { return true }
    if ["top", "header", "content", "main", "rd", "wechat_redirect"].contains(name.lowercased()) {
      return true
    }
    return headings.contains(Self.slug(name))
  }

  private mutating func addValues(behind mark: String, in bytes: [UInt8]) {
    var start = 0
    while let found = bytes.firstOffset(of: mark, in: start..<bytes.count) {
      start = found + mark.utf8.count
      guard found > 0, !isLetterByte(bytes[found - 1]), start < bytes.count else { continue }
      let quote = bytes[start]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      let first = isQuoted ? start + 1 : start
      let end = bytes[first...].prefix(300).firstIndex {
        isQuoted ? $0 == quote : $0 <= 0x20 || $0 == UInt8(ascii: ">")
      }
      guard let end else { continue }
      names.insert(String(decoding: bytes[first..<end], as: UTF8.self))
    }
  }

  /// `{#name}` behind a heading of Markdown.
  private mutating func addBraces(in bytes: [UInt8], _ format: DraftFormat) {
    guard format == .markdown else { return }
    var start = 0
    while let found = bytes.firstOffset(of: "{#", in: start..<bytes.count) {
      start = found + 2
      guard let end = bytes[start...].prefix(300).firstIndex(where: { $0 == 0x7D || $0 == 0x20 })
      else { continue }
      names.insert(String(decoding: bytes[start..<end], as: UTF8.self))
    }
  }

  private static func slug(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
