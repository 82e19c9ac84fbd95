import FoundationEssentials
import Testing

@testable import ChineseText

@Suite struct KeptTextTests {
  private static let key = ContentHash([1])
  /// Lines of 5 to 40,004 bytes, so that some begin, end or run over borders of blocks.
  private static let text = Array(
    (0..<40).map { String(repeating: "字", count: $0 * $0 * 9 % 13_400) + "\($0)尾" }
      .joined(separator: "\n").utf8
  )
  private static let starts = [0] + text.indices.filter { text[$0] == 0x0A }.map { $0 + 1 }

  /// A text kept in a file behind something else, in a folder of its own for the length of a test.
  private func withText(
    damagedAt places: [Int] = [],
    _ body: (KeptText) throws -> Void
  ) throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("hegui-text-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try #require(CacheFolder(path: path))
    var kept = Self.text
    for place in places { kept[place] ^= 4 }
    folder.keep(head: [7], body: [1, 2, 3] + kept + [4], as: .rules, for: Self.key)
    let file = try #require(folder.kept(.rules, for: Self.key))
    let text = KeptText(
      of: file,
      at: 3..<3 + Self.text.count,
      hash: ContentHash(Self.text),
      blocks: KeptText.blocks(of: Self.text)
    ) { Self.text }
    try body(#require(text))
  }

  private func expectLines(of text: KeptText) {
    for start in Self.starts {
      #expect(text.line(at: start) == Array(Self.text[start...].prefix { $0 != 0x0A }))
    }
  }

  @Test func `every line is read alone, and many as well`() throws {
    try withText { text in
      for _ in 0..<3 { expectLines(of: text) }
      #expect(text.bytes == Self.text)
    }
  }

  @Test func `outside of the text there are no lines`() throws {
    try withText { text in
      for start in [-1, Self.text.count, Self.text.count + 1, .max] {
        #expect(text.line(at: start) == [])
      }
    }
  }

  @Test func `what has been damaged is made again`() throws {
    let places = Array(stride(from: 0, to: Self.text.count, by: 9_001))
    for place in places { try withText(damagedAt: [place], expectLines) }
    try withText(damagedAt: places) { #expect($0.bytes == Self.text) }
  }

  @Test func `a text with another number of blocks is none`() throws {
    try withText { _ in }
    let folder = try #require(CacheFolder(path: FileManager.default.temporaryDirectory.path))
    folder.keep(head: [], body: Self.text, as: .rules, for: Self.key)
    let file = try #require(folder.kept(.rules, for: Self.key))
    defer { try? FileManager.default.removeItem(atPath: folder.file(.rules, Self.key)) }
    let blocks = KeptText.blocks(of: Self.text)
    for wrong in [[], Array(blocks.dropLast()), blocks + [0]] {
      let text = KeptText(
        of: file,
        at: 0..<Self.text.count,
        hash: ContentHash(Self.text),
        blocks: wrong
      ) { Self.text }
      #expect(text == nil)
    }
  }
}
