/// Compiled lists in one piece of read-only memory, as the cache file has them.
///
/// A header of 32 words, then the sections of `MatcherLayout`. A file's checksum and the sizes of its sections
/// are checked once, the indices in its tables where they are used, whatever the file held.
@safe
final class MatcherImage: Sendable {
  nonisolated(unsafe) private let memory: UnsafeRawBufferPointer
  /// What the memory belongs to; nil where it is the image's own.
  private let mapped: MappedFile?
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
    mapped = nil
  }

  /// Maps a file; nil where it is not there, or not what was written for this key.
  init?(file: String, key: ContentHash) {
    guard let mapped = MappedFile(file) else { return nil }
    guard let layout = unsafe MatcherLayout(header: mapped.memory, key: key),
      layout.isSound, let folds = unsafe layout.folds(mapped.memory)
    else { return nil }
    // Few drafts ask where lines start, and then of few.
    mapped.release(layout.range(of: .lineStarts))
    unsafe memory = mapped.memory
    self.mapped = mapped
    self.layout = layout
    self.folds = folds
  }

  deinit {
    if mapped == nil { unsafe memory.deallocate() }
  }

  /// The whole image, for the length of a call.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try unsafe body(memory) }
  }

  /// Where the line of an entry starts in its list, in bytes.
  func lineStart(of entry: Int) -> Int {
    let starts = unsafe layout.words(.lineStarts, of: memory)
    return unsafe starts.indices.contains(entry) ? Int(starts[entry]) : 0
  }

  /// By list: the index of its first entry, its settings.
  var lists: [(firstEntry: Int, settings: ListSettings)] {
    let words = unsafe layout.words(.lists, of: memory)
    return (0..<words.count / 2).map {
      unsafe (Int(words[$0 * 2]), ListSettings(word: words[$0 * 2 + 1]))
    }
  }
}
