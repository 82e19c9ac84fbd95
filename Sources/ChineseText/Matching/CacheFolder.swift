import Glibc

/// The folder of what is compiled of rules and lists.
///
/// Every failure is silent: a cache may always be missing.
package struct CacheFolder: Sendable {
  package let path: String
  /// Tells the build of the program that writes and reads the folder from all others.
  package let program: UInt64

  /// What a file holds; its name begins with it.
  package enum Kind: String, CaseIterable, Sendable {
    /// Compiled lists.
    case terms
    /// What judging needs of files of rules.
    case rules
    /// Lists of an organisation's own.
    case lists
  }

  /// Files that nobody wrote anew for so long are removed.
  private static let secondsKept = 30 * 24 * 60 * 60
  /// Of more files the oldest are removed: each build of the program and each edit of a rule leaves some.
  private static let filesKept = 64

  /// Nil for a folder without a name.
  package init?(path: String, program: UInt64 = 0) {
    guard !path.isEmpty else { return nil }
    self.path = path
    self.program = program
  }

  /// The path of a file of the folder.
  package func file(_ kind: Kind, _ key: ContentHash) -> String {
    "\(path)/\(kind.rawValue)-\(key.hexadecimal).bin"
  }

  /// Puts a file in place whole: it is written under another name first, and renamed.
  func write(_ bytes: [UInt8], to file: String) {
    unsafe bytes.withUnsafeBytes { unsafe write($0, to: file) }
  }

  /// Puts a file in place whole.
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
    let now = Int(time(nil))
    let files = files().sorted { $0.modified > $1.modified }
    for (index, file) in files.enumerated()
    where index >= Self.filesKept || now - file.modified > Self.secondsKept {
      _ = unsafe unlink(file.path)
    }
  }

  /// The regular files that are ours by their names.
  private func files() -> [(path: String, modified: Int)] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe _ = closedir(folder) }
    var files: [(path: String, modified: Int)] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard Kind.allCases.contains(where: { name.hasPrefix($0.rawValue + "-") }) else { continue }
      let file = "\(path)/\(name)"
      var status = stat()
      guard unsafe lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      files.append((file, Int(status.st_mtim.tv_sec)))
    }
    return files
  }
}
