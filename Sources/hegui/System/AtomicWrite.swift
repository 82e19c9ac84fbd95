import Glibc
import SourceText

/// Replaces a file's contents at once: a reader sees the old or the new, and a failure leaves the old.
///
/// The file behind a symbolic link is replaced, not the link; owner's, group's and others' permissions stay. Those of
/// a new file are what the umask leaves.
func replaceFile(_ path: String, with bytes: [UInt8]) throws(FileError) {
  let target = realPath(path) ?? path
  let status = FileStatus(path: target)
  if status != nil, unsafe access(target, W_OK) != 0 { throw FileError(path: path, code: errno) }
  // What was not for others must not be so before its permissions are set.
  let (descriptor, temporary) = try makeTemporaryFile(
    beside: target,
    permissions: status == nil ? 0o644 : 0o600
  )
  let failure = fill(descriptor, with: bytes, permissions: status?.permissions)
  close(descriptor)
  let code = failure ?? (unsafe rename(temporary, target) == 0 ? nil : errno)
  if let code {
    unsafe unlink(temporary)
    throw FileError(path: path, code: code)
  }
  synchronizeFolder(of: target)
}

/// The `errno` of what went wrong; nil where all is on the disk.
///
/// Without `permissions` those of the file stay.
private func fill(_ descriptor: Int32, with bytes: [UInt8], permissions: UInt32?) -> Int32? {
  do {
    try writeAll(bytes, to: descriptor, path: "")
  } catch {
    return error.code
  }
  if let permissions, fchmod(descriptor, mode_t(permissions)) != 0 { return errno }
  return fsync(descriptor) == 0 ? nil : errno
}

/// Writes a new file; false where one exists already.
func createFile(_ path: String, with bytes: [UInt8]) throws(FileError) -> Bool {
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  if descriptor < 0, errno == EEXIST { return false }
  guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
  defer { close(descriptor) }
  try writeAll(bytes, to: descriptor, path: path)
  return true
}

private func makeTemporaryFile(
  beside target: String,
  permissions: mode_t
) throws(FileError) -> (descriptor: Int32, path: String) {
  let name = ".\(fileName(of: target)).hegui-\(getpid())-\(UInt32.random(in: 0 ... .max))"
  let path = joined(folder(of: target), name)
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
  guard descriptor >= 0 else { throw FileError(path: target, code: errno) }
  return (descriptor, path)
}

/// Without this a power failure may undo the renaming.
private func synchronizeFolder(of path: String) {
  let descriptor = unsafe open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}

/// Writes a report's file: a plain file at once, anything else (a pipe, /dev/null) as it comes.
func writeFile(_ path: String, _ bytes: [UInt8]) throws(FileError) {
  if FileStatus(path: path)?.isFile ?? true { return try replaceFile(path, with: bytes) }
  let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
  defer { close(descriptor) }
  try writeAll(bytes, to: descriptor, path: path)
}
