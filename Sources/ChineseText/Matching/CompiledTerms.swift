/// Everything that finding the terms of some lists needs, as plain tables.
struct CompiledTerms {
  /// By scalar of the basic plane: a class, `Class.none`, `Class.skipped` or `Class.other`.
  var classes: [UInt16] = []
  /// By class: the state after one scalar of it from the root.
  var root: [UInt32] = []
  /// By state: the class that leads to it from the state before it.
  var labels: [UInt16] = []
  /// Four words a state: base, classes of its children modulo 32 as bits, fail, first record of `outs`.
  var nodes: [UInt32] = []
  /// Four words a record: entry, next record (always a lower one), scalars matched, list << 16 | marks.
  ///
  /// Record 0 is the end of every chain.
  var outs: [UInt32] = [0, 0, 0, 0]
  /// Two words an entry: byte offset of its line in its list, number of the line.
  var entries: [UInt32] = []
  /// Two words a list: its first entry, its settings.
  var lists: [UInt32] = []
  /// Two words a scalar outside the basic plane, ascending: the scalar, its class or `Class.other`.
  var supplementary: [UInt32] = []
  var folds: FoldTables

  enum Class {
    /// In no term: back to the root.
    static let none: UInt16 = 0
    /// Stands for several scalars, or for one outside the basic plane.
    static let other: UInt16 = 0xFFFE
    static let skipped: UInt16 = 0xFFFF
  }
}

/// What the matcher must know of an entry before it looks at its line.
struct EntryMarks: OptionSet {
  let rawValue: UInt32

  /// An allow phrase.
  static let allowed = Self(rawValue: 1)
  static let guarded = Self(rawValue: 2)
  /// Found means matched, unless something was skipped inside.
  static let plain = Self(rawValue: 4)
  static let latinStart = Self(rawValue: 8)
  static let latinEnd = Self(rawValue: 16)
  /// Two Han characters that the lexicon may part.
  static let vetoable = Self(rawValue: 32)
  /// Set on a hit, not on an entry: something was skipped inside, or an end lies within a scalar.
  static let loose = Self(rawValue: 64)
}

/// The switches of a list in one word.
struct ListSettings: Hashable {
  var fold: Fold
  var skipsSymbols: Bool
  var hasLatinBoundary: Bool
  /// Whether all overlapping hits are wanted.
  var isRaw: Bool

  var word: UInt32 {
    UInt32(fold.rawValue) | (skipsSymbols ? 8 : 0) | (hasLatinBoundary ? 16 : 0) | (isRaw ? 32 : 0)
  }

  init(_ header: TermListHeader, isRaw: Bool) {
    fold = header.fold
    skipsSymbols = header.skipsSymbols
    hasLatinBoundary = header.hasLatinBoundary
    self.isRaw = isRaw
  }

  init(word: UInt32) {
    fold = Fold(rawValue: UInt8(word & 7))
    skipsSymbols = word & 8 != 0
    hasLatinBoundary = word & 16 != 0
    isRaw = word & 32 != 0
  }
}
