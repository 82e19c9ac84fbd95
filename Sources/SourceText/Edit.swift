/// A replacement of some bytes of a draft.
package struct Edit: Hashable, Sendable {
  package let range: SourceRange
  package let text: String

  package init(_ range: SourceRange, _ text: String) {
    self.range = range
    self.text = text
  }
}

/// The bytes with the edits made.
///
/// Edits are sorted by range and do not overlap.
package func applying(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var copied = 0
  for edit in edits {
    precondition(edit.range.start >= copied, "edits are sorted and apart")
    result.append(contentsOf: bytes[copied..<edit.range.start])
    result.append(contentsOf: edit.text.utf8)
    copied = edit.range.end
  }
  result.append(contentsOf: bytes[copied...])
  return result
}
