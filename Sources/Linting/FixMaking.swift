import Reading
package import SourceText

extension ScannedDraft {
  /// A fix that replaces a part of the prose.
  ///
  /// Nil where a tag, a comment or a line's markup stands inside the part: an edit must not swallow it.
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
    guard draft.map.isContiguous(range) else { return nil }
    return Edit(source(of: range), escaped(text))
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
