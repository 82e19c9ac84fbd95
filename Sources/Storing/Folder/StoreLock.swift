import Foundation
import Glibc

/// Keeps every other process out of a data folder until it goes away; the system lets go of it when the process
/// ends, however it ends.
final class StoreLock: Sendable {
  private let file: FileHandle

  init(path: String, folder: String) throws {
    if !FileManager.default.fileExists(atPath: path) { try DurableFile.create(path) }
    guard let file = FileHandle(forUpdatingAtPath: path) else {
      throw StoreError.missing(path: path)
    }
    guard flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw StoreError.inUse(folder: folder, process: Self.owner(in: file))
    }
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: Data("\(ProcessInfo.processInfo.processIdentifier)\n".utf8))
    self.file = file
  }

  deinit { release() }

  func release() { try? file.close() }

  private static func owner(in file: FileHandle) -> Int? {
    let bytes = (try? file.readToEnd()) ?? Data()
    return Int(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}
