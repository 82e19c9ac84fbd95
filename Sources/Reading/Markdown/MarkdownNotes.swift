import SourceText

/// A footnote's definition as it stands in the source.
struct NoteDefinition {
  let label: Range<Int>
  /// From `[^` to the end of the last line that belongs to it, without the line's end.
  let range: Range<Int>
  /// Where its text starts, or the end of its first line.
  let text: Int
}

/// Finds `[^label]: …` at the start of lines, outside of code and comments, with the lines that go on with them.
func findNotes(in input: [UInt8], from start: Int) -> [NoteDefinition] {
  guard mayHoldNotes(input, from: start) else { return [] }
  var notes: [NoteDefinition] = []
  var guardedBy = VerbatimPart()
  var line = MarkdownLine(at: start, in: input)
  while line.start < input.count {
    if !guardedBy.takes(line, in: input), let note = definition(at: line, in: input) {
      notes.append(note)
      line = MarkdownLine(at: note.range.upperBound, in: input)
    }
    line = MarkdownLine(at: line.next, in: input)
  }
  return notes
}

/// The source without the definitions, all else in its place.
func blanking(_ notes: [NoteDefinition], in input: [UInt8]) -> [UInt8] {
  var blanked = input
  for note in notes {
    for offset in note.range where !blanked[offset].isLineEnd { blanked[offset] = 0x20 }
  }
  return blanked
}

/// The source with each definition made the item of a list: md4c then takes its further lines as its own.
func markingNotes(_ notes: [NoteDefinition], in input: [UInt8]) -> [UInt8] {
  var marked = input
  for note in notes {
    let mark = note.mark(in: input)
    marked[mark] = UInt8(ascii: "-")
    for offset in mark + 1..<max(mark + 1, note.text) { marked[offset] = 0x20 }
  }
  return marked
}

extension NoteDefinition {
  /// Where an item's mark goes: four columns before the text, which is where further lines start too.
  fileprivate func mark(in input: [UInt8]) -> Int {
    let isEmptyLine = text >= input.count || input[text].isLineEnd
    return isEmptyLine ? label.upperBound + 1 : text - 4
  }
}

extension MarkdownLowering {
  /// Lowers definitions behind the body.
  ///
  /// The input is the source with its notes marked as items.
  mutating func lower(
    _ definitions: [NoteDefinition],
    labels source: [UInt8]
  ) throws(ReadingError) -> [LoweredDraft.Note] {
    var notes: [LoweredDraft.Note] = []
    let marked = input
    hiddenBlocks = 2
    write("<section data-hegui-notes>", from: SourceRange(cursor, cursor))
    for definition in definitions {
      let start = html.count
      let range = definition.range
      write(
        "<div data-hegui-note=\"",
        from: SourceRange(range.lowerBound, definition.label.lowerBound)
      )
      input = source
      appendEscaped(definition.label, inAttribute: true)
      input = marked
      write("\">", from: SourceRange(definition.label.upperBound, definition.label.upperBound + 2))
      advance(to: range.lowerBound)
      cursor = definition.text
      try parse(definition.mark(in: source)..<range.upperBound)
      write("</div>\n", from: SourceRange(cursor, cursor))
      notes.append(
        LoweredDraft.Note(
          label: String(decoding: source[definition.label], as: UTF8.self),
          html: start..<html.count - 1,
          source: SourceRange(range.lowerBound, range.upperBound)
        )
      )
    }
    write("</section>\n", from: SourceRange(cursor, cursor))
    return notes
  }
}

private func mayHoldNotes(_ input: [UInt8], from start: Int) -> Bool {
  var offset = start
  while let bracket = input[offset...].firstIndex(of: UInt8(ascii: "[")) {
    if bracket + 1 < input.count, input[bracket + 1] == UInt8(ascii: "^") { return true }
    offset = bracket + 1
  }
  return false
}

/// The definition that starts in a line, with its further lines.
private func definition(at line: MarkdownLine, in input: [UInt8]) -> NoteDefinition? {
  guard line.indent < 4, let label = noteLabel(at: line.text, in: input),
    label.upperBound + 1 < line.end, input[label.upperBound + 1] == UInt8(ascii: ":")
  else { return nil }
  var text = label.upperBound + 2
  while text < line.end, input[text].isBlank { text += 1 }
  var end = line.end
  var isAfterBlank = false
  var next = MarkdownLine(at: line.next, in: input)
  while next.start < input.count {
    if next.isBlank {
      isAfterBlank = true
    } else if next.indent >= 4 || !isAfterBlank && !next.startsBlock(in: input) {
      end = next.end
      isAfterBlank = false
    } else {
      break
    }
    next = MarkdownLine(at: next.next, in: input)
  }
  return NoteDefinition(label: label, range: line.text..<end, text: text)
}
