import SourceText

extension Draft {
  /// Marks the blocks below a heading such as 参考文献, up to the next heading.
  mutating func markReferences() {
    var level: Int?
    for index in blocks.indices {
      if blocks[index].isHidden { return }
      if mayBeReferenceHeading(blocks[index].text), isReferenceHeading(string(of: blocks[index])) {
        level = blocks[index].headingLevel ?? 6
        continue
      }
      if let own = blocks[index].headingLevel, own <= level ?? 0 { level = nil }
      if level != nil, blocks[index].kind != .note { blocks[index].context.insert(.references) }
    }
  }

  /// A quick look before text is made into a string: 文献, 资料, 来源 and 注释 stand in one of the last places.
  private func mayBeReferenceHeading(_ range: Range<Int>) -> Bool {
    guard range.count >= 6, range.count <= 48 else { return false }
    var end = range.upperBound
    while end - range.lowerBound >= 6, end > range.upperBound - 8 {
      switch (text[end - 3], text[end - 2], text[end - 1]) {
      // 献 料 源 释
      case (0xE7, 0x8C, 0xAE), (0xE6, 0x96, 0x99), (0xE6, 0xBA, 0x90), (0xE9, 0x87, 0x8A):
        return true
      default: end -= 1
      }
    }
    return false
  }

  /// Gives the blocks the context of a caption.
  mutating func markCaptions(_ indices: [Int]) {
    for index in indices where blocks.indices.contains(index) {
      blocks[index].context.insert(.captionStyle)
    }
  }
}

/// Whether a line is `参考文献`, `主要参考资料：`, `资料来源` and the like (handbook, compliance §4.2).
func isReferenceHeading(_ line: String) -> Bool {
  var name = Substring(line.filter { !$0.isWhitespace })
  while let last = name.last, "：:】］]".contains(last) { name.removeLast() }
  while let first = name.first, "【［[".contains(first) { name.removeFirst() }
  if name.hasPrefix("主要") { name.removeFirst(2) }
  return referenceHeadings.contains(String(name))
}

private let referenceHeadings: Set = [
  "参考文献", "参考资料", "参考来源", "引用文献", "引用资料", "资料来源", "文献来源", "注释", "来源",
]
