/// A list of terms as its file holds it; its lines are read only when a matcher is built or a term is hit.
package struct TermList: Sendable {
  /// How the lines are laid out.
  enum Form: UInt8, Sendable {
    /// Header, then `term standard certainty guards note`.
    case terms
    /// An organisation's own list (handbook, compliance §7.5).
    case operators
    /// One term a line, all overlapping hits wanted, nothing else.
    case literals
  }

  /// What rules ask for hits by.
  package let name: String
  /// Where errors say they are.
  package let file: String
  let form: Form
  private let content: Content

  private enum Content {
    case bytes([UInt8])
    /// Bytes that most runs do not need, and what tells them from others.
    case deferred(ContentHash, Deferred<[UInt8]>)
    case kept(KeptText)
  }

  /// A list in UTF-8.
  package init(name: String, file: String, bytes: [UInt8]) {
    self.init(name: name, file: file, bytes: bytes, form: .terms)
  }

  /// A list in UTF-8 that lies in the cache.
  package init(name: String, file: String, text: KeptText) {
    self.init(name: name, file: file, form: .terms, content: .kept(text))
  }

  init(name: String, file: String, bytes: [UInt8], form: Form) {
    self.init(name: name, file: file, form: form, content: .bytes(bytes))
  }

  private init(name: String, file: String, form: Form, content: Content) {
    self.name = name
    self.file = file
    self.form = form
    self.content = content
  }

  package var bytes: [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .deferred(_, let bytes): bytes.value
    case .kept(let text): text.bytes
    }
  }

  /// The line that starts at an offset, without its line feed.
  func line(at start: Int) -> [UInt8] {
    if case .kept(let text) = content { return text.line(at: start) }
    return bytes.line(at: start)
  }

  /// Tells what the list holds from what others of its form do.
  package var hash: ContentHash {
    switch content {
    case .bytes(let bytes): ContentHash(bytes)
    case .deferred(let hash, _): hash
    case .kept(let text): text.hash
    }
  }

  /// A list of strings to be found wherever they stand, overlapping ones included, without boundaries: the
  /// gates of patterns.
  ///
  /// Folding and skipping of invisible characters are on. The entry of a hit is the index
  /// in `literals`. Literals that are not `isFindable` are never hit.
  package static func literals(name: String, _ literals: [String]) -> Self {
    Self(name: name, file: name, bytes: lines(of: literals), form: .literals)
  }

  /// The same of literals that are made when they are first needed; `hash` is that of what this program makes
  /// them of.
  package static func literals(
    name: String,
    hash: ContentHash,
    _ literals: @escaping @Sendable () -> [String]
  ) -> Self {
    let content = Content.deferred(hash, Deferred { lines(of: literals()) })
    return Self(name: name, file: name, form: .literals, content: content)
  }

  private static func lines(of literals: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for literal in literals {
      bytes += isFindable(literal) ? Array(literal.utf8) : []
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// A list of bare words with the phrases that win over them, all switches as a file without a header has
  /// them.
  package static func words(name: String, _ words: [String], allowed: [String]) -> Self {
    // A blank before a word keeps it from being read as a comment or an allow phrase.
    let lines = words.map { " " + $0 } + allowed.map { "+" + $0 }
    let bytes = lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
    return Self(name: name, file: name, bytes: bytes, form: .terms)
  }

  /// Whether a term can be found at all: it has a character that is never skipped, is not too long, and
  /// lies in one line.
  package static func isFindable(_ term: String) -> Bool {
    let scalars = term.unicodeScalars
    return scalars.count <= longestTerm / 4 && !scalars.contains { $0 == "\n" || $0 == "\r" }
      && scalars.contains { Skipped(of: $0.value) == .no }
  }

  /// Scalars after folding, from the first to the last.
  static let longestTerm = 255

  /// Reads the list whole, or says where it is wrong.
  package func validate() throws(TermListError) {
    _ = try parsed()
  }

  /// Whether there is an entry at all; reads no further than to the first.
  package var hasEntries: Bool {
    var isAtStart = true
    for byte in bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...] {
      switch byte {
      case 0x0A: isAtStart = true
      case 0x09, 0x0D, 0x20: continue
      case UInt8(ascii: "#"), UInt8(ascii: "+"): isAtStart = false
      default: if isAtStart { return true }
      }
    }
    return false
  }

  /// All entries in the order of the file with the numbers of their lines, from 1; allow phrases left out.
  package func entries() throws(TermListError) -> [(line: Int, entry: TermEntry)] {
    try parsed().records.filter { !$0.isAllowed }.map { ($0.line, entry(at: $0.lineStart)) }
  }

  /// The entry of the line that starts at a byte offset.
  func entry(at start: Int) -> TermEntry {
    let line = line(at: start)
    let columns = columns(at: 0, of: line)
    func column(_ index: Int) -> String {
      guard columns.indices.contains(index) else { return "" }
      return String(decoding: line[columns[index]], as: UTF8.self)
    }
    switch form {
    case .literals:
      return TermEntry(term: column(0), standard: "", certainty: .warning, note: "")
    case .operators:
      return TermEntry(
        term: column(2),
        standard: column(5) == "-" ? "" : column(5),
        certainty: Certainty(word: column(3)) ?? .warning,
        note: column(6) == "-" ? "" : column(6),
        columns: columns.indices.map(column)
      )
    case .terms:
      let certainty = Certainty(letter: column(2))
      return TermEntry(
        term: column(0),
        standard: column(1),
        certainty: certainty ?? .warning,
        note: column(4),
        columns: certainty == nil && !column(2).isEmpty || columns.count > 5
          ? columns.indices.map(column) : []
      )
    }
  }
}

