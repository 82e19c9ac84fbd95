import Glibc

/// A file as read-only memory, for as long as the object lives.
///
/// Files of the cache are put in place whole and never changed, so what is mapped stays as it is.
@safe
final class MappedFile: Sendable {
  nonisolated(unsafe) let memory: UnsafeRawBufferPointer

  /// Nil where the file is not there, is empty or no regular file, or is too large.
  ///
  /// It is mapped whole at once, which costs less than page by page.
  init?(_ path: String) {
    guard let file = OpenFile(path) else { return nil }
    let flags = MAP_PRIVATE | MAP_POPULATE
    guard let start = unsafe mmap(nil, file.count, PROT_READ, flags, file.handle, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    unsafe memory = UnsafeRawBufferPointer(start: start, count: file.count)
  }

  /// Gives back the memory of a part that is not needed soon; it is read again where it is.
  func release(_ range: Range<Int>) {
    let page = Int(getpagesize())
    let start = (range.lowerBound + page - 1) / page * page
    guard start < range.upperBound, let base = unsafe memory.baseAddress else { return }
    let part = unsafe UnsafeMutableRawPointer(mutating: base + start)
    unsafe madvise(part, range.upperBound - start, MADV_DONTNEED)
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count) }
}
