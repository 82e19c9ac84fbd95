import Linting
import Reading
import SourceText

/// A labelled draft of the corpus.
struct CorpusCase {
  /// The folder's name.
  let name: String
  let draftPath: String
  let format: DraftFormat
  let expectations: [Expectation]
  /// The day that the draft is judged on.
  let today: String
  let profile: Profile?

  struct Expectation: Hashable {
    /// From 1.
    let line: Int
    /// Stands on the line; empty for a finding about the whole draft.
    let text: String
    let rule: String
  }

  /// Nil for a folder that is no case.
  init?(folder: String) throws {
    let labels = joined(folder, "expected.txt")
    guard fileExists(labels) else { return nil }
    let names = try namesOfFiles(in: folder).filter { $0.hasPrefix("draft.") }
    guard let draft = names.first, names.count == 1, let format = Self.format(of: draft) else {
      throw CommandError(message: "\(folder): 应有且只有一份 draft.md、draft.html、draft.txt 或 draft.docx")
    }
    name = fileName(of: folder)
    draftPath = joined(folder, draft)
    self.format = format
    var headers: [String: String] = [:]
    var expectations: [Expectation] = []
    let text = String(decoding: try readFile(labels), as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      if line.hasPrefix("#") {
        let parts = line.dropFirst().split(separator: ":", maxSplits: 1)
        if parts.count == 2 { headers[trimmed(parts[0])] = trimmed(parts[1]) }
        continue
      }
      expectations.append(try Self.expectation(line, at: "\(labels):\(index + 1)"))
    }
    self.expectations = expectations
    today = headers["today"] ?? "2026-03-01"
    profile = headers["profile"].flatMap(Profile.init(rawValue:))
    if let word = headers["profile"], profile == nil {
      throw CommandError(message: "\(labels): 没有渠道 \(word)（there is no such profile）")
    }
  }

  private static func format(of name: String) -> DraftFormat? {
    switch ending(of: name) {
    case "md": .markdown
    case "docx": .docx
    case "html": .html
    case "txt": .text
    default: nil
    }
  }

  private static func expectation(_ line: Substring, at place: String) throws -> Expectation {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 3, let number = Int(columns[0]), number > 0, columns[2].contains("/")
    else {
      throw CommandError(message: "\(place): 应为「行号<TAB>文字<TAB>规则」（line, text and rule）")
    }
    return Expectation(line: number, text: String(columns[1]), rule: String(columns[2]))
  }
}

private func trimmed(_ text: Substring) -> String {
  var text = text
  while text.first?.isWhitespace ?? false { text.removeFirst() }
  while text.last?.isWhitespace ?? false { text.removeLast() }
  return String(text)
}
