import ChineseText
import Linting
import SourceText

/// Where the entries of a pattern table stand in the cache, and what their matches need.
///
/// Of a table a start reads so only the few entries that a draft may have matches of, and finds out of none what its
/// expression needs.
final class KeptTable: Sendable {
  /// What is known of an entry without its text.
  struct Record: Sendable {
    let line: Int
    /// Index in the table's rules.
    let rule: Int
    let severity: Severity
    /// How many words it has.
    let words: Int
    let text: KeptPart
    /// Nil where its words are what it looks for.
    let needed: KeptPart?
    let reach: Guards.Extent
  }

  private let file: KeptFile
  private let records: [Record]
  /// By column of the file: its place among all columns.
  private let places: [Int]
  /// Where the table's text starts in the file, and what its entries need.
  private let starts: (text: Int, needed: Int)
  /// The same entries, made of the table's file where these are damaged.
  private let whole: Deferred<PatternTableLines>

  init(
    _ records: [Record],
    places: [Int],
    of file: KeptFile,
    at starts: (text: Int, needed: Int),
    whole: Deferred<PatternTableLines>
  ) {
    self.records = records
    self.places = places
    self.file = file
    self.starts = starts
    self.whole = whole
  }

  /// What the columns of an entry say.
  func text(of entry: Int) -> PatternEntry.Text {
    if let bytes = bytes(of: records[entry].text, from: starts.text) {
      return PatternEntry.Text(line: bytes, places: places)
    }
    let others = whole.value.entries
    return others.indices.contains(entry)
      ? others[entry].text : PatternEntry.Text(bytes: [], columns: [])
  }

  /// How far an entry's matches reach; nil where its words are what it looks for, or that is damaged.
  func reach(of entry: Int) -> Guards.Extent? {
    records[entry].needed == nil ? nil : records[entry].reach
  }

  /// What an entry's matches need besides its words; nil where that is damaged, too.
  func needed(of entry: Int) -> NeededLiterals? {
    records[entry].needed.flatMap { bytes(of: $0, from: starts.needed) }
      .flatMap { NeededLiterals(words: $0.words) }
  }

  private func bytes(of part: KeptPart, from start: Int) -> [UInt8]? {
    let bytes = file.body(start + part.range.lowerBound..<start + part.range.upperBound)
    return ContentHash(bytes).low == part.hash ? bytes : nil
  }
}

/// A part of a file of the cache, by which the part is known again.
struct KeptPart: Sendable {
  let range: Range<Int>
  let hash: UInt64
}

extension PatternEntry.Text {
  /// Of an entry's line, whose columns stand in these places among all.
  fileprivate init(line: [UInt8], places: [Int]) {
    var columns = [Range<Int>](repeating: 0..<0, count: PatternEntry.Column.allCases.count)
    var start = 0
    for place in places where start <= line.count && columns.indices.contains(place) {
      let end = line.firstOffset(of: "\t", in: start..<line.count) ?? line.count
      columns[place] = start..<end
      start = end + 1
    }
    self.init(bytes: line, columns: columns)
  }
}

extension [UInt8] {
  /// Eight bytes a word, the lowest first.
  fileprivate var words: [UInt64] {
    stride(from: 0, to: count - 7, by: 8).map { start in
      (0..<8).reduce(0) { $0 | UInt64(self[start + $1]) << UInt64($1 * 8) }
    }
  }
}

// MARK: Writing and reading

extension PatternTable {
  /// The table as it is kept: what is known of its entries, and behind it what these need.
  func kept() throws -> (records: [UInt8], needed: [UInt8]) {
    var records = KeptWriter()
    var needed: [UInt8] = []
    records.write(count: places.count)
    for place in places { records.write(count: place) }
    records.write(count: rules.count)
    for rule in rules {
      records.write(rule.name)
      records.write(count: rule.line)
    }
    records.write(count: entries.count)
    for entry in entries {
      let pattern = try entry.pattern()
      var words = KeptWriter()
      for word in pattern.neededBesideWords?.value.words ?? [] { words.write(fixed: word) }
      needed += words.bytes
      records.write(entry, of: pattern, needing: words.bytes)
    }
    return (records.bytes, needed)
  }
}

extension KeptWriter {
  fileprivate mutating func write(
    _ entry: PatternEntry,
    of pattern: GuardedPattern,
    needing needed: [UInt8]
  ) {
    write(count: entry.line)
    write(count: entry.rule)
    write(count: Severity.allCases.firstIndex(of: entry.severity) ?? 0)
    write(count: entry.words.count)
    let text = entry.text
    let range = text.range
    write(count: range.lowerBound)
    write(count: range.count)
    write(fixed: ContentHash(Array(text.bytes[range])).low)
    guard pattern.expression != nil else {
      write(count: 0)
      return
    }
    write(count: 1 + (Guards.Extent.allCases.firstIndex(of: pattern.guards.extent) ?? 0))
    write(count: needed.count)
    write(fixed: ContentHash(needed).low)
  }
}

extension PatternEntry.Text {
  /// The line: columns that it has not are empty at its start.
  fileprivate var range: Range<Int> {
    let start = columns.reduce(bytes.count) { min($0, $1.lowerBound) }
    return start..<columns.reduce(start) { max($0, $1.upperBound) }
  }
}

extension KeptReader {
  /// What `PatternTable.kept` wrote, of a table whose text and needs start in the file where `starts` tells.
  mutating func table(
    of file: KeptFile,
    at starts: (text: Int, needed: Int),
    whole: Deferred<PatternTableLines>
  ) -> PatternTableLines? {
    guard let places = list(of: { $0.count() }), var rules = list(of: { $0.rule() }) else {
      return nil
    }
    var needed = 0
    guard let records = list(of: { $0.record(needed: &needed) }),
      records.allSatisfy({ rules.indices.contains($0.rule) })
    else { return nil }
    let table = KeptTable(records, places: places, of: file, at: starts, whole: whole)
    let entries = records.indices.map { index in
      let record = records[index]
      rules[record.rule].owners += repeatElement(index, count: record.words)
      return PatternEntry(
        line: record.line,
        rule: record.rule,
        severity: record.severity,
        of: table,
        at: index
      )
    }
    return PatternTableLines(entries: entries, rules: rules, places: places)
  }

  private mutating func rule() -> PatternTableLines.Rule? {
    guard let name = text(), let line = number(upTo: .max) else { return nil }
    return PatternTableLines.Rule(name: name, line: line)
  }

  /// `needed` is where the needs of the entry start, and then where they end.
  private mutating func record(needed end: inout Int) -> KeptTable.Record? {
    let extents = Guards.Extent.allCases
    guard let line = number(upTo: .max), let rule = number(upTo: .max),
      let severity = number(upTo: Severity.allCases.count - 1), let words = count(),
      let start = number(upTo: .max), let count = number(upTo: .max - start),
      let hash = fixed(), let reach = number(upTo: extents.count)
    else { return nil }
    var needed: KeptPart?
    if reach > 0 {
      guard let count = number(upTo: .max - end), let hash = fixed() else { return nil }
      needed = KeptPart(range: end..<end + count, hash: hash)
      end += count
    }
    return KeptTable.Record(
      line: line,
      rule: rule,
      severity: Severity.allCases[severity],
      words: words,
      text: KeptPart(range: start..<start + count, hash: hash),
      needed: needed,
      reach: extents[max(0, reach - 1)]
    )
  }
}
