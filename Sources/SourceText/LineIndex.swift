/// A place in a draft as people count it.
package struct Position: Hashable, Sendable {
  /// From 1.
  package let line: Int

  /// From 1, in Unicode code points.
  package let column: Int

  /// From 0, in UTF-8 bytes.
  package let byte: Int

  package init(line: Int, column: Int, byte: Int) {
    self.line = line
    self.column = column
    self.byte = byte
  }
}

/// Where the lines of a text start; a line ends with LF, CR LF or CR.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    starts.reserveCapacity(bytes.count / 64)
    let span = bytes.span
    var offset = 0
    while offset < span.count {
      // Most blocks of text hold no line end; a sum without branches over 32 bytes is cheap.
      if offset + 32 <= span.count {
        var ends: UInt8 = 0
        for index in offset..<offset + 32 {
          ends |= (span[index] == 0x0A ? 1 : 0) | (span[index] == 0x0D ? 1 : 0)
        }
        if ends == 0 {
          offset += 32
          continue
        }
      }
      let stop = min(offset + 32, span.count)
      while offset < stop {
        let byte = span[offset]
        offset += 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0A || offset == span.count || span[offset] != 0x0A { starts.append(offset) }
      }
    }
    self.starts = starts
  }

  package var count: Int { starts.count }

  /// The position of a byte offset; an offset behind the end is that of the end.
  package func position(of byteOffset: Int) -> Position {
    let offset = min(byteOffset, bytes.count)
    let line = line(of: offset)
    var column = 1
    for byte in bytes[starts[line - 1]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return Position(line: line, column: column, byte: offset)
  }

  /// The bytes of a line, without its end; nil for a line there is not.
  package func range(ofLine line: Int) -> SourceRange? {
    guard line >= 1, line <= starts.count else { return nil }
    var end = line < starts.count ? starts[line] : bytes.count
    while end > starts[line - 1], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return SourceRange(starts[line - 1], end)
  }

  /// The number of the line that holds a byte.
  package func line(of byteOffset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= byteOffset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
