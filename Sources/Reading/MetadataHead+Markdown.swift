import SourceText

extension MetadataHead {
  /// With front matter, or with what the front matter of the text does not say.
  func markdown(on body: String) -> String {
    let bytes = Array(body.utf8)
    let front = readFrontMatter(bytes)
    guard let block = front.block else {
      return "---\n" + lines(of: entries) + "---\n\n"
        + String(decoding: bytes[front.end...], as: UTF8.self)
    }
    let missing = entries.filter { entry in
      !front.entries.contains { $0.key == entry.key && !$0.value.string.isBlankText }
    }
    guard !missing.isEmpty else { return body }
    let first = MarkdownLine(at: block.start, in: bytes)
    var text = bytes[..<first.next] + Array(lines(of: missing).utf8)
    var line = MarkdownLine(at: first.next, in: bytes)
    while line.next < front.end {
      // A key that stands there without a value makes room for the one that has it.
      let isEmptied = missing.contains {
        bytes[line.start..<line.end].elementsEqual("\($0.key):".utf8)
      }
      if !isEmptied { text += bytes[line.start..<line.next] }
      line = MarkdownLine(at: line.next, in: bytes)
    }
    return String(decoding: text + bytes[line.start...], as: UTF8.self)
  }

  private func lines(of entries: [Entry]) -> String {
    entries.map { "\($0.key): \(yamlScalar($0.value))\n" }.joined()
  }

  /// The entries at the beginning of the front matter that are one line each, and the rest.
  static func markdownParts(
    of text: String,
    keys: [String]
  ) -> (entries: [Entry], body: String) {
    let bytes = Array(text.utf8)
    let front = readFrontMatter(bytes)
    guard let block = front.block else { return ([], text) }
    let first = MarkdownLine(at: block.start, in: bytes)
    var entries: [Entry] = []
    var line = MarkdownLine(at: first.next, in: bytes)
    while line.next < front.end {
      let next = MarkdownLine(at: line.next, in: bytes)
      var reader = FrontMatterReader(bytes: bytes, from: line.start, to: line.next)
      let found = reader.read() ?? []
      // A line that is indented goes on with the value before it.
      guard found.count == 1, line.indent == 0, next.indent == 0 || next.isBlank,
        keys.contains(found[0].key), !entries.contains(where: { $0.key == found[0].key })
      else { break }
      entries.append(Entry(found[0].key, found[0].value.string))
      line = next
    }
    guard line.next >= front.end else {
      return (entries, String(decoding: bytes[..<first.next] + bytes[line.start...], as: UTF8.self))
    }
    let blank = MarkdownLine(at: front.end, in: bytes)
    return (entries, String(decoding: bytes[blank.next...], as: UTF8.self))
  }
}

extension FrontMatter {
  /// Where the block stands with its fences; nil where there is none.
  fileprivate var block: SourceRange? { skipped.first { $0.reason == .frontMatter }?.range }
}

/// Plain where that reads as the same text, else in quotation marks.
private func yamlScalar(_ text: String) -> String {
  let bytes = Array(text.utf8)
  let startsPlain = bytes.first.map { !"-?:,[]{}#&*!|>'\"%@`~".utf8.contains($0) } ?? false
  let hidesEnd = zip(bytes, bytes.dropFirst() + [0x20]).contains { byte, next in
    byte == UInt8(ascii: ":") && next == 0x20 || byte == 0x20 && next == UInt8(ascii: "#")
  }
  if startsPlain, !hidesEnd, text != "null" { return text }
  let escaped = bytes.flatMap { byte -> [UInt8] in
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? [UInt8(ascii: "\\"), byte] : [byte]
  }
  return "\"" + String(decoding: escaped, as: UTF8.self) + "\""
}
