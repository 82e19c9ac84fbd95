import SourceText

/// What stands before a Markdown draft's first block.
struct FrontMatter {
  var entries: [Metadata.Entry] = []
  /// A byte-order mark and the block with its fences.
  var skipped: [Skipped] = []
  /// Where the body starts.
  var end = 0
}

/// Reads the YAML block between a first line `---` and a line `---` or `...`.
///
/// Of YAML it knows what drafts use: scalars, plain, quoted or as a block, and lists of them, each item an entry of
/// its own; behind a key that drafts have a colon alone does, of either width. Any other value is one entry with its text as written. A block with a line that belongs to no key, or with
/// comments only, is text of the draft between two dividers. Nothing is an error.
func readFrontMatter(_ bytes: [UInt8]) -> FrontMatter {
  var result = FrontMatter()
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    result.end = 3
    result.skipped.append(Skipped(SourceRange(0, 3), .syntax))
  }
  let first = MarkdownLine(at: result.end, in: bytes)
  guard isFence(first, "---", bytes) else { return result }
  var line = MarkdownLine(at: first.next, in: bytes)
  while line.start < bytes.count {
    if isFence(line, "---", bytes) || isFence(line, "...", bytes) {
      var reader = FrontMatterReader(bytes: bytes, from: first.next, to: line.start)
      guard let entries = reader.read() else { return result }
      result.entries = entries
      result.skipped.append(Skipped(SourceRange(result.end, line.end), .frontMatter))
      result.end = line.next
      return result
    }
    line = MarkdownLine(at: line.next, in: bytes)
  }
  return result
}

private func isFence(_ line: MarkdownLine, _ fence: String, _ bytes: [UInt8]) -> Bool {
  guard line.indent == 0, bytes[line.text..<line.end].starts(with: fence.utf8) else { return false }
  return bytes[line.text + 3..<line.end].allSatisfy(\.isBlank)
}
