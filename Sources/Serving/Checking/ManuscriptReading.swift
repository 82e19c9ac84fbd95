import Linting
import Reading
import Reviewing
import SourceText

extension CanonicalContent {
  /// Of a manuscript; empty where it cannot be read, which its check says as well.
  init(reading manuscript: Manuscript) {
    self.init(reading: manuscript.text, as: manuscript.format)
  }

  init(reading text: String, as format: DraftFormat) {
    guard let draft = Serving.draft(reading: text, as: format) else {
      self.init(title: "", blocks: [], links: [], images: [], metadata: [:])
      return
    }
    self.init(of: draft)
  }
}

/// Nil for what cannot be read.
func draft(reading text: String, as format: DraftFormat) -> Draft? {
  let source = try? decodeSource(
    path: "draft",
    bytes: Array(text.utf8),
    options: DecodingOptions()
  )
  return source.flatMap { try? readDraft($0, as: format, limits: ReadingLimits()) }
}

/// A draft as HTML; nil for what cannot be read.
func rendered(_ text: [UInt8], as format: DraftFormat) -> String? {
  let source = try? decodeSource(path: "draft", bytes: text, options: DecodingOptions())
  return source.flatMap { try? renderedHTML($0, as: format) }
    .map { String(decoding: $0, as: UTF8.self) }
}
