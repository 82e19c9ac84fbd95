import SourceText

extension Draft {
  /// Marks the blocks below a heading such as 参考文献, up to the next heading.
  mutating func markReferences() {
    var level: Int?
    for index in blocks.indices {
      if blocks[index].isHidden { return }
      if blocks[index].text.count <= 48, isReferenceHeading(string(of: blocks[index])) {
        level = blocks[index].headingLevel ?? 6
        continue
      }
      if let own = blocks[index].headingLevel, own <= level ?? 0 { level = nil }
      if level != nil, blocks[index].kind != .note { blocks[index].context.insert(.references) }
    }
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
