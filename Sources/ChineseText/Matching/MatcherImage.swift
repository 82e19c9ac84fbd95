#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Compiled lists in one piece of read-only memory, as the cache file has them.
///
/// A header of 32 words, then the sections of `MatcherLayout`. A file's checksum and the sizes of its sections
/// are checked once, the indices in its tables where they are used, whatever the file held.
@safe
final class MatcherImage: Sendable {
  nonisolated(unsafe) private let memory: UnsafeRawBufferPointer
  private let isMapped: Bool
  let layout: MatcherLayout
  let folds: FoldTables

  /// Lays out compiled lists; `key` says what they were compiled from.
  init(_ terms: CompiledTerms, key: ContentHash) {
    let layout = MatcherLayout(terms)
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: layout.size,
      alignment: MatcherLayout.alignment
    )
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
    unsafe layout.write(terms, to: memory)
    unsafe layout.writeHeader(key: key, to: memory)
    self.layout = layout
    folds = terms.folds
    unsafe self.memory = UnsafeRawBufferPointer(memory)
    isMapped = false
  }

  /// Maps a file; nil where it is not there, or not what was written for this key.
  init?(file: String, key: ContentHash) {
    guard let mapped = unsafe Self.map(file) else { return nil }
    guard let layout = unsafe MatcherLayout(header: mapped, key: key),
      layout.isSound, let folds = unsafe layout.folds(mapped)
    else {
      unsafe Self.unmap(mapped)
      return nil
    }
    unsafe memory = mapped
    isMapped = true
    self.layout = layout
    self.folds = folds
  }

  deinit {
    if isMapped { unsafe Self.unmap(memory) } else { unsafe memory.deallocate() }
  }

  /// The whole image, for the length of a call.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try unsafe body(memory) }
  }

  /// The words of an entry: the offset of its line, the number of the line.
  func entry(_ index: Int) -> (lineStart: Int, line: Int) {
    let words = unsafe layout.words(.entries, of: memory)
    guard index >= 0, index < words.count / 3 else { return (0, 0) }
    return unsafe (Int(words[index * 3]), Int(words[index * 3 + 1]))
  }

  /// By list: the index of its first entry, its settings.
  var lists: [(firstEntry: Int, settings: ListSettings)] {
    let words = unsafe layout.words(.lists, of: memory)
    return (0..<words.count / 2).map {
      unsafe (Int(words[$0 * 2]), ListSettings(word: words[$0 * 2 + 1]))
    }
  }

  private static func map(_ file: String) -> UnsafeRawBufferPointer? {
    let handle = unsafe open(file, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return nil }
    defer { close(handle) }
    var status = stat()
    guard unsafe fstat(handle, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    guard size >= MatcherLayout.headerSize, size < Int(Int32.max) else { return nil }
    #if os(Linux)
    let flags = MAP_PRIVATE | MAP_POPULATE
    #else
    let flags = MAP_PRIVATE
    #endif
    guard let start = unsafe mmap(nil, size, PROT_READ, flags, handle, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    return unsafe UnsafeRawBufferPointer(start: start, count: size)
  }

  private static func unmap(_ memory: UnsafeRawBufferPointer) {
    unsafe munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
  }
}
