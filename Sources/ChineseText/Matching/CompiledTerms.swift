/// Everything that finding the terms of some lists needs, as plain tables.
struct CompiledTerms {
  /// By scalar of the basic plane: a class, `Class.none`, `Class.skipped` or `Class.other`.
  ///
  /// The lowest classes are those of scalars that are terms of their own.
  var classes: [UInt16] = []
  /// The trie.
  var states: [TermState] = []
  /// What follows a long leaf: how many classes are left, these classes, then the entries that end there, each
  /// as a low and a high half; the high bit of the second marks the last.
  var tails: [UInt16] = []
  /// By entry: the place in `kinds` of its list and marks.
  var entries: [UInt16] = []
  /// List << 16 | marks.
  var kinds: [UInt32] = []
  /// By entry: byte offset of its line in its list.
  var lineStarts: [UInt32] = []
  /// Two words a list: its first entry, its settings.
  var lists: [UInt32] = []
  /// Two words a scalar outside the basic plane, ascending: the scalar, its class or `Class.other`.
  var supplementary: [UInt32] = []
  /// How the terms of two and more scalars begin (see `PrefixFilter`).
  var prefixes: [UInt64] = []
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
  /// A word at one side is enough to part them.
  static let vetoedEitherSide = Self(rawValue: 2048)
  /// Has a sign between two characters, which a text that skips nothing there does not have.
  static let signed = Self(rawValue: 128)
  /// Folds to itself: a text that does so as well is the term, whatever the switches.
  static let folded = Self(rawValue: 256)
  /// Begins, or ends, with a sign that must stand in the text.
  static let signStart = Self(rawValue: 512)
  static let signEnd = Self(rawValue: 1024)
  /// Set on a hit, not on an entry: something was skipped inside, or an end lies within a scalar.
  static let loose = Self(rawValue: 64)
}

/// A state of the trie: where its children lie, or what follows it.
///
/// The root's child by class `c` is at `c`, if the label there is `c`. The children of another state lie side
/// by side, ascending by their labels; the first has the label 0 where terms end at the state, and leads to
/// their entries. A state that only one sequence of classes goes on from is a leaf: short with a single entry
/// and at most one class behind it, as most are, else long.
struct TermState: BitwiseCopyable {
  /// The place of the first child; of a long leaf the offset in `CompiledTerms.tails`; of a short one its entry
  /// with the high bit set.
  let value: UInt32
  /// The class that leads here; 0 for none.
  let label: UInt16
  /// How many children there are, 0 for a long leaf; of a short leaf the class behind it, 0 for none.
  let count: UInt16

  static let none = Self(value: 0, label: 0, count: 0)
  private static let shortLeaf: UInt32 = 1 << 31

  init(value: UInt32, label: UInt16, count: UInt16) {
    self.value = value
    self.label = label
    self.count = count
  }

  /// A short leaf.
  init(entry: UInt32, label: UInt16, tail: UInt16) {
    self.init(value: entry | Self.shortLeaf, label: label, count: tail)
  }

  var isShortLeaf: Bool { value & Self.shortLeaf != 0 }
  var isLongLeaf: Bool { count == 0 && !isShortLeaf }
  /// That of a short leaf.
  var entry: Int { Int(value & ~Self.shortLeaf) }
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
