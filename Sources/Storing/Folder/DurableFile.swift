import Foundation
import Glibc

/// Files that are on the disk when the call returns, readable by their owner only.
enum DurableFile {
  /// Refuses to replace one.
  static func create(_ path: String, content: Data = Data()) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw StoreError.exists(path: path)
    }
    let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
    try FileUse.requireWritable(path)
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: attributes)
    else { throw StoreError.missing(path: path) }
    try append(content, to: path)
    try synchronize(folderOf: path)
  }

  static func append(_ content: Data, to path: String) throws {
    guard let file = FileHandle(forUpdatingAtPath: path) else {
      throw StoreError.missing(path: path)
    }
    defer { try? file.close() }
    try FileUse.of(path) {
      try file.seekToEnd()
      try file.write(contentsOf: content)
      try file.synchronize()
    }
  }

  static func synchronize(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw StoreError.missing(path: path)
    }
    defer { try? file.close() }
    try file.synchronize()
  }

  /// Makes a new or renamed entry of a folder last.
  static func synchronize(folderOf path: String) throws {
    try synchronize(URL(fileURLWithPath: path).deletingLastPathComponent().path)
  }
}
