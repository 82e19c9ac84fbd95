package import SourceText

/// Bounds that keep a hostile or broken file from costing more than it may. Past one, nothing is read.
package struct ReadingLimits: Sendable {
  package var fileBytes = 20_000_000
  package var depth = 4096
  package var attributesInTag = 1000
  /// Data URIs are not counted.
  package var bytesInTag = 256 * 1024

  package init() {}
}

/// Why a draft could not be read.
package enum ReadingError: Error, Hashable, Sendable {
  case tooLarge(limit: Int)
  case tooDeep(limit: Int, line: Int)
  case tooManyAttributes(limit: Int, line: Int)
  case tagTooLong(limit: Int, line: Int)
  /// The parser gave up; `reason` is its own word for it.
  case parserFailed(reason: String)
}

/// Reads a decoded draft.
package func readDraft(
  _ source: Source,
  as format: DraftFormat,
  limits: ReadingLimits = ReadingLimits()
) throws(ReadingError) -> Draft {
  throw .parserFailed(reason: "not built yet")
}
