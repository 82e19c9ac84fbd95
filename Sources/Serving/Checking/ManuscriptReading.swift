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
    let bytes = Array(text.utf8)
    guard let source = try? decodeSource(path: "draft", bytes: bytes, options: DecodingOptions()),
      let draft = try? readDraft(source, as: format, limits: ReadingLimits())
    else {
      self.init(title: "", blocks: [], links: [], images: [], metadata: [:])
      return
    }
    self.init(of: draft)
  }
}
