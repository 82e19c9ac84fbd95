/// A few punctuation marks and symbols that are looked for among all those of a draft.
package struct MarkSet: Sendable, ExpressibleByStringLiteral {
  /// A scalar for each place that scalars fall into; 0 where there is none.
  private var places = [UInt32](repeating: 0, count: 64)
  /// Those whose places others have.
  private var others: [Unicode.Scalar] = []
  /// A bit for each place in use.
  fileprivate var bits: UInt64 = 0

  /// The marks of a text.
  package init(stringLiteral text: String) {
    for scalar in text.unicodeScalars {
      let place = Self.place(of: scalar)
      bits |= 1 << UInt64(place)
      if places[place] == 0 { places[place] = scalar.value } else { others.append(scalar) }
    }
  }

  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool {
    places[Self.place(of: scalar)] == scalar.value || !others.isEmpty && others.contains(scalar)
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

  fileprivate func contains(_ kind: Token.Kind) -> Bool { bits >> kind.rawValue & 1 == 1 }
}

/// Which marks and tokens a draft may hold at all: most rules want some that it does not.
struct Presence: Sendable {
  fileprivate var marks: UInt64 = 0
  fileprivate var tokens: UInt16 = 0

  init(of marks: [Mark], _ tokens: [Token]) {
    for mark in marks { self.marks |= 1 << UInt64(MarkSet.place(of: mark.scalar)) }
    for token in tokens { self.tokens |= 1 << token.kind.rawValue }
  }
}

extension TextScan {
  /// The marks that are of a set, ascending.
  package func marks(among wanted: MarkSet) -> [Mark] {
    guard presence.marks & wanted.bits != 0, let first = marks.first else { return [] }
    // No branch depends on a mark, for what marks come next cannot be foretold.
    var found = [Mark](repeating: first, count: marks.count)
    var count = 0
    for mark in marks {
      found[count] = mark
      count += wanted.contains(mark.scalar) ? 1 : 0
    }
    found.removeLast(found.count - count)
    return found
  }

  /// The tokens that are of some kinds, ascending.
  package func tokens(of wanted: TokenKinds) -> [Token] {
    var found: [Token] = []
    guard presence.tokens & wanted.bits != 0 else { return found }
    for token in tokens where wanted.contains(token.kind) { found.append(token) }
    return found
  }
}
