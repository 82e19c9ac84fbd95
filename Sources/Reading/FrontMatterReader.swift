import SourceText

/// Reads the entries of a front matter block, line by line.
struct FrontMatterReader {
  let bytes: [UInt8]
  let end: Int
  private var line: MarkdownLine
  private var entries: [Metadata.Entry] = []

  init(bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    self.end = end
    line = MarkdownLine(at: start, in: bytes)
  }

  /// Nil where a line belongs to no key, or there are comments only.
  mutating func read() -> [Metadata.Entry]? {
    var hasKey = false
    var hasComment = false
    while isInside {
      if line.isBlank {
        nextLine()
      } else if bytes[line.text] == UInt8(ascii: "#") {
        hasComment = true
        nextLine()
      } else if let key = key() {
        hasKey = true
        readValue(of: key.name, from: key.value)
      } else {
        return nil
      }
    }
    return hasKey || !hasComment ? entries : nil
  }

  private mutating func nextLine() {
    line = MarkdownLine(at: line.next, in: bytes)
  }

  private var isInside: Bool { line.start < end }

  /// The key of the line and where its value starts; nil for an item of a list or another block of Markdown.
  private func key() -> (name: String, value: Int)? {
    guard !line.startsBlock(in: bytes) else { return nil }
    if let known = knownKey() { return known }
    var colon = line.text
    while colon < line.end {
      // A colon is one only before a blank: `12:30` and URLs are text.
      if bytes[colon] == UInt8(ascii: ":"), colon + 1 == line.end || bytes[colon + 1].isBlank {
        var name = bytes[line.text..<colon]
        while let last = name.last, last.isBlank { name.removeLast() }
        if let first = name.first, name.count > 1, first == name.last,
          first == 0x22 || first == 0x27
        {
          name = name.dropFirst().dropLast()
        }
        return (String(decoding: name, as: UTF8.self), colon + 1)
      }
      colon += 1
    }
    return nil
  }

  /// A key that drafts have, with a colon of any width, as people write it who know no YAML: `title:通知`, `title：通知`.
  private func knownKey() -> (name: String, value: Int)? {
    let rest = bytes[line.text..<line.end]
    let name = rest.prefix { (0x61...0x7A).contains($0) }
    let colon = rest[name.endIndex...]
    let width = colon.starts(with: ":".utf8) ? 1 : colon.starts(with: "：".utf8) ? 3 : 0
    let key = String(decoding: name, as: UTF8.self)
    return width > 0 && MetadataHead.keys.contains(key) ? (key, name.endIndex + width) : nil
  }

