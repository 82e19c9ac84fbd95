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

  /// A table that is known to be right and of which `kept` tells when a draft holds one of its words; where that
  /// is damaged, the table is read.
  init(
    name: String,
    file: String,
    hash: ContentHash,
    bytes: Deferred<[UInt8]>,
    kept: @escaping @Sendable (_ whole: Deferred<PatternTableLines>) -> PatternTableLines?
  ) {
    self.name = name
    self.file = file
    self.bytes = bytes
    self.hash = hash
    let whole = Deferred {
      var reader = PatternTableReader(file: file, bytes: bytes.value, isWhole: false)
      // It was read before it was kept, so it can be read again.
      try? reader.run()
      return PatternTableLines(reader)
    }
    lines = Deferred { kept(whole) ?? whole.value }
  }

  package var entries: [PatternEntry] { lines.value.entries }

  /// The rules that entries belong to, each once.
  var rules: [PatternTableLines.Rule] { lines.value.rules }

  /// By column of the file: its place among all columns.
  var places: [Int] { lines.value.places }

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
    // The entry above the place: numbers are sorted for a third of what hits are.
    var keys: [UInt64] = []
    keys.reserveCapacity(hits.count)
    for place in hits.indices where owners.indices.contains(hits[place].entry) {
      keys.append(UInt64(owners[hits[place].entry]) << 32 | UInt64(place))
    }
    keys.sort()
    return keys.map { key in
      let place = Int(key & 0xFFFF_FFFF)
      return OwnedHit(entry: Int(key >> 32), place: place, range: hits[place].range)
    }
  }
}

/// A hit of a word of a table's entry.
struct OwnedHit {
  /// Index of the entry in the table.
  let entry: Int
  /// Index among the hits of the rule's words.
  let place: Int
  let range: Range<Int>
}

/// What a table's lines say.
final class PatternTableLines: Sendable {
  /// A rule that entries belong to.
  struct Rule: Sendable {
    let name: String
    /// The first that names it.
    let line: Int
    /// By word of its entries, one entry after another: the index of the entry.
    var owners: [Int] = []
  }

  let entries: [PatternEntry]
  let rules: [Rule]
  /// By column of the file: its place among all columns.
  let places: [Int]

  convenience init(_ reader: PatternTableReader) {
    self.init(entries: reader.entries, rules: reader.rules, places: reader.places)
  }

  init(entries: [PatternEntry], rules: [Rule], places: [Int]) {
    self.entries = entries
    self.rules = rules
    self.places = places
  }

  /// The words of a rule's entries, one entry after another.
  func words(of rule: String) -> [String] {
    entries.filter { rules[$0.rule].name == rule }.flatMap(\.words)
  }
}
