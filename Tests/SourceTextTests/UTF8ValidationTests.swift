import Testing

@testable import SourceText

/// Bytes at the edges of what UTF-8 allows.
private let edges: [UInt8] = [
  0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
  0xED,
  0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
]

@Test func `the check agrees with the standard library's`() {
  var wrong: [[UInt8]] = []
  for first in edges {
    for second in edges {
      for third in edges {
        for fourth in edges {
          let bytes = [first, second, third, fourth]
          let expected = String(validating: bytes, as: UTF8.self) != nil
          if isValidUTF8(bytes) != expected { wrong.append(bytes) }
        }
      }
    }
  }
  #expect(wrong.isEmpty)
}

@Test func `a fault behind long ASCII is seen`() {
  for length in 0..<70 {
    let bytes = [UInt8](repeating: 0x41, count: length) + [0xE4, 0xBD]
    #expect(!isValidUTF8(bytes))
    #expect(isValidUTF8(bytes + [0xA0]))
  }
}

/// Whole characters and edges in any order, longer than the blocks of the check.
@Test func `the check of blocks agrees with the standard library's`() {
  let pieces = ["a", "标", "准", "é", "𠮷", "\u{800}", "\u{D7FF}", "\u{10FFFF}", "中文abc"].map {
    Array($0.utf8)
  }
  var state: UInt64 = 1
  func random(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
  var wrong: [[UInt8]] = []
  var valid = 0
  for _ in 0..<4000 {
    var bytes: [UInt8] = []
    for _ in 0..<random(40) { bytes += pieces[random(pieces.count)] }
    if random(2) == 0, !bytes.isEmpty { bytes[random(bytes.count)] = edges[random(edges.count)] }
    let expected = String(validating: bytes, as: UTF8.self) != nil
    if expected { valid += 1 }
    if isValidUTF8(bytes) != expected { wrong.append(bytes) }
  }
  #expect(wrong.isEmpty)
  #expect(valid > 1000 && valid < 3500)
}
