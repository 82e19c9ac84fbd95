/// What one pass over a draft's prose finds, for all rules to judge.
///
/// Offsets are UTF-8 bytes of the prose.
package struct TextScan: Sendable {
  /// Punctuation and symbols, ASCII ones included, ascending.
  package var marks: [Mark] = []
  /// Characters that are not plain (see `Oddity.Kind`), ascending.
  package var oddities: [Oddity] = []
  /// Latin words and number tokens, ascending, not overlapping.
  package var tokens: [Token] = []
  /// Ascending by start; spans of different kinds may nest.
  package var protectedSpans: [ProtectedSpan] = [] {
    didSet { index = SpanIndex(protectedSpans) }
  }
  /// The prose that was scanned.
  var text: [UInt8] = []
  var blockCounts: [BlockCount] = []
  /// What was scanned holds marks, tokens and oddities of these kinds at most.
  package internal(set) var features = TextFeatures()
  var markIndex = MarkIndex()
  var index = SpanIndex([])

  package init() {}
}

/// How many Han characters a block has.
struct BlockCount: Sendable {
  let range: Range<Int>
  let hanCount: Int
}

/// A punctuation mark or symbol.
package struct Mark: Hashable, Sendable {
  package let offset: Int
  package let scalar: Unicode.Scalar

  package init(offset: Int, scalar: Unicode.Scalar) {
    self.offset = offset
    self.scalar = scalar
  }

  package var range: Range<Int> { offset..<offset + UTF8.width(scalar) }
}

/// A character that a rule of the group `character` may have something to say about.
package struct Oddity: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    case traditional
    /// Traditional, with more than one standard form.
    case traditionalAmbiguous
    case variant
    case japanese
    case compatibility
    case radical
    /// Level 3 of the table, not on the list of rare characters that need no remark.
    case rareLevel3
    /// Outside the table, and in no other class.
    case rareOutside
    case fullwidthLatin
    case fullwidthDigit
    /// `％` `．` `＋` `－` `＝` `＜` `＞` `／`
    case fullwidthSign
    case invisible
    case bidiControl
    case control
    case privateUse
    /// U+FFFD.
    case replacement
    case emoji
  }

  package let offset: Int
  package let scalar: Unicode.Scalar
  package let kind: Kind

  package init(offset: Int, scalar: Unicode.Scalar, kind: Kind) {
    self.offset = offset
    self.scalar = scalar
    self.kind = kind
  }

  package var range: Range<Int> { offset..<offset + UTF8.width(scalar) }
}

/// A Latin word or a whole numeric expression, longest first.
package struct Token: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    /// Letters, with inner digits, `-`, `.`, `/`, `+` as in `CT`, `COVID-19`, `IL-6`, `PM2.5`.
    case latin
    case number
    case date
    case time
    case dateTime
    case range
    case ratio
    case fraction
    case percentage
    /// A number with its unit.
    case quantity
    case currency
    case phone
    case identifier
    /// A number in Han digits.
    case hanNumber
  }

  package let kind: Kind
  package let range: Range<Int>

  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// A stretch that some rules do not look into (handbook, language §2.3).
package struct ProtectedSpan: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    /// P1: URL, domain, e-mail, file name, path.
    case address
    /// P2
    case code
    /// P3: placeholders, mentions.
    case machine
    /// P4: formula, chemistry, gene and drug tokens.
    case formula
    /// P5: document and standard numbers, DOI, licence, phone, identifiers.
    case identifier
    /// P6: a run of a foreign language with its own punctuation.
    case foreign
    /// P7: inside 《》〈〉.
    case titleMarks
    /// P8: inside “”‘’「」『』.
    case quotation
    /// P9: a name.
    case name
    /// P10: an official label quoted below 【…】.
    case label

    /// P1–P6, which all rules skip unless they say otherwise.
    package var isOpaque: Bool { rawValue <= Kind.foreign.rawValue }
  }

  /// Some of the kinds.
  package struct Kinds: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package init(_ kind: Kind) { rawValue = 1 << UInt16(kind.rawValue) }

    // The standard library's is generic, and looks its types up at each call.
    package init(arrayLiteral kinds: Kinds...) {
      rawValue = kinds.reduce(0) { $0 | $1.rawValue }
    }

    package static let address = Self(.address)
    package static let code = Self(.code)
    package static let titleMarks = Self(.titleMarks)
    package static let quotation = Self(.quotation)
    package static let name = Self(.name)
    package static let label = Self(.label)

    /// The kinds, one after another.
    var all: some Sequence<Kind> {
      (0..<UInt8(UInt16.bitWidth)).lazy.filter { rawValue >> UInt16($0) & 1 != 0 }
        .compactMap(Kind.init)
    }
  }

  package let kind: Kind
  package let range: Range<Int>

  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// What the scanner needs to know of a block.
package struct BlockExtent: Sendable {
  package let range: Range<Int>
  package let isCode: Bool

  package init(range: Range<Int>, isCode: Bool) {
    self.range = range
    self.isCode = isCode
  }
}
