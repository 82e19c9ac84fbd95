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
