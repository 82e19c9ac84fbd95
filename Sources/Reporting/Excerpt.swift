import SourceText

/// A source line with a part of it marked below, cut to a width.
struct MarkedLine: Hashable {
  let text: String
  /// `^~~~` under the marked part, from the first cell of `text`.
  let marks: String
}

/// Cuts lines out of a source.
struct Excerpts {
  let bytes: [UInt8]
  let veil: Veil
  /// The cells that a line may take.
  let width: Int

  /// The line that starts at a byte, with a part of it marked; the part ends at the line's end at the latest.
  func line(startingAt lineStart: Int, marking range: SourceRange) -> MarkedLine {
    let reach = width * 4
    let first = codePoint(at: max(lineStart, range.start - reach))
    let last = end(ofLineAt: range.start, within: range.start + reach)
    let cells = cells(in: first..<last, marking: range)
    return cut(cells, hasMoreBefore: first > lineStart, hasMoreAfter: !isLineEnd(at: last))
  }

  /// The end of a line without its line end, or of as much of it as is wanted.
  func end(ofLineAt byteOffset: Int, within limit: Int = .max) -> Int {
    var end = min(byteOffset, bytes.count)
    while end < min(limit, bytes.count), !isLineEnd(at: end) { end += 1 }
    return isLineEnd(at: end) ? end : codePoint(at: end)
  }

  private func isLineEnd(at offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] == 0x0A || bytes[offset] == 0x0D
  }

  private func codePoint(at offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private struct Cell {
    let glyph: TerminalGlyph
    let isMarked: Bool
  }

  private func cells(in part: Range<Int>, marking range: SourceRange) -> [Cell] {
    var ruler = TerminalRuler()
    var offset = part.lowerBound
    var cells: [Cell] = []
    for scalar in String(decoding: bytes[part], as: UTF8.self).unicodeScalars {
      let glyph = ruler.glyph(of: veil.isStarred(offset) ? "*" : scalar)
      let isMarked =
        range.isEmpty ? offset == range.start : offset >= range.start && offset < range.end
      cells.append(Cell(glyph: glyph, isMarked: isMarked))
      offset += scalar.utf8.count
    }
    if range.start >= part.upperBound {
      cells.append(Cell(glyph: TerminalGlyph(text: " ", width: 1), isMarked: true))
    }
    return cells
  }

  private func cut(_ cells: [Cell], hasMoreBefore: Bool, hasMoreAfter: Bool) -> MarkedLine {
    let total = cells.reduce(0) { $0 + $1.glyph.width }
    var kept = cells.startIndex..<cells.endIndex
    if total > width || hasMoreBefore || hasMoreAfter { kept = window(of: cells) }
    let isCutBefore = hasMoreBefore || kept.lowerBound > cells.startIndex
    let isCutAfter = hasMoreAfter || kept.upperBound < cells.endIndex
    var text = isCutBefore ? "…" : ""
    var marks = isCutBefore ? " " : ""
    var hasMark = false
    for cell in cells[kept] {
      text += cell.glyph.text
      let width = max(cell.glyph.width, cell.isMarked && !hasMark ? 1 : 0)
      guard cell.isMarked else {
        if !hasMark { marks += String(repeating: " ", count: width) }
        continue
      }
      marks += (hasMark ? "~" : "^") + String(repeating: "~", count: max(0, width - 1))
      if hasMark, width == 0 { marks.removeLast() }
      hasMark = true
    }
    return MarkedLine(text: trimmedAtEnd(text) + (isCutAfter ? "…" : ""), marks: marks)
  }

  /// As many cells as fit: a third of them before the mark, more where little follows.
  private func window(of cells: [Cell]) -> Range<Int> {
    let mark = cells.firstIndex { $0.isMarked } ?? cells.startIndex
    let room = max(8, width - 2)
    var used = 0
    var lower = mark
    while lower > 0, used + cells[lower - 1].glyph.width <= room / 3 {
      lower -= 1
      used += cells[lower].glyph.width
    }
    var upper = mark
    while upper < cells.endIndex, used + cells[upper].glyph.width <= room {
      used += cells[upper].glyph.width
      upper += 1
    }
    while lower > 0, used + cells[lower - 1].glyph.width <= room {
      lower -= 1
      used += cells[lower].glyph.width
    }
    return lower..<max(upper, min(mark + 1, cells.endIndex))
  }

  private func trimmedAtEnd(_ text: String) -> String {
    var text = text
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    return text
  }
}
