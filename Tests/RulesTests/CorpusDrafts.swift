import Linting
import Reading
import SourceText
import TestSupport
import Testing

/// A file of the corpus.
struct CorpusDraft: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let format: DraftFormat

  var testDescription: String { name }

  static let all: [CorpusDraft] = {
    do {
      return try namesOfFiles(in: Repository.corpus).flatMap { name -> [CorpusDraft] in
        guard !name.contains(".") else { return [] }
        let folder = Repository.corpus + "/" + name
        return try namesOfFiles(in: folder).compactMap { file in
          guard let format = DraftFormat(fileName: file), file != "expected.txt" else { return nil }
          return CorpusDraft(
            name: name + "/" + file,
            bytes: try readFile(folder + "/" + file),
            format: format
          )
        }
      }
    } catch {
      preconditionFailure("the corpus cannot be read: \(error)")
    }
  }()
}

extension DraftFormat {
  fileprivate init?(fileName: String) {
    if fileName.hasSuffix(".md") {
      self = .markdown
    } else if fileName.hasSuffix(".html") {
      self = .html
    } else if fileName.hasSuffix(".txt") {
      self = .text
    } else {
      return nil
    }
  }
}
