import ChineseText
import Testing

struct NeighbourTests {
  @Test func `a few invisible scalars are looked past, a long run of them is not`() {
    for (count, isSeen) in [(0, true), (10, true), (80, true), (100, false), (100_000, false)] {
      let run = String(repeating: "\u{200B}", count: count)
      let text = Array("甲\(run)乙".utf8)
      let whole = 0..<text.count
      #expect((text.nextVisible(after: 3, in: whole)?.scalar == "乙") == isSeen)
      #expect((text.previousVisible(before: text.count - 3, in: whole)?.scalar == "甲") == isSeen)
    }
  }
}
