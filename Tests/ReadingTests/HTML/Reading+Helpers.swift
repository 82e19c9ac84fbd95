import Reading
import SourceText

/// A draft of a given text, as decoded from UTF-8.
func draft(
  _ text: String,
  as format: DraftFormat = .html,
  limits: ReadingLimits = ReadingLimits()
) throws(ReadingError) -> Draft {
  let source = Source(
    path: "draft",
    bytes: Array(text.utf8),
    encoding: "UTF-8",
    digest: "",
    faults: []
  )
  return try readDraft(source, as: format, limits: limits)
}

extension Draft {
  /// The texts of the blocks that a reader sees.
  var visibleTexts: [String] { blocks.filter { !$0.isHidden }.map(string(of:)) }
  var hiddenTexts: [String] { blocks.filter(\.isHidden).map(string(of:)) }

  func texts(of kind: InlineSpan.Kind) -> [String] {
    spans.filter { $0.kind == kind }.map { string(in: $0.text) }
  }

  func sourceText(of range: SourceRange) -> String { source.string(in: range) }

  /// Verbatim runs that differ from their source, and holes between runs.
  var mapFaults: [TextMap.Run] {
    var end = 0
    return map.runs.filter { run in
      defer { end = run.text.upperBound }
      if run.text.lowerBound != end { return true }
      guard run.isVerbatim else { return false }
      return !text[run.text].elementsEqual(source.bytes[run.source.start..<run.source.end])
    }
  }
}