/// How certain an entry's fault is, and so the severity of its finding.
package enum Certainty: UInt8, Sendable {
  case error
  case warning
  case suggestion

  /// `E`, `W` or `S`.
  package init?(letter: String) {
    switch letter {
    case "E": self = .error
    case "W": self = .warning
    case "S": self = .suggestion
    default: return nil
    }
  }

  /// A severity in full, as an organisation's list names it.
  init?(word: String) {
    switch word {
    case "error": self = .error
    case "warning": self = .warning
    case "suggestion": self = .suggestion
    default: return nil
    }
  }
}

/// One entry of a term list, as its line says.
package struct TermEntry: Sendable, Hashable {
  package let term: String
  /// The column `standard` as written; empty for none.
  package let standard: String
  /// A warning where the line has no certainty.
  package let certainty: Certainty
  package let note: String
  /// All columns as written, the term first, where the line has more than the five that every list has, or
  /// something else than a certainty in the third; otherwise empty.
  package let columns: [String]

  package init(
    term: String,
    standard: String,
    certainty: Certainty,
    note: String,
    columns: [String] = []
  ) {
    self.term = term
    self.standard = standard
    self.certainty = certainty
    self.note = note
    self.columns = columns
  }

  /// The one form to write instead; nil where there is none, or several, or only advice.
  package var replacement: String? {
    let isAdvice =
      standard.isEmpty || standard == "-" || standard.contains("/") || standard.contains("（")
    return isAdvice ? nil : standard
  }
}

/// Where a term of a list stands in the prose.
///
/// There are thousands of them, of texts far below four gigabytes.
package struct TermHit: Hashable, Sendable {
  @usableFromInline let listIndex: UInt32
  @usableFromInline let entryIndex: UInt32
  @usableFromInline let start: UInt32
  @usableFromInline let end: UInt32

  /// Index of the list among those that the matcher was built from.
  @inlinable
  package var list: Int { Int(listIndex) }

  /// Index of the entry in its list, allow phrases counted.
  @inlinable
  package var entry: Int { Int(entryIndex) }

  /// UTF-8 bytes of the prose, from the first to the last matched scalar, skipped ones in between included.
  @inlinable
  package var range: Range<Int> {
    @inline(__always) get { Int(start)..<Int(end) }
  }

  package init(list: Int, entry: Int, range: Range<Int>) {
    listIndex = UInt32(truncatingIfNeeded: list)
    entryIndex = UInt32(truncatingIfNeeded: entry)
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
  }
}