  private mutating func readValue(of key: String, from start: Int) {
    let keyIndent = line.indent
    let start = afterBlanks(start, to: line.end)
    if start == line.end || bytes[start] == UInt8(ascii: "#") {
      nextLine()
      return readNested(key, indent: keyIndent, emptyAt: start)
    }
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuoted(key, from: start)
    case UInt8(ascii: "["): readFlowList(key, from: start)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      guard isBlockHeader(start) else { return readWhole(key, from: start) }
      let isFolded = bytes[start] == UInt8(ascii: ">")
      nextLine()
      readBlock(key, indent: keyIndent, isFolded: isFolded)
    default: readPlain(key, from: start, indent: keyIndent)
    }
  }

  private mutating func add(_ key: String, _ string: String, _ range: Range<Int>) {
    let value = Placed(string, SourceRange(range.lowerBound, range.upperBound))
    entries.append(Metadata.Entry(key: key, value: value, origin: .frontMatter))
  }

  private mutating func addText(_ key: String, _ range: Range<Int>) {
    add(key, String(decoding: bytes[range], as: UTF8.self), range)
  }

  /// The lines below a key without a value: a list, or something that is kept as written.
  private mutating func readNested(_ key: String, indent: Int, emptyAt place: Int) {
    var isEmpty = true
    while isInside {
      if line.isBlank || bytes[line.text] == UInt8(ascii: "#") {
        nextLine()
        continue
      }
      let isItem =
        bytes[line.text] == UInt8(ascii: "-")
        && (line.text + 1 == line.end || bytes[line.text + 1].isBlank)
      guard line.indent > indent || isItem && line.indent == indent else { break }
      isEmpty = false
      if isItem {
        let start = afterBlanks(line.text + 1, to: line.end)
        if start == line.end { nextLine() } else { readItem(key, from: start) }
      } else {
        addText(key, line.text..<trimmedEnd(line.text..<line.end))
        nextLine()
      }
    }
    if isEmpty { addText(key, place..<place) }
  }

  private mutating func readItem(_ key: String, from start: Int) {
    if bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") {
      readQuoted(key, from: start)
    } else {
      readPlain(key, from: start, indent: line.indent)
    }
  }

  private mutating func readPlain(_ key: String, from start: Int, indent: Int) {
    let first = start..<plainEnd(from: start, to: line.end)
    var last = first.upperBound
    var string = String(decoding: bytes[first], as: UTF8.self)
    nextLine()
    // A plain scalar goes on in deeper lines, folded into one.
    while isInside, !line.isBlank, line.indent > indent, bytes[line.text] != UInt8(ascii: "#"),
      self.key() == nil, !bytes[line.text..<line.end].starts(with: [0x2D, 0x20])
    {
      last = plainEnd(from: line.text, to: line.end)
      string += " " + String(decoding: bytes[line.text..<last], as: UTF8.self)
      nextLine()
    }
    add(key, string == "~" || string == "null" ? "" : string, start..<last)
  }

  private mutating func readQuoted(_ key: String, from start: Int) {
    guard let scalar = quotedScalar(from: start), isValueEnd(scalar.range.upperBound + 1) else {
      return readWhole(key, from: start)
    }
    add(key, scalar.string, scalar.range)
    while isInside, line.end < scalar.range.upperBound { nextLine() }
    nextLine()
  }

  /// A list in brackets, which goes on in lines that are deeper or have no key.
  private mutating func readFlowList(_ key: String, from start: Int) {
    let (first, count) = (line, entries.count)
    var offset = start + 1
    repeat {
      if readElements(of: key, from: &offset) {
        guard isValueEnd(offset + 1) else { break }
        return nextLine()
      }
      nextLine()
    } while isInside && (line.isBlank || line.indent > first.indent || self.key() == nil)
    entries.removeSubrange(count...)
    line = first
    readWhole(key, from: start)
  }

  /// Reads what a line has of a list in brackets; true where the offset is that of the bracket which closes it.
  private mutating func readElements(of key: String, from offset: inout Int) -> Bool {
    offset = max(offset, line.start)
    while true {
      offset = afterBlanks(offset, to: line.end)
      guard offset < line.end else { return false }
      if bytes[offset] == UInt8(ascii: "]") { return true }
      if bytes[offset] == UInt8(ascii: ",") {
        offset += 1
      } else if let scalar = quotedScalar(from: offset) {
        add(key, scalar.string, scalar.range)
        offset = scalar.range.upperBound + 1
        while line.end < offset { nextLine() }
      } else {
        var stop = offset
        while stop < line.end, bytes[stop] != 0x2C, bytes[stop] != 0x5D { stop += 1 }
        addText(key, offset..<trimmedEnd(offset..<stop))
        offset = stop
      }
    }
  }

  /// A value that only starts like a quoted one, a list or a block: as written, with the lines that are deeper.
  private mutating func readWhole(_ key: String, from start: Int) {
    let indent = line.indent
    var last = plainEnd(from: start, to: line.end)
    nextLine()
    while isInside, line.isBlank || line.indent > indent {
      if !line.isBlank { last = trimmedEnd(line.text..<line.end) }
      nextLine()
    }
    addText(key, start..<last)
  }

  /// A literal or folded block: its lines without the common indentation.
  private mutating func readBlock(_ key: String, indent: Int, isFolded: Bool) {
    var lines: [String] = []
    var margin: Int?
    var range: Range<Int>?
    while isInside, line.isBlank || line.indent > indent {
      if !line.isBlank {
        let depth = margin ?? line.indent
        margin = depth
        let start = line.start + min(depth, line.text - line.start)
        lines.append(String(decoding: bytes[start..<line.end], as: UTF8.self))
        range = (range?.lowerBound ?? start)..<line.end
      } else if range != nil {
        lines.append("")
      }
      nextLine()
    }
    while lines.last == "" { lines.removeLast() }
    add(key, lines.joined(separator: isFolded ? " " : "\n"), range ?? line.start..<line.start)
  }
}

extension FrontMatterReader {
  func afterBlanks(_ start: Int, to limit: Int, withLines: Bool = false) -> Int {
    var offset = start
    while offset < limit, bytes[offset].isBlank || withLines && bytes[offset].isLineEnd {
      offset += 1
    }
    return offset
  }

  /// Whether nothing but a comment follows in the line, so that a value may end before an offset.
  private func isValueEnd(_ offset: Int) -> Bool {
    let next = afterBlanks(offset, to: end)
    if next == end || bytes[next].isLineEnd { return true }
    return next > offset && bytes[next] == UInt8(ascii: "#")
  }

  /// Whether the mark of a block stands alone, or with a sign for its last line ends and a digit for its margin.
  private func isBlockHeader(_ start: Int) -> Bool {
    let rest = bytes[start + 1..<line.end]
    let signs = rest.prefix { "+-123456789".utf8.contains($0) }
    return signs.count < 3 && signs.count(where: { $0 >= 0x31 }) < 2 && isValueEnd(signs.endIndex)
  }

  private func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  /// The end of a plain scalar: before a comment, which starts with a blank and `#`.
  private func plainEnd(from start: Int, to limit: Int) -> Int {
    var end = start
    while end < limit, !(bytes[end] == UInt8(ascii: "#") && end > start && bytes[end - 1].isBlank) {
      end += 1
    }
    return trimmedEnd(start..<end)
  }
}
