import SourceText

/// What a part of a Word document tells, in its order.
enum StoryItem {
  case paragraph(WordParagraph)
  case open(StoryPart)
  case close(StoryPart)
}

/// What paragraphs stand in.
enum StoryPart: Hashable {
  case table
  case row
  case cell(isHeader: Bool, span: Int)
  /// A note or a comment, by its id.
  case entry(String)
}

struct WordParagraph {
  var style: String?
  /// From 0; 9 is none.
  var outline: Int?
  /// Of a list; the id 0 is none.
  var listID: String?
  var listLevel: Int?
  var isCentred = false
  /// Part of a table of contents.
  var isContents = false
  /// In a table or a box.
  var isEnclosed = false
  /// Whether its end is deleted, so that the next one goes on in it.
  var joinsNext = false
  var pieces: [Piece] = []

  struct Piece {
    enum Kind {
      case text
      case lineBreak
      case image(WordImage)
      case note(String, isEndnote: Bool)
      case comment(String)
      case linkStart(String)
      case linkEnd
    }

    var kind: Kind
    /// Of text only.
    var bytes: [UInt8] = []
    /// Where in the main part those bytes stand that stand there as they are; places in `bytes`.
    var origins: [TextOrigin] = []
    var marks: WordMarks = []
    var fate = Fate.shown
  }

  /// What becomes of text.
  enum Fate {
    case shown
    /// By a change that is on record.
    case deleted
    case hidden
  }

  /// Whether there is nothing in it for a reader.
  var isBlank: Bool {
    shownPieces.allSatisfy { piece in
      switch piece.kind {
      case .text: String(decoding: piece.bytes, as: UTF8.self).isBlankText
      case .image, .note: false
      case .lineBreak, .comment, .linkStart, .linkEnd: true
      }
    }
  }

  var shownPieces: some Sequence<Piece> { pieces.lazy.filter { $0.fate == .shown } }

  /// The text that is shown, without marks and pictures.
  var shownText: String {
    String(decoding: shownPieces.flatMap(\.bytes), as: UTF8.self)
  }

  /// Whether all that is shown is bold.
  var isBold: Bool {
    shownPieces.allSatisfy { piece in
      piece.marks.contains(.bold) || String(decoding: piece.bytes, as: UTF8.self).isBlankText
    }
  }
}

struct WordImage {
  /// A path in the package or an address elsewhere.
  var target: String?
  /// The alternative text; nil where there is none.
  var description: String?
  /// Pixels that the page gives it.
  var width: Int?
  var height: Int?
  var isDecorative = false
}

/// How a run looks, as far as it means something.
struct WordMarks: OptionSet, Hashable {
  let rawValue: UInt8

  static let bold = WordMarks(rawValue: 1)
  static let italic = WordMarks(rawValue: 2)
  static let superscript = WordMarks(rawValue: 4)
  static let `subscript` = WordMarks(rawValue: 8)
  static let struck = WordMarks(rawValue: 16)
  static let ruby = WordMarks(rawValue: 32)
}
