/// What holds for the text right inside an open element.
struct Frame {
  struct Flags: OptionSet {
    let rawValue: UInt16
    /// `display: none` and the like, which nothing inside can undo.
    static let unseen = Flags(rawValue: 1 << 0)
    /// `visibility: hidden`, which a part inside can undo.
    static let invisible = Flags(rawValue: 1 << 1)
    static let centred = Flags(rawValue: 1 << 2)
    static let grey = Flags(rawValue: 1 << 3)
    static let captionClass = Flags(rawValue: 1 << 4)
    /// Menus and tools.
    static let chrome = Flags(rawValue: 1 << 5)
    /// Header, footer, aside: chrome unless inside the article.
    static let edge = Flags(rawValue: 1 << 6)
    static let pageTitle = Flags(rawValue: 1 << 7)
    static let svg = Flags(rawValue: 1 << 8)
    static let notes = Flags(rawValue: 1 << 9)
    /// In a quotation or figure, whose footer is its own.
    static let quoted = Flags(rawValue: 1 << 10)
    /// Of the element itself: it parts text.
    static let partsText = Flags(rawValue: 1 << 11)
    /// Of the element itself: something is to be done at its end.
    static let hasEnd = Flags(rawValue: 1 << 12)
    /// A caption of a table.
    static let tableCaption = Flags(rawValue: 1 << 13)
    /// Outside the page, see-through or without height.
    static let offstage = Flags(rawValue: 1 << 14)

    static let own: Flags = [.partsText, .hasEnd]
  }

  /// The address of the parser's copy of the name.
  var name: UInt = 0
  var element = Element.block
  var flags: Flags = []
  var kind = Kind.paragraph
  var context: Block.Context = []
  /// Pixels; nil where unknown.
  var fontSize: UInt8?
  /// Index of the innermost part of the page that may be the article; -1 outside.
  var region: Int16 = -1
  /// Marks that it opened in its stream.
  var markCount: UInt8 = 0

  var isHidden: Bool { !flags.isDisjoint(with: [.unseen, .invisible]) || fontSize == 0 }

  /// Whether what stands here is shown, but where or so that nobody sees it.
  var isOffstage: Bool { flags.contains(.offstage) || fontSize == 1 }

  /// `Block.Kind` in one byte.
  enum Kind: UInt8 {
    case h1
    case h2
    case h3
    case h4
    case h5
    case h6
    case paragraph
    case listItem
    case cell
    case caption
    case code
    case note

    init?(headingLevel: Int?) {
      guard let level = headingLevel else { return nil }
      self.init(rawValue: UInt8(level - 1))
    }

    var isHeading: Bool { rawValue <= Kind.h6.rawValue }

    var blockKind: Block.Kind {
      switch self {
      case .h1, .h2, .h3, .h4, .h5, .h6: .heading(Int(rawValue) + 1)
      case .paragraph: .paragraph
      case .listItem: .listItem
      case .cell: .tableCell
      case .caption: .caption
      case .code: .code
      case .note: .note
      }
    }
  }
}
