/// A span of a draft, in UTF-8 bytes of its decoded text; `end` is not included.
package struct SourceRange: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    precondition(start >= 0 && start <= end, "a range ends where it starts or later")
    self.start = start
    self.end = end
  }

  package var count: Int { end - start }
  package var isEmpty: Bool { start == end }

  package func contains(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }

  package func overlaps(_ other: SourceRange) -> Bool {
    start < other.end && other.start < end
  }
}
