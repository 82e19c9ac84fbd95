import Glibc

/// Why a file or folder could not be read.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  /// `errno` of the call that failed; `EFBIG` for a file over the limit.
  package let code: Int32

  package init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  package var description: String { "\(path): \(reason)" }

  package var reason: String { unsafe String(cString: strerror(code)).lowercased() }

  /// The same in Chinese, for what people meet.
  package var chineseReason: String {
    switch code {
    case ENOENT: "没有这个文件或文件夹"
    case ENOTDIR: "路径中有一段不是文件夹"
    case EISDIR: "是文件夹，不是文件"
    case EACCES, EPERM: "没有权限"
    case EFBIG: "文件太大"
    case ENOSPC: "磁盘已满"
    case EROFS: "所在磁盘只能读"
    case ELOOP: "符号链接绕成了圈"
    case ENAMETOOLONG: "名字太长"
    case EIO: "磁盘读写出错"
    default: reason
    }
  }
}

/// The bytes of a file; more than `limit` of them is an error, found before they are read where the size is known.
package func readFile(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(path: path, code: errno) }
  guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, code: EISDIR) }
  guard status.st_size <= limit else { throw FileError(path: path, code: EFBIG) }
  return try readAll(descriptor, path: path, size: Int(status.st_size), limit: limit)
}

/// All bytes of an open file or pipe; of a file with a size, as many as it had when that was asked.
package func readAll(
  _ descriptor: Int32,
  path: String,
  size: Int = 0,
  limit: Int = .max
) throws(FileError) -> [UInt8] {
  var bytes: [UInt8] = []
  var wanted = size > 0 ? size : 65_536
  while true {
    var failure: Int32 = 0
    let filled = bytes.count
    let part = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      var result = unsafe read(descriptor, buffer.baseAddress, wanted)
      while result < 0, errno == EINTR {
        result = unsafe read(descriptor, buffer.baseAddress, wanted)
      }
      failure = result < 0 ? errno : 0
      count = max(result, 0)
    }
    guard failure == 0 else { throw FileError(path: path, code: failure) }
    if part.isEmpty { return bytes }
    if filled == 0 { bytes = part } else { bytes += part }
    guard bytes.count <= limit else { throw FileError(path: path, code: EFBIG) }
    if bytes.count == size { return bytes }
    wanted = 65_536
  }
}

/// The names in a folder, sorted by their bytes, without `.` and `..`.
package func namesOfFiles(in folder: String) throws(FileError) -> [String] {
  guard let stream = unsafe opendir(folder) else { throw FileError(path: folder, code: errno) }
  defer { unsafe _ = closedir(stream) }
  return unsafe names(in: stream)
}

/// The files of a folder whose names are wanted, in the order of their names, each with its stamp.
package func stampsOfFiles(
  in folder: String,
  where isWanted: (String) -> Bool
) throws(FileError) -> [(name: String, stamp: FileStamp)] {
  guard let stream = unsafe opendir(folder) else { throw FileError(path: folder, code: errno) }
  defer { unsafe _ = closedir(stream) }
  var files: [(name: String, stamp: FileStamp)] = []
  for name in unsafe names(in: stream) where isWanted(name) {
    // From the folder on: the way to it is not walked for each file.
    files.append(
      (name, try FileStamp(of: name, in: unsafe dirfd(stream), path: "\(folder)/\(name)"))
    )
  }
  return files
}

private func names(in stream: OpaquePointer) -> [String] {
  var names: [String] = []
  while let entry = unsafe readdir(stream) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Tells a file from what it was before and from other files, without reading it.
package struct FileStamp: Hashable, Sendable {
  /// Device, inode, size, and when it was last written and changed in any way, in nanoseconds.
  package let words: [UInt64]

  package init(of path: String) throws(FileError) {
    try self.init(of: path, in: AT_FDCWD, path: path)
  }

  /// Of a file that is named as from an open folder; `path` is for errors.
  fileprivate init(of name: String, in folder: Int32, path: String) throws(FileError) {
    var status = stat()
    guard unsafe fstatat(folder, name, &status, 0) == 0 else {
      throw FileError(path: path, code: errno)
    }
    words = [
      UInt64(status.st_dev), UInt64(status.st_ino), UInt64(bitPattern: Int64(status.st_size)),
      nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
    ]
  }

  /// Whether the last change is so far back that another one cannot leave the same stamp.
  package var isSettled: Bool {
    let now = UInt64(max(0, time(nil)))
    return words.suffix(2).allSatisfy { $0 / 1_000_000_000 + 2 < now }
  }
}

private func nanoseconds(_ time: timespec) -> UInt64 {
  UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
}
