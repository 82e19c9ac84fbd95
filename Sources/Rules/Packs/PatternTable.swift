import ChineseText
import Linting
import SourceText

/// Patterns of several rules, one entry a line of a text file; `rules/README.md` tells of the format.
///
/// The words of each rule's entries are looked for as one term list; an expression is compiled when a draft holds
/// one of its words.
package final class PatternTable: Sendable {
  package let name: String
  package let file: String
  let bytes: Deferred<[UInt8]>
  /// That of the bytes.
  let hash: ContentHash
  private let lines: Deferred<PatternTableLines>

  /// Reads a table; `whole` tries its expressions, too.
  init(name: String, file: String, bytes: [UInt8], whole: Bool) throws(RulePackError) {
    var reader = PatternTableReader(file: file, bytes: bytes, isWhole: whole)
    try reader.run()
    let lines = PatternTableLines(reader)
    self.name = name
    self.file = file
    self.bytes = Deferred { bytes }
    hash = ContentHash(bytes)
    self.lines = Deferred { lines }
  }

  /// A table that is known to be right and is read when a draft holds one of its words.
  init(name: String, file: String, hash: ContentHash, bytes: Deferred<[UInt8]>) {
    self.name = name
    self.file = file
    self.bytes = bytes
    self.hash = hash
    lines = Deferred {
      var reader = PatternTableReader(file: file, bytes: bytes.value, isWhole: false)
      // It was read before it was kept, so it can be read again.
      try? reader.run()
      return PatternTableLines(reader)
    }
  }

  package var entries: [PatternEntry] { lines.value.entries }

  /// Names of the rules that entries belong to, each once, with the line that has it first.
  var rules: [(name: String, line: Int)] { lines.value.rules.map { ($0.name, $0.line) } }

  /// Whether a file is a table and not a term list: it says so in its first line.
  static func isTable(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "# table:".utf8) }

  /// What a rule looks for.
  func words(of rule: String) -> TableWords {
    let lines = lines
    let name = "table:\(name) \(rule)"
    let hash = hash.joined(with: ContentHash(Array(name.utf8)))
    return TableWords(
      list: .literals(name: name, hash: hash) { lines.value.words(of: rule) },
      owners: Deferred { lines.value.rules.first { $0.name == rule }?.owners ?? [] }
    )
  }
}

/// The words of a rule's entries in a table.
struct TableWords: Sendable {
  let list: TermList
  /// By word, the index of the entry that has it.
  let owners: Deferred<[Int]>

  /// The hits of the words, entry by entry; those without an entry are left out.
  func ownedHits(of hits: ArraySlice<TermHit>) -> [OwnedHit] {
    let owners = owners.value
    var owned: [OwnedHit] = []
    owned.reserveCapacity(hits.count)
    for place in hits.indices {
      let hit = hits[place]
      guard owners.indices.contains(hit.entry) else { continue }
      owned.append(OwnedHit(entry: owners[hit.entry], place: place, range: hit.range))
    }
    owned.sort()
    return owned
  }
}

/// A hit of a word of a table's entry.
struct OwnedHit: Comparable {
  /// Index of the entry in the table.
  let entry: Int
  /// Index among the hits of the rule's words.
  let place: Int
  let range: Range<Int>

  static func < (left: OwnedHit, right: OwnedHit) -> Bool {
    (left.entry, left.place) < (right.entry, right.place)
  }
}

/// What a table's lines say.
private final class PatternTableLines: Sendable {
  let entries: [PatternEntry]
  let rules: [PatternTableReader.Rule]

  init(_ reader: PatternTableReader) {
    entries = reader.entries
    rules = reader.rules
  }

  /// The words of a rule's entries, one entry after another.
  func words(of rule: String) -> [String] {
    entries.filter { rules[$0.rule].name == rule }.flatMap(\.words)
  }
}

/// One entry of a pattern table.
package final class PatternEntry: Sendable {
  /// In the order of the columns that a table may have.
  enum Column: String, CaseIterable {
    case id
    case rule
    case severity
    case words
    case pattern
    case guards
    case advice
    case escalation
    /// A sentence that the entry must find.
    case firesOn = "fires-on"
    case note
  }

  /// From 1, in the table's file.
  package let line: Int
  /// Index in the table's `rules`.
  let rule: Int
  let severity: Severity
  private let bytes: [UInt8]
  /// By column; empty where the table has it not.
  private let columns: [Range<Int>]
  private let compiled = AtomicPattern()

  init(line: Int, rule: Int, severity: Severity, bytes: [UInt8], columns: [Range<Int>]) {
    self.line = line
    self.rule = rule
    self.severity = severity
    self.bytes = bytes
    self.columns = columns
  }

  package var id: String { self[.id] }
  var words: [String] { Self.words(in: self[.words]) }
  package var firesOn: String { self[.firesOn] }
  /// The column as written, for tests that need the class that an entry is for.
  package var guardText: String { self[.guards] }

  subscript(column: Column) -> String {
    guard let index = Column.allCases.firstIndex(of: column), index < columns.count else {
      return ""
    }
    let text = String(decoding: bytes[columns[index]], as: UTF8.self)
    return text == "-" ? "" : text
  }

  static func words(in column: String) -> [String] {
    column.unicodeScalars.split(separator: " ").map(String.init)
  }

  /// What the entry finds, compiled at its first use.
  func pattern() throws -> GuardedPattern {
    if let pattern = compiled.load() { return pattern }
    return compiled.keep(try GuardedPattern(self))
  }
}
