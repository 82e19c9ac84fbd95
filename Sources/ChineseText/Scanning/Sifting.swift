/// A few punctuation marks and symbols that are looked for among all those of a draft.
package struct MarkSet: Sendable, ExpressibleByStringLiteral {
  /// A scalar for each place that scalars fall into; 0 where there is none.
  private var places = [UInt32](repeating: 0, count: 64)
  /// Those whose places others have.
  private var others: [Unicode.Scalar] = []
  /// A bit for each place in use.
  fileprivate var bits: UInt64 = 0

  package init(stringLiteral text: String) { self.init(Array(text.unicodeScalars)) }

  package init(_ marks: [Unicode.Scalar]) {
    for scalar in marks {
      let place = Self.place(of: scalar)
      bits |= 1 << UInt64(place)
      if places[place] == 0 { places[place] = scalar.value } else { others.append(scalar) }
    }
  }

  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool {
    places[Self.place(of: scalar)] == scalar.value || !others.isEmpty && others.contains(scalar)
  }

  /// The texts of a mark of the set before or behind a neighbour.
  package func pairs(with neighbours: String) -> [TextGrams.Sign] {
    let marks = places.filter { $0 != 0 }.compactMap(Unicode.Scalar.init) + others
    return neighbours.unicodeScalars.flatMap { neighbour in
      marks.flatMap { mark in
        [TextGrams.Sign(of: "\(mark)\(neighbour)"), TextGrams.Sign(of: "\(neighbour)\(mark)")]
      }
    }
  }

  /// The factor gives the marks that rules look for places of their own.
  fileprivate static func place(of scalar: Unicode.Scalar) -> Int {
    Int((scalar.value &* 0x4801_362F) >> 26)
  }
}

/// A few kinds of tokens.
package struct TokenKinds: Sendable {
  fileprivate let bits: UInt16

  package init(_ kinds: [Token.Kind]) {
    bits = kinds.reduce(0) { $0 | 1 << $1.rawValue }
  }

  package func contains(_ kind: Token.Kind) -> Bool { bits >> kind.rawValue & 1 == 1 }
}

/// Kinds of marks, tokens and oddities: those that a text may hold, or that are looked for in it.
package struct TextFeatures: Sendable {
  /// A bit for each place of marks.
  package private(set) var marks: UInt64 = 0
  /// A bit for each kind of tokens, and from the sixteenth on for each of oddities; those from `kindCount` on are free.
  package private(set) var kinds: UInt64 = 0

  package static let kindCount = 48

  package init() {}

  package init(_ marks: MarkSet) { self.marks = marks.bits }

  package init(_ kinds: TokenKinds) { self.kinds = UInt64(kinds.bits) }

  package init(_ kinds: [Oddity.Kind]) {
    for kind in kinds { self.kinds |= Self.bit(of: kind) }
  }

  init(_ marks: MarkIndex, _ tokens: [Token], _ oddities: [Oddity]) {
    self.marks = marks.places
    for token in tokens { kinds |= 1 << UInt64(token.kind.rawValue) }
    for oddity in oddities { kinds |= Self.bit(of: oddity.kind) }
  }

  private static func bit(of kind: Oddity.Kind) -> UInt64 { 1 << UInt64(16 + kind.rawValue) }

  package func union(_ other: TextFeatures) -> TextFeatures {
    var union = self
    union.marks |= other.marks
    union.kinds |= other.kinds
    return union
  }

  func hold(_ wanted: TokenKinds) -> Bool { kinds & UInt64(wanted.bits) != 0 }
}

/// Where marks of the same place stand among all marks of a text: a row of bits for each place in use.
struct MarkIndex: Sendable {
  /// The places in use.
  private(set) var places: UInt64 = 0
  /// Row after row.
  private var words: [UInt64] = []
  /// Words of a row.
  private var width = 0

  init() {}

  init(_ marks: [Mark]) {
    for mark in marks { places |= 1 << UInt64(MarkSet.place(of: mark.scalar)) }
    width = (marks.count + 63) / 64
    words = [UInt64](repeating: 0, count: places.nonzeroBitCount * width)
    for (index, mark) in marks.enumerated() {
      let row = row(of: UInt64(MarkSet.place(of: mark.scalar)))
      words[row &+ index >> 6] |= 1 << UInt64(index & 63)
    }
  }

  /// The first word of the row of a place in use.
  private func row(of place: UInt64) -> Int {
    (places & (1 << place &- 1)).nonzeroBitCount &* width
  }

  /// The marks that are of a set, ascending.
  func marks(of marks: [Mark], among wanted: MarkSet) -> [Mark] {
    var found: [Mark] = []
    guard places & wanted.bits != 0 else { return found }
    found.reserveCapacity(count(of: places & wanted.bits))
    for word in 0..<width {
      var bits = self.bits(of: word, places & wanted.bits)
      while bits != 0 {
        let mark = marks[word << 6 | bits.trailingZeroBitCount]
        if wanted.contains(mark.scalar) { found.append(mark) }
        bits &= bits &- 1
      }
    }
    return found
  }

  /// How many marks are in some places.
  private func count(of places: UInt64) -> Int {
    (0..<width).reduce(0) { $0 + bits(of: $1, places).nonzeroBitCount }
  }

  /// A word of the rows of some places together.
  private func bits(of word: Int, _ places: UInt64) -> UInt64 {
    var bits: UInt64 = 0
    var places = places
    while places != 0 {
      bits |= words[row(of: UInt64(places.trailingZeroBitCount)) &+ word]
      places &= places &- 1
    }
    return bits
  }
}

extension TextScan {
  /// The marks that are of a set, ascending.
  package func marks(among wanted: MarkSet) -> [Mark] {
    markIndex.marks(of: marks, among: wanted)
  }

  /// The tokens that are of some kinds, ascending.
  package func tokens(of wanted: TokenKinds) -> [Token] {
    var found: [Token] = []
    guard features.hold(wanted) else { return found }
    for token in tokens where wanted.contains(token.kind) { found.append(token) }
    return found
  }
}
