/// What is wrong with a ZIP archive.
enum ZIPFault: Error, Hashable {
  /// No archive, or cut off.
  case truncated
  case encrypted
  /// Parts that lie outside the archive or over one another, have unsafe names or the same.
  case damaged
  /// Of a kind that no word processor writes: ZIP64, several disks, other compression.
  case unsupported
  case tooLarge(limit: Int)
}

/// The files of a ZIP archive, read as its central directory says and no other way.
struct ZIPArchive {
  private struct Entry {
    let start: Int
    let size: Int
    let inflatedSize: Int
    let checksum: UInt32
    let isDeflated: Bool
  }

  /// A file or a folder as the directory has it.
  struct Record {
    let name: String
    /// Where its local header stands.
    let local: Int
    /// Its entry in the directory.
    let entry: Range<Int>
  }

  let bytes: [UInt8]
  /// In the order of the directory.
  private(set) var records: [Record] = []
  /// The directory, up to the record that ends the archive.
  private(set) var directory = 0..<0
  private var entries: [String: Entry] = [:]
  /// How many bytes may still be inflated.
  private var room: Int
  private let limit: Int

  /// At most `limit` bytes may be read from it, all in all; heads are not counted.
  init(_ bytes: [UInt8], limit: Int) throws(ZIPFault) {
    self.bytes = bytes
    self.limit = limit
    room = limit
    try readDirectory()
  }

  func has(_ name: String) -> Bool { entries[name.lowercased()] != nil }

  /// At most so many of the first bytes of a file, unchecked; nil where there is none.
  func head(of name: String, count: Int) -> [UInt8]? {
    guard let entry = entries[name.lowercased()] else { return nil }
    let stored = bytes[entry.start..<entry.start + entry.size]
    return entry.isDeflated ? inflatedHead(stored, count: count) : Array(stored.prefix(count))
  }

  /// The bytes of a file; nil where there is none of that name in any case.
  mutating func file(_ name: String) throws(ZIPFault) -> [UInt8]? {
    guard let entry = entries[name.lowercased()] else { return nil }
    guard entry.inflatedSize <= room else { throw .tooLarge(limit: limit) }
    room -= entry.inflatedSize
    let stored = bytes[entry.start..<entry.start + entry.size]
    if entry.isDeflated {
      let size = entry.inflatedSize
      guard let file = inflated(stored, count: size, checksum: entry.checksum) else {
        throw .damaged
      }
      return file
    }
    guard entry.size == entry.inflatedSize, crc(of: stored) == entry.checksum else {
      throw .damaged
    }
    return Array(stored)
  }
}

extension ZIPArchive {
  private mutating func readDirectory() throws(ZIPFault) {
    guard let end = endRecord else { throw .truncated }
    let count = number(end + 10, 2)
    let start = number(end + 16, 4)
    guard number(end + 4, 4) == 0, number(end + 8, 2) == count else { throw .unsupported }
    guard count != 0xFFFF, start != 0xFFFF_FFFF else { throw .unsupported }
    guard start + number(end + 12, 4) <= end else { throw .truncated }
    directory = start..<end
    var offset = start
    var places: [Range<Int>] = []
    for _ in 0..<count {
      guard offset + 46 <= end, number(offset, 4) == 0x0201_4B50 else { throw .damaged }
      let nameEnd = offset + 46 + number(offset + 28, 2)
      let next = nameEnd + number(offset + 30, 2) + number(offset + 32, 2)
      guard next <= end else { throw .damaged }
      let name = String(decoding: bytes[offset + 46..<nameEnd], as: UTF8.self)
      try add(name, at: offset..<next, &places)
      offset = next
    }
    places.sort { $0.lowerBound < $1.lowerBound }
    for (place, next) in zip(places, places.dropFirst())
    where place.upperBound > next.lowerBound { throw .damaged }
  }

  private mutating func add(
    _ name: String,
    at record: Range<Int>,
    _ places: inout [Range<Int>]
  ) throws(ZIPFault) {
    let offset = record.lowerBound
    let local = number(offset + 42, 4)
    let size = number(offset + 20, 4)
    let inflatedSize = number(offset + 24, 4)
    let method = number(offset + 10, 2)
    guard number(offset + 8, 2) & 0x41 == 0 else { throw .encrypted }
    guard method == 0 || method == 8, size != 0xFFFF_FFFF, inflatedSize != 0xFFFF_FFFF else {
      throw .unsupported
    }
    guard local + 30 <= directory.lowerBound, number(local, 4) == 0x0403_4B50 else {
      throw .damaged
    }
    let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
    guard start + size <= directory.lowerBound else { throw .truncated }
    places.append(local..<start + size)
    // Some programs of Windows write backslashes.
    let path = name.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
    guard isSafe(path) else { throw .damaged }
    records.append(Record(name: path.lowercased(), local: local, entry: record))
    guard !path.hasSuffix("/") else { return }
    let entry = Entry(
      start: start,
      size: size,
      inflatedSize: inflatedSize,
      checksum: UInt32(number(offset + 16, 4)),
      isDeflated: method == 8
    )
    guard entries.updateValue(entry, forKey: path.lowercased()) == nil else { throw .damaged }
  }

  /// Whether a name stays in the archive.
  private func isSafe(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.utf8.contains(0x3A) && !path.utf8.contains(0)
      && !path.split(separator: "/").contains("..")
  }

  /// Where the record stands that ends an archive; nil where there is none.
  private var endRecord: Int? {
    guard bytes.count >= 22 else { return nil }
    let last = bytes.count - 22
    // A comment of at most 65,535 bytes may follow.
    return stride(from: last, through: max(0, last - 0xFFFF), by: -1).first { offset in
      bytes[offset] == 0x50 && number(offset, 4) == 0x0605_4B50
        && offset + 22 + number(offset + 20, 2) <= bytes.count
    }
  }

  /// A number of up to four bytes, the lowest first; bytes outside read as zero.
  func number(_ offset: Int, _ count: Int) -> Int {
    var value = 0
    for index in 0..<count where offset + index < bytes.count {
      value |= Int(bytes[offset + index]) << (index * 8)
    }
    return value
  }
}
