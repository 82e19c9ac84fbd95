package import Linting
package import Reading
import SourceText

extension Linter {
  /// The report of a text as if it were a file in UTF-8.
  package func lint(
    _ text: String,
    as format: DraftFormat,
    beside: [String: FileBeside] = [:]
  ) -> DraftReport {
    let name = format == .html ? "draft.html" : format == .markdown ? "draft.md" : "draft.txt"
    return lint(path: name, bytes: Array(text.utf8), format: format) { _ in beside }
  }

  /// The text after all fixes have been made, round by round.
  package func fixing(
    _ text: String,
    as format: DraftFormat,
    unsafe: Bool,
    beside: [String: FileBeside] = [:]
  ) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<8 {
      let report = lint(path: "draft", bytes: bytes, format: format) { _ in beside }
      let selection = FixSelection(of: report.findings, unsafe: unsafe)
      if selection.edits.isEmpty { break }
      bytes = applying(selection.edits, to: bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
