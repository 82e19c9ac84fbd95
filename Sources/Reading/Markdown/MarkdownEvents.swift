/// What md4c calls blocks.
enum MarkdownBlock {
  case document
  case quote
  case bulletList
  case orderedList
  /// `taskMark` is the offset of the character between the brackets of a task.
  case item(taskMark: Int?)
  case rule
  case heading(level: Int)
  /// `fence` is the character of the fence, `info` the offset of the text behind it.
  case code(fence: UInt8?, info: Int?)
  case html
  case paragraph
  case table
  case tableHead
  case tableBody
  case row
  case headerCell
  case cell
}

enum MarkdownSpan {
  case emphasis
  case strong
  case deleted
  case code
  case link
  case image
}

enum MarkdownText {
  case normal
  case nul
  case hardBreak
  case softBreak
  case reference
  case code
  case html
}

/// Where the bytes of an event are.
enum MarkdownBytes {
  /// In the input.
  case input(Range<Int>)
  /// Made by md4c: a line end, or the indentation of code.
  case made(byte: UInt8, count: Int)
}

/// A link's destination or a title.
struct MarkdownAttribute {
  /// The value's place in the input; nil where md4c had to change it, and where there is none.
  var place: Range<Int>?
  /// The value as HTML for quotation marks, where it has no place.
  var escaped: [UInt8] = []

  var isEmpty: Bool { place == nil && escaped.isEmpty }

  var count: Int { place?.count ?? escaped.count }
}
