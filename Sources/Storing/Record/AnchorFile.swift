import Foundation
import Glibc
import Reviewing
import SourceText

/// Anchors, one a line, only ever added to; best kept on another disk.
struct AnchorFile: Sendable {
  let path: String

  /// In the order in which they were written; without lines that are no anchors, as a crash leaves them.
  func read() throws -> [Anchor] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    guard !FileUse.isFolder(path) else {
      throw StoreError.file(FileError(path: path, code: EISDIR))
    }
    guard let content = FileManager.default.contents(atPath: path) else {
      throw StoreError.missing(path: path)
    }
    return Array(content).split(separator: UInt8(ascii: "\n")).compactMap { Anchor(line: $0) }
  }

  /// The last one, found without reading the whole file.
  func last() throws -> Anchor? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    let size = try file.seekToEnd()
    try file.seek(toOffset: size > 4096 ? size - 4096 : 0)
    let end = try file.readToEnd() ?? Data()
    return end.split(separator: UInt8(ascii: "\n")).reversed().lazy
      .compactMap { Anchor(line: $0) }.first
  }

  /// On the disk when it returns.
  func append(_ anchors: [Anchor]) throws {
    guard !anchors.isEmpty else { return }
    if !FileManager.default.fileExists(atPath: path) { try DurableFile.create(path) }
    // Begins a line: the last one may have been cut short.
    let lines = anchors.map { [UInt8(ascii: "\n")] + $0.line }.joined()
    try DurableFile.append(Data(lines) + Data("\n".utf8), to: path)
  }
}
