import SourceText

/// The text and the HTML of a Word document under construction.
struct WordText {
  private(set) var text: [UInt8] = []
  private(set) var html: [UInt8] = []
  private(set) var map = SourceMap()
  private(set) var origins: [TextOrigin] = []
  /// The number of the line under way, from 1.
  private(set) var line = 1

  /// Adds to the text and returns where.
  @discardableResult
  mutating func type(_ bytes: some Sequence<UInt8>) -> Range<Int> {
    let start = text.count
    text.append(contentsOf: bytes)
    return start..<text.count
  }

  /// Adds text with what is known of where it stands in the file.
  mutating func type(_ piece: WordParagraph.Piece) -> Range<Int> {
    origins += piece.origins.map { $0.moved(by: text.count) }
    return type(piece.bytes)
  }

  mutating func endLine() {
    text.append(0x0A)
    line += 1
  }

  /// Adds markup that stands for some of the text, or for none at a place in it.
  mutating func mark(_ markup: String, for range: Range<Int>) {
    html.append(contentsOf: markup.utf8)
    map.appendWhole(markup.utf8.count, source: SourceRange(range.lowerBound, range.upperBound))
  }

  mutating func mark(_ markup: String, at place: Int) { mark(markup, for: place..<place) }

  mutating func mark(_ markup: String) { mark(markup, at: text.count) }

  /// Adds a part of the text to the HTML.
  mutating func show(_ range: Range<Int>, inAttribute: Bool = false) {
    var start = range.lowerBound
    for offset in range {
      guard let reference = escape(text[offset], inAttribute: inAttribute) else { continue }
      showVerbatim(start..<offset)
      mark(reference, for: offset..<offset + 1)
      start = offset + 1
    }
    showVerbatim(start..<range.upperBound)
  }

  private mutating func showVerbatim(_ range: Range<Int>) {
    html.append(contentsOf: text[range])
    map.appendVerbatim(range.count, source: range.lowerBound)
  }
}

extension TextOrigin {
  /// The same in a text that has more bytes before it.
  func moved(by count: Int) -> TextOrigin {
    let moved = text.lowerBound + count..<text.upperBound + count
    return TextOrigin(text: moved, element: element, offset: offset)
  }
}
