/// A pack without the lines of its `cases` and `why`, more than half of it, which judging drafts does not need.
///
/// Goes by the indentation of lines, as packs are laid out. Of a pack laid out in another way too much or too
/// little may be left, which its reader finds out.
func linesForJudging(of pack: [UInt8]) -> [UInt8] {
  var lines: [UInt8] = []
  lines.reserveCapacity(pack.count / 2)
  /// How far the key is indented whose value is being left out.
  var key: Int?
  var start = 0
  while start < pack.count {
    let end = pack[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? pack.count
    let text = pack[start..<end].drop { $0 == UInt8(ascii: " ") }
    if let outer = key, !belongs(text, indentedBy: text.startIndex - start, toKeyAt: outer) {
      key = nil
    }
    if key == nil, unneededKeys.contains(where: { text.starts(with: $0) }) {
      key = text.startIndex - start
    }
    if key == nil { lines += pack[start..<end] }
    start = end
  }
  return lines
}

private let unneededKeys = [Array("cases:".utf8), Array("why:".utf8)]

/// Whether a line goes on with the value of a key: it is blank or further in, or an item of the key's list.
private func belongs(_ text: ArraySlice<UInt8>, indentedBy indent: Int, toKeyAt key: Int) -> Bool {
  guard let first = text.first, first != UInt8(ascii: "\n") else { return true }
  return indent > key || indent == key && text.starts(with: [UInt8(ascii: "-"), UInt8(ascii: " ")])
}
