/// The pixel size of a PNG, JPEG, GIF or WebP image; nil for other files and broken heads.
///
/// `bytes` gives up to so many bytes from an offset of the file, fewer at its end. It is asked for a few hundred bytes
/// in all.
package func imageSize(reading bytes: (_ offset: Int, _ count: Int) -> [UInt8]) -> PixelSize? {
  let head = ImageHead(bytes(0, 32))
  if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
    guard head.hasText("IHDR", at: 12) else { return nil }
    return PixelSize(width: head.big(16, 4), height: head.big(20, 4))
  }
  if head.hasText("GIF8", at: 0) {
    return PixelSize(width: head.little(6, 2), height: head.little(8, 2))
  }
  if head.hasText("RIFF", at: 0), head.hasText("WEBP", at: 8) { return webPSize(head) }
  if head.starts(with: [0xFF, 0xD8, 0xFF]) { return jpegSize(reading: bytes) }
  return nil
}

private func webPSize(_ head: ImageHead) -> PixelSize? {
  if head.hasText("VP8X", at: 12), head.count >= 30 {
    return PixelSize(width: head.little(24, 3) + 1, height: head.little(27, 3) + 1)
  }
  if head.hasText("VP8L", at: 12), head[20] == 0x2F, head.count >= 25 {
    let bits = head.little(21, 4)
    return PixelSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
  }
  if head.hasText("VP8 ", at: 12), head.starts(with: [0x9D, 0x01, 0x2A], at: 23) {
    return PixelSize(width: head.little(26, 2) & 0x3FFF, height: head.little(28, 2) & 0x3FFF)
  }
  return nil
}

/// Goes from segment to segment up to the one with the size; pictures inside segments are passed over.
private func jpegSize(reading bytes: (_ offset: Int, _ count: Int) -> [UInt8]) -> PixelSize? {
  var offset = 2
  // Cameras write some ten segments; a file of nothing but segments ends the search.
  for _ in 0..<64 {
    let segment = ImageHead(bytes(offset, 9))
    guard segment[0] == 0xFF else { return nil }
    switch segment[1] {
    case 0xFF: offset += 1
    case 0x01, 0xD0...0xD8: offset += 2
    case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
      guard segment.count == 9 else { return nil }
      return PixelSize(width: segment.big(7, 2), height: segment.big(5, 2))
    case 0xD9, 0xDA: return nil
    default:
      let length = segment.big(2, 2)
      guard segment.count >= 4, length >= 2 else { return nil }
      offset += 2 + length
    }
  }
  return nil
}

/// Some bytes of a file; numbers that lie outside, in part or whole, read as zero.
private struct ImageHead {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  subscript(index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }

  func starts(with other: [UInt8], at offset: Int = 0) -> Bool {
    bytes.count >= offset + other.count && bytes[offset...].starts(with: other)
  }

  func hasText(_ text: String, at offset: Int) -> Bool {
    starts(with: Array(text.utf8), at: offset)
  }

  func big(_ offset: Int, _ count: Int) -> Int {
    offset + count <= bytes.count
      ? (0..<count).reduce(0) { $0 << 8 | Int(self[offset + $1]) } : 0
  }

  func little(_ offset: Int, _ count: Int) -> Int {
    offset + count <= bytes.count
      ? (0..<count).reversed().reduce(0) { $0 << 8 | Int(self[offset + $1]) } : 0
  }
}
