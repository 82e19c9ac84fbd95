/// Where the tables lie in an image.
struct MatcherLayout {
  enum Section: Int, CaseIterable {
    case classes
    case states
    case tails
    case entries
    case kinds
    case lists
    case supplementary
    case prefixes
    case traditional
    case simplified
    case compatible
    case starts
    case expansions
    case lineStarts
  }

  /// Words of 32 bits, by section; the elements of some are halves or pairs of words.
  private let counts: [Int]
  private let offsets: [Int]
  /// In bytes.
  let size: Int

  static let alignment = 64
  static let headerSize = 128
  /// Raised whenever the tables change their meaning.
  static let version: UInt32 = 5
  private static let magic: UInt32 = 0x6D54_4748
  private static let byteOrder: UInt32 = 0x0102_0304
  /// In the header: magic, version, byte order, 0, checksum (2), key (4), size, then the counts.
  private static let checksumByte = 16
  private static let keyByte = 24

  init(_ terms: CompiledTerms) {
    let folds = terms.folds
    self.init(counts: [
      terms.classes.count / 2, terms.states.count * 2, terms.tails.count / 2,
      terms.entries.count / 2, terms.kinds.count, terms.lists.count, terms.supplementary.count,
      terms.prefixes.count * 2, folds.traditional.count, folds.simplified.count,
      folds.compatible.count, folds.starts.count, folds.expansions.count, terms.lineStarts.count,
    ])
  }

  /// Reads a header; nil where it is not of this version and key, or damaged.
  init?(header: UnsafeRawBufferPointer, key: ContentHash) {
    guard header.count >= Self.headerSize else { return nil }
    let words = unsafe header.bindMemory(to: UInt32.self)
    guard unsafe words[0] == Self.magic, unsafe words[1] == Self.version,
      unsafe words[2] == Self.byteOrder, unsafe words[3] == 0, unsafe Self.key(header) == key,
      unsafe Int(words[10]) == header.count
    else { return nil }
    self.init(counts: Section.allCases.indices.map { unsafe Int(words[11 + $0]) })
    guard size == header.count, unsafe Self.checksum(header) == Self.storedChecksum(header) else {
      return nil
    }
  }

  private init(counts: [Int]) {
    var offsets: [Int] = []
    var end = Self.headerSize
    for count in counts {
      offsets.append(end)
      end = (end + count * 4 + Self.alignment - 1) / Self.alignment * Self.alignment
    }
    self.counts = counts
    self.offsets = offsets
    size = end
  }

  /// A section's words.
  ///
  /// `memory` must be as long as the layout says.
  func words(_ section: Section, of memory: UnsafeRawBufferPointer) -> UnsafeBufferPointer<UInt32> {
    unsafe UnsafeRawBufferPointer(rebasing: memory[range(of: section)])
      .bindMemory(to: UInt32.self)
  }

  /// Where a section lies, in bytes.
  func range(of section: Section) -> Range<Int> {
    let start = offsets[section.rawValue]
    return start..<start + counts[section.rawValue] * 4
  }

  /// A section's start as elements of another type.
  func start<Element: BitwiseCopyable>(_ section: Section, of memory: UnsafeRawBufferPointer)
    -> UnsafePointer<Element>
  {
    unsafe UnsafeRawPointer(words(section, of: memory).baseAddress.unsafelyUnwrapped)
      .assumingMemoryBound(to: Element.self)
  }

  func count(of section: Section) -> Int { counts[section.rawValue] }

  func folds(_ memory: UnsafeRawBufferPointer) -> FoldTables? {
    FoldTables(
      traditional: unsafe Array(words(.traditional, of: memory)),
      simplified: unsafe Array(words(.simplified, of: memory)),
      compatible: unsafe Array(words(.compatible, of: memory)),
      starts: unsafe Array(words(.starts, of: memory)),
      expansions: unsafe Array(words(.expansions, of: memory))
    )
  }

  func write(_ terms: CompiledTerms, to memory: UnsafeMutableRawBufferPointer) {
    let folds = terms.folds
    func copy(_ table: [some BitwiseCopyable], to section: Section) {
      unsafe table.withUnsafeBytes { bytes in unsafe self.copy(bytes, to: section, of: memory) }
    }
    copy(terms.classes, to: .classes)
    copy(terms.states, to: .states)
    copy(terms.tails, to: .tails)
    copy(terms.entries, to: .entries)
    copy(terms.kinds, to: .kinds)
    copy(terms.lists, to: .lists)
    copy(terms.supplementary, to: .supplementary)
    copy(terms.prefixes, to: .prefixes)
    copy(folds.traditional, to: .traditional)
    copy(folds.simplified, to: .simplified)
    copy(folds.compatible, to: .compatible)
    copy(folds.starts, to: .starts)
    copy(folds.expansions, to: .expansions)
    copy(terms.lineStarts, to: .lineStarts)
  }

  private func copy(
    _ bytes: UnsafeRawBufferPointer,
    to section: Section,
    of memory: UnsafeMutableRawBufferPointer
  ) {
    let start = offsets[section.rawValue]
    unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<start + bytes.count])
      .copyMemory(from: bytes)
  }

  func writeHeader(key: ContentHash, to memory: UnsafeMutableRawBufferPointer) {
    let words = unsafe memory.bindMemory(to: UInt32.self)
    unsafe words[0] = Self.magic
    unsafe words[1] = Self.version
    unsafe words[2] = Self.byteOrder
    unsafe memory.storeBytes(of: key.low, toByteOffset: Self.keyByte, as: UInt64.self)
    unsafe memory.storeBytes(of: key.high, toByteOffset: Self.keyByte + 8, as: UInt64.self)
    unsafe words[10] = UInt32(size)
    for (index, count) in counts.enumerated() { unsafe words[11 + index] = UInt32(count) }
    unsafe Self.seal(memory)
  }

  /// Writes the checksum of all that follows it.
  static func seal(_ memory: UnsafeMutableRawBufferPointer) {
    let checksum = unsafe checksum(UnsafeRawBufferPointer(memory))
    unsafe memory.storeBytes(of: checksum, toByteOffset: checksumByte, as: UInt64.self)
  }

  private static func key(_ memory: UnsafeRawBufferPointer) -> ContentHash {
    unsafe ContentHash(
      low: memory.load(fromByteOffset: keyByte, as: UInt64.self),
      high: memory.load(fromByteOffset: keyByte + 8, as: UInt64.self)
    )
  }

  private static func storedChecksum(_ memory: UnsafeRawBufferPointer) -> UInt64 {
    unsafe memory.load(fromByteOffset: checksumByte, as: UInt64.self)
  }

  /// Over all that follows the checksum.
  private static func checksum(_ memory: UnsafeRawBufferPointer) -> UInt64 {
    unsafe ContentHash(UnsafeRawBufferPointer(rebasing: memory[keyByte...]), seed: 0).low
  }
}
