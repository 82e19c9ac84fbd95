import Foundation

/// A draft on the disk, and what the API calls its format.
struct DraftFile {
  let text: String
  let format: String

  init(_ path: String) throws {
    guard let content = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(message: "\(path): 读不到（cannot be read）")
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw CommandFailure(message: "\(path): 不是 UTF-8（not UTF-8）")
    }
    self.text = text
    format =
      switch URL(fileURLWithPath: path).pathExtension.lowercased() {
      case "html", "htm", "xhtml": "html"
      case "txt", "text": "text"
      default: "markdown"
      }
  }
}
