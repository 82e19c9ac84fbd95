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
