import Foundation
import Glibc
import SourceText

extension FileError {
  /// Chinese, then English, with what can be done.
  var forPeople: String {
    switch code {
    case ENOENT: "\(path)：没有这个文件或文件夹，请检查路径（no such file or folder）"
    case EISDIR: "\(path)：是文件夹，这里要文件（is a folder, give a file）"
    case ENOTDIR, EEXIST: "\(path)：是文件，这里要文件夹（is a file, give a folder）"
    case EACCES, EPERM: "\(path)：没有权限，请检查文件夹的属主和权限（permission denied）"
    case EROFS: "\(path)：所在的磁盘是只读的（on a read-only disk）"
    case ENOSPC, EDQUOT: "\(path)：磁盘满了（the disk is full）"
    default: "\(path)：用不了（\(reason)）"
    }
  }
}

enum FileUse {
  /// Does something with a file or folder; errors of the system come out with its name.
  static func of<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as StoreError { throw error } catch {
      let cause = ((error as? CocoaError)?.underlying ?? error) as NSError
      let code = cause.domain == NSPOSIXErrorDomain ? Int32(cause.code) : EIO
      throw StoreError.file(FileError(path: path, code: code))
    }
  }

  /// Throws where a file of this name could neither be written nor made.
  static func requireWritable(_ path: String) throws {
    let code: Int32? =
      if isFolder(path) { EISDIR } else if FileManager.default.fileExists(atPath: path) {
        FileManager.default.isWritableFile(atPath: path) ? nil : EACCES
      } else { codeOfMissing(path) }
    if let code { throw StoreError.file(FileError(path: path, code: code)) }
  }

  /// Why a file that is not there cannot be made; nil where it can.
  private static func codeOfMissing(_ path: String) -> Int32? {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else { return ENOENT }
    guard isFolder(folder) else { return ENOENT }
    return FileManager.default.isWritableFile(atPath: folder) ? nil : EACCES
  }

  static func isFolder(_ path: String) -> Bool {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    return (try? target.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
  }
}
