package import SourceText

/// A unit of text that a person reads in one go: a paragraph, a heading, a cell.
package struct Block: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A title that stands in metadata, not in the body.
    case title
    /// Level from 1 to 6.
    case heading(Int)
    case paragraph
    case listItem
    case tableCell
    case caption
    case code
    /// A footnote's or a reference entry's text.
    case note
    /// Text that a reader does not see: for privacy, secrecy and links only.
    case hidden
  }

  /// What a block stands in.
  package struct Context: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Not the standard library's own, which costs thousands of instructions for each literal of another module.
    package init(arrayLiteral elements: Context...) {
      var bits: UInt8 = 0
      for element in elements { bits |= element.rawValue }
      rawValue = bits
    }

    // Nor these: they are generic, and looked up at each call.
    package func contains(_ other: Context) -> Bool { rawValue & other.rawValue == other.rawValue }

    package func isDisjoint(with other: Context) -> Bool { rawValue & other.rawValue == 0 }

    package static let quote = Context(rawValue: 1 << 0)
    package static let list = Context(rawValue: 1 << 1)
    package static let table = Context(rawValue: 1 << 2)
    package static let figure = Context(rawValue: 1 << 3)
    /// Set small, grey or centred, as captions are in WeChat's captionless pages.
    package static let captionStyle = Context(rawValue: 1 << 4)
    /// Below a heading such as 参考文献.
    package static let references = Context(rawValue: 1 << 5)
    /// Marked as another language than simplified Chinese (`lang`).
    package static let foreign = Context(rawValue: 1 << 6)
  }

  package var kind: Kind
  package var context: Context
  package var text: Range<Int>
  package var source: SourceRange

  package init(_ kind: Kind, _ context: Context = [], text: Range<Int>, source: SourceRange) {
    self.kind = kind
    self.context = context
    self.text = text
    self.source = source
  }

  /// Whether a place in the source lies in the block's own.
  package func holds(_ place: SourceRange) -> Bool {
    source.start <= place.start && place.end <= source.end
  }

  package var isHidden: Bool { kind == .hidden }
  package var isCode: Bool { kind == .code }

  /// Nil for anything but a heading.
  package var headingLevel: Int? {
    if case .heading(let level) = kind { level } else { nil }
  }
}

/// A block without anything to read or see in it.
package struct BlankBlock: Hashable, Sendable {
  package let isHeading: Bool
  /// The whole element of a heading, the blanks of another block.
  package let source: SourceRange

  package init(isHeading: Bool, source: SourceRange) {
    self.isHeading = isHeading
    self.source = source
  }
}

/// A stretch of a block's text under one inline mark.
package struct InlineSpan: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case link
    case emphasis
    case strong
    case code
    case superscript
    case `subscript`
    case deleted
    /// A reading set above the text (`rt`).
    case ruby
    /// A reference to a note; its text is the mark.
    case noteReference
    /// Marked as another language than simplified Chinese (`lang`).
    case foreign
  }

  package let kind: Kind
  package let text: Range<Int>

  package init(_ kind: Kind, _ text: Range<Int>) {
    self.kind = kind
    self.text = text
  }
}
