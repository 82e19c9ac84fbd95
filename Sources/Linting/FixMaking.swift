import ChineseText
import Reading
package import SourceText

extension ScannedDraft {
  /// A fix that replaces a part of the prose.
  ///
  /// Nil where a tag, a comment or a line's markup stands inside the part, and where the part is an address or names
  /// one: an edit must not swallow or break it.
  package func fix(
    _ title: Localized,
    _ safety: Fix.Safety,
    replacing range: Range<Int>,
    with text: String
  ) -> Fix? {
    edit(replacing: range, with: text).map { Fix(title, safety, [$0]) }
  }

  /// The edit of such a fix.
  package func edit(replacing range: Range<Int>, with text: String) -> Edit? {
    guard draft.map.isContiguous(range), draft.format != .markdown || !isLinkLabel(range) else {
      return nil
    }
    return Edit(withEscape(before: range), escaped(text))
  }

  /// A fix of several parts, all or none.
  package func fix(
    _ title: Localized,
    _ safety: Fix.Safety,
    replacing parts: [(range: Range<Int>, text: String)]
  ) -> Fix? {
    let edits = parts.compactMap { edit(replacing: $0.range, with: $0.text) }
    return edits.count == parts.count ? Fix(title, safety, edits) : nil
  }

  /// Whether a part of the source is written in Markdown, front matter apart.
  package func isMarkdown(_ source: SourceRange) -> Bool {
    guard draft.format == .markdown else { return false }
    let opening = draft.source.bytes.prefix(6)
    guard opening.contains(UInt8(ascii: "-")) else { return true }
    let frontMatter = draft.skipped.first { $0.reason == .frontMatter }
    return source.start >= frontMatter?.range.end ?? 0
  }

  /// The source of a part, with the backslash of Markdown that escapes its first character: before another one
  /// it would be shown.
  private func withEscape(before range: Range<Int>) -> SourceRange {
    let place = source(of: range)
    let bytes = draft.source.bytes
    guard place.start > 0, place.start < bytes.count,
      bytes[place.start - 1] == UInt8(ascii: "\\"), isMarkdown(place)
    else { return place }
    let before = range.lowerBound - 1..<range.lowerBound
    if before.lowerBound >= 0, text[before.lowerBound] == UInt8(ascii: "\\"),
      source(of: before).end == place.start
    {
      return place
    }
    return SourceRange(place.start - 1, range.isEmpty ? place.start - 1 : place.end)
  }

  private func isLinkLabel(_ range: Range<Int>) -> Bool {
    let labels = fact(LinkLabels.self).ranges
    let next = labels.partitioningIndex { $0.lowerBound > range.lowerBound }
    return next > 0 && labels[next - 1].contains(range.lowerBound)
  }

  /// New text as the draft's format writes it: in HTML `&` and `<` are references.
  private func escaped(_ text: String) -> String {
    guard draft.format == .html else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// The texts of links in Markdown that are addresses, or names of references that are defined elsewhere: `<https://a.cn>`,
/// `[甲]`, `[甲][]`.
private struct LinkLabels: DraftFact {
  /// Ascending.
  let ranges: [Range<Int>]

  init(_ draft: ScannedDraft) {
    let bytes = draft.draft.source.bytes
    ranges = draft.draft.links.lazy.map(\.text).filter { text in
      guard !text.isEmpty else { return false }
      var end = draft.source(of: text).end
      while end < bytes.count, "*_~`".utf8.contains(bytes[end]) { end += 1 }
      guard end < bytes.count else { return false }
      if bytes[end] == UInt8(ascii: ">") { return true }
      guard bytes[end] == UInt8(ascii: "]") else { return false }
      let next = bytes[min(end + 1, bytes.count)...].prefix(2)
      return next.first != UInt8(ascii: "(")
        && (next.first != UInt8(ascii: "[") || next.elementsEqual("[]".utf8))
    }.sorted { $0.lowerBound < $1.lowerBound }
  }
}
