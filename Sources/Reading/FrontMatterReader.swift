import SourceText

/// Reads the entries of a front matter block, line by line.
struct FrontMatterReader {
  private let bytes: [UInt8]
  private let end: Int
  private var line: MarkdownLine
  private var entries: [Metadata.Entry] = []

  init(bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    self.end = end
    line = MarkdownLine(at: start, in: bytes)
  }

  mutating func read() -> [Metadata.Entry] {
    while line.start < end {
      guard !line.isBlank, bytes[line.text] != UInt8(ascii: "#"), let key = key() else {
        nextLine()
        continue
      }
      readValue(of: key.name, from: key.value)
    }
    return entries
  }

  private mutating func nextLine() {
    line = MarkdownLine(at: line.next, in: bytes)
  }

  private var isInside: Bool { line.start < end }

  /// The key of the line and where its value starts.
  private func key() -> (name: String, value: Int)? {
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
    guard let scalar = quotedScalar(from: start) else {
      addText(key, start..<trimmedEnd(start..<line.end))
      return nextLine()
    }
    add(key, scalar.string, scalar.range)
    while isInside, line.end < scalar.range.upperBound { nextLine() }
    nextLine()
  }

  private mutating func readFlowList(_ key: String, from start: Int) {
    var offset = start + 1
    while true {
      offset = afterBlanks(offset, to: end, withLines: true)
      guard offset < end, bytes[offset] != UInt8(ascii: "]") else { break }
      if bytes[offset] == UInt8(ascii: ",") {
        offset += 1
      } else if let scalar = quotedScalar(from: offset) {
        add(key, scalar.string, scalar.range)
        offset = scalar.range.upperBound + 1
      } else {
        var stop = offset
        while stop < end, ![0x2C, 0x5D, 0x0A, 0x0D].contains(bytes[stop]) { stop += 1 }
        addText(key, offset..<trimmedEnd(offset..<stop))
        offset = stop
      }
    }
    while isInside, line.end < offset { nextLine() }
    nextLine()
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
  private func afterBlanks(_ start: Int, to limit: Int, withLines: Bool = false) -> Int {
    var offset = start
    while offset < limit, bytes[offset].isBlank || withLines && bytes[offset].isLineEnd {
      offset += 1
    }
    return offset
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

  /// The scalar in quotation marks at an offset; its range is what stands between them.
  private func quotedScalar(from start: Int) -> (string: String, range: Range<Int>)? {
    let mark = bytes[start]
    guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else { return nil }
    var scalar: [UInt8] = []
    var offset = start + 1
    while offset < end {
      let byte = bytes[offset]
      if byte == mark {
        let isDoubled = mark == 0x27 && offset + 1 < end && bytes[offset + 1] == mark
        guard isDoubled else {
          return (String(decoding: scalar, as: UTF8.self), start + 1..<offset)
        }
        scalar.append(mark)
        offset += 2
      } else if byte == UInt8(ascii: "\\"), mark == 0x22, offset + 1 < end {
        offset = appendEscape(at: offset + 1, to: &scalar)
      } else if byte.isLineEnd {
        scalar.append(0x20)
        offset = afterBlanks(offset, to: end, withLines: true)
      } else {
        scalar.append(byte)
        offset += 1
      }
    }
    return nil
  }

  /// Appends what an escape of a double-quoted scalar stands for and tells where it ends.
  private func appendEscape(at offset: Int, to scalar: inout [UInt8]) -> Int {
    let digits: [UInt8: Int] = [0x78: 2, 0x75: 4, 0x55: 8]
    let byte = bytes[offset]
    if let count = digits[byte], offset + count < end {
      let text = String(decoding: bytes[offset + 1...offset + count], as: UTF8.self)
      if let value = UInt32(text, radix: 16), let character = Unicode.Scalar(value) {
        scalar.append(contentsOf: String(character).utf8)
        return offset + 1 + count
      }
    }
    switch byte {
    case UInt8(ascii: "n"): scalar.append(0x0A)
    case UInt8(ascii: "t"): scalar.append(0x09)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), 0x20: scalar.append(byte)
    default: scalar.append(contentsOf: [UInt8(ascii: "\\"), byte])
    }
    return offset + 1
  }
}
