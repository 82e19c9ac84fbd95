import Reading
import Testing

@Suite struct ImageHeaderTests {
  private func size(_ bytes: [UInt8]) -> [Int]? {
    imageSize { offset, count in
      guard offset < bytes.count else { return [] }
      return Array(bytes[offset..<min(bytes.count, offset + count)])
    }.map { [$0.width, $0.height] }
  }

  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 4, 0x38, 0, 0, 1, 0xF4, 8, 2, 0, 0, 0]

  @Test func `a PNG has its size in its first chunk`() { #expect(size(Self.png) == [1080, 500]) }

  @Test func `a GIF has its size behind its name`() {
    #expect(size(Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0x00, 0xF7, 0, 0]) == [320, 240])
  }

  @Test func `a JPEG has its size behind other segments, however long`() {
    let camera: [UInt8] = [0xFF, 0xE1, 0x40, 0x00] + Array(repeating: 0xC0, count: 0x3FFE)
    let frame: [UInt8] = [0xFF, 0xC2, 0x00, 0x11, 8, 0x02, 0x58, 0x03, 0x20, 3]
    #expect(size([0xFF, 0xD8] + camera + [0xFF] + frame) == [800, 600])
  }

  @Test func `WebP comes in three kinds`() {
    let riff = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8)
    let simple = riff + Array("VP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A]
    #expect(size(simple + [0x80, 0x02, 0x68, 0x01, 0, 0]) == [640, 360])
    let lossless = riff + Array("VP8L".utf8) + [0, 0, 0, 0, 0x2F, 0x7F, 0xC2, 0x59, 0x00, 0, 0, 0]
    #expect(size(lossless) == [640, 360])
    let extended = riff + Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 2, 0, 0x67, 1, 0]
    #expect(size(extended) == [640, 360])
  }

  @Test func `what is cut off or no image has no size`() {
    for count in 0..<24 { #expect(size(Array(Self.png.prefix(count))) == nil) }
    #expect(size([0xFF, 0xD8, 0xFF]) == nil)
    #expect(size([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]) == nil)
    #expect(size([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF]) == nil)
    #expect(size([0xFF, 0xD8] + Array(repeating: 0xFF, count: 500)) == nil)
    #expect(size(Array("GIF89a".utf8)) == nil)
    #expect(size(Array("RIFF....WEBPVP8L".utf8)) == nil)
    #expect(size(Array("<html>".utf8)) == nil)
  }
}
