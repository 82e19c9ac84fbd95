import Glibc

/// A file open for reading, for as long as the object lives.
final class OpenFile: Sendable {
  let handle: CInt
  /// In bytes, when it was opened.
  let count: Int

  /// Nil where the file is not there, is empty or no regular file, or is too large.
  init?(_ path: String) {
    let handle = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return nil }
    var status = stat()
    let isRead = unsafe fstat(handle, &status) == 0
    guard isRead, status.st_mode & S_IFMT == S_IFREG,
      (1..<Int(Int32.max)).contains(Int(status.st_size))
    else {
      close(handle)
      return nil
    }
    self.handle = handle
    count = Int(status.st_size)
  }

  deinit { close(handle) }

  /// A copy of some bytes; fewer where they cannot be read.
  func bytes(in range: Range<Int>) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
        let offset = off_t(range.lowerBound + count)
        let result = unsafe pread(handle, rest.baseAddress, range.count - count, offset)
        if result < 0, errno == EINTR { continue }
        guard result > 0 else { return }
        count += result
      }
    }
  }
}
