extension ZIPArchive {
  /// The archive with another content of one file, all others byte for byte; nil where there is no such file.
  func replacing(_ name: String, with content: [UInt8]) -> [UInt8]? {
    guard let index = records.firstIndex(where: { $0.name == name.lowercased() }),
      let packed = deflated(content)
    else { return nil }
    let ordered = records.indices.sorted { records[$0].local < records[$1].local }
    var result = Array(bytes[..<(ordered.first.map { records[$0].local } ?? 0)])
    var locals = records.map(\.local)
    for (place, own) in ordered.enumerated() {
      let start = records[own].local
      let end = place + 1 < ordered.count ? records[ordered[place + 1]].local : directory.lowerBound
      locals[own] = result.count
      guard own == index else {
        result += bytes[start..<end]
        continue
      }
      // The local header's last fields are the lengths of the name and of what follows it.
      let nameLength = number(start + 26, 2)
      var header = Array(bytes[start..<start + 30 + nameLength])
      set(&header, 4, from: content, packed)
      put(0, 2, into: &header, at: 28)
      result += header + packed
    }
    let newDirectory = result.count
    for (own, record) in records.enumerated() {
      var entry = Array(bytes[record.entry])
      if own == index { set(&entry, 6, from: content, packed) }
      put(locals[own], 4, into: &entry, at: 42)
      result += entry
    }
    let size = result.count - newDirectory
    var end = Array(bytes[directory.upperBound...])
    put(size, 4, into: &end, at: 12)
    put(newDirectory, 4, into: &end, at: 16)
    return result + end
  }

  /// Sets version, flags, method, checksum and sizes, which stand alike in both headers.
  private func set(_ header: inout [UInt8], _ start: Int, from content: [UInt8], _ packed: [UInt8])
  {
    put(20, 2, into: &header, at: start)
    // Sizes stand in the header, not behind the data; the name stays UTF-8 where it was.
    put(Int(header[start + 3]) << 8 & 0x800, 2, into: &header, at: start + 2)
    put(8, 2, into: &header, at: start + 4)
    put(Int(crc(of: content[...])), 4, into: &header, at: start + 10)
    put(packed.count, 4, into: &header, at: start + 14)
    put(content.count, 4, into: &header, at: start + 18)
  }

  private func put(_ number: Int, _ count: Int, into header: inout [UInt8], at offset: Int) {
    for index in 0..<count { header[offset + index] = UInt8(number >> (index * 8) & 0xFF) }
  }
}
