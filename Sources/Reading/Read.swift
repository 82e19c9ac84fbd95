package import SourceText

/// Bounds that keep a hostile or broken file from costing more than it may.
///
/// Past one, nothing is read.
package struct ReadingLimits: Sendable {
  package var fileBytes = 20_000_000
  package var depth = 4096
  package var attributesInTag = 1000
  /// Data URIs are not counted.
  package var bytesInTag = 256 * 1024
  /// Open elements that the end tags of a draft are compared with, all in all.
  package var endTagSteps = 50_000_000
  package var images = 20_000

  package init() {}
}

/// Why a draft could not be read.
package enum ReadingError: Error, Hashable, Sendable {
  case tooLarge(limit: Int)
  case tooDeep(limit: Int, line: Int)
  case tooManyAttributes(limit: Int, line: Int)
  case tagTooLong(limit: Int, line: Int)
  case tooManyStrayEndTags(limit: Int, line: Int)
  case tooManyImages(limit: Int)
  /// The parser gave up; `reason` is its own word for it.
  case parserFailed(reason: String)
}

/// Reads a decoded draft; one of a Word document is decoded by `readWord`.
package func readDraft(
  _ source: Source,
  as format: DraftFormat,
  limits: ReadingLimits = ReadingLimits()
) throws(ReadingError) -> Draft {
  guard source.bytes.count <= limits.fileBytes else { throw .tooLarge(limit: limits.fileBytes) }
  switch format {
  case .html:
    return try readHTML(source.bytes, of: source, as: .html, limits: limits)
  case .markdown:
    let lowered = try lowerMarkdown(source, limits: limits)
    var draft = try readHTML(
      lowered.html,
      of: source,
      as: .markdown,
      lowered: lowered,
      limits: limits
    )
    draft.markFormulas()
    return draft
  case .text:
    return readText(source)
  case .docx:
    guard let markup = source.markup else { throw .parserFailed(reason: "no Word document") }
    let lowered = LoweredDraft(markup, of: source)
    return try readHTML(lowered.html, of: source, as: .docx, lowered: lowered, limits: limits)
  }
}
