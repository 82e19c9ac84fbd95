#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The folder of compiled lists.
///
/// Every failure is silent: a cache may always be missing.
struct CacheFolder {
  let path: String

  static let prefix = "terms-"
  static let suffix = ".bin"
  /// Files that nobody wrote anew for so long are removed.
  private static let secondsKept = 30 * 24 * 60 * 60

  /// Puts a file in place whole: it is written under another name first, and renamed.
  func write(_ bytes: UnsafeRawBufferPointer, to file: String) {
    makeFolders()
    let draft = "\(file).\(getpid()).\(UInt32.random(in: 0 ... .max)).tmp"
    let handle = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard handle >= 0 else { return }
    let isWritten = unsafe Self.send(bytes, to: handle)
    let isClosed = close(handle) == 0
    guard isWritten, isClosed, unsafe rename(draft, file) == 0 else {
      _ = unsafe unlink(draft)
      return
    }
    removeOld()
  }

  private static func send(_ bytes: UnsafeRawBufferPointer, to handle: CInt) -> Bool {
    var rest = unsafe bytes[...]
    while unsafe !rest.isEmpty {
      let part = unsafe UnsafeRawBufferPointer(rebasing: rest)
      let count = unsafe pwrite(
        handle,
        part.baseAddress,
        part.count,
        off_t(bytes.count - part.count)
      )
      guard count > 0 else { return false }
      unsafe rest = rest.dropFirst(count)
    }
    return true
  }

  private func makeFolders() {
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      _ = unsafe mkdir(String(path[..<end]), 0o700)
    }
  }

  /// Removes what older lists and runs that were stopped have left.
  private func removeOld() {
    guard let folder = unsafe opendir(path) else { return }
    defer { unsafe closedir(folder) }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(Self.prefix) else { continue }
      let file = "\(path)/\(name)"
      var status = stat()
      guard unsafe lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        Int(time(nil)) - modified(status) > Self.secondsKept
      else { continue }
      _ = unsafe unlink(file)
    }
  }

  private func modified(_ status: stat) -> Int {
    #if canImport(Darwin)
    Int(status.st_mtimespec.tv_sec)
    #else
    Int(status.st_mtim.tv_sec)
    #endif
  }
}
