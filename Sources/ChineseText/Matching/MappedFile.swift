#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file as read-only memory, for as long as the object lives.
///
/// Files of the cache are put in place whole and never changed, so what is mapped stays as it is.
@safe
final class MappedFile: Sendable {
  nonisolated(unsafe) let memory: UnsafeRawBufferPointer

  /// Nil where the file is not there, is empty or no regular file, or is too large.
  ///
  /// A file that is wanted whole is mapped whole at once, which costs less than page by page.
  init?(_ path: String, isWholeWanted: Bool = true) {
    let handle = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return nil }
    defer { close(handle) }
    var status = stat()
    guard unsafe fstat(handle, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    guard size > 0, size < Int(Int32.max) else { return nil }
    #if os(Linux)
    let flags = isWholeWanted ? MAP_PRIVATE | MAP_POPULATE : MAP_PRIVATE
    #else
    let flags = MAP_PRIVATE
    #endif
    guard let start = unsafe mmap(nil, size, PROT_READ, flags, handle, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    unsafe memory = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count) }

  var count: Int { unsafe memory.count }

  /// A copy of some bytes, which must lie in the file.
  func bytes(in range: Range<Int>) -> [UInt8] { unsafe Array(memory[range]) }

  /// The number in the eight bytes at an offset, the lowest first; nil where the file ends before them.
  func number(at offset: Int) -> UInt64? {
    guard offset >= 0, offset <= count - 8 else { return nil }
    return unsafe UInt64(
      littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    )
  }
}
