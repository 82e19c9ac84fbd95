import ChineseText
import Linting
import SourceText

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

  /// What the columns of an entry say.
  struct Text {
    let bytes: [UInt8]
    /// By column; empty where the table has it not.
    let columns: [Range<Int>]

    subscript(column: Column) -> String {
      guard let index = Column.allCases.firstIndex(of: column), index < columns.count else {
        return ""
      }
      let text = String(decoding: bytes[columns[index]], as: UTF8.self)
      return text == "-" ? "" : text
    }

    var words: [String] { PatternEntry.words(in: self[.words]) }
  }

  private enum Place {
    case read(bytes: [UInt8], columns: [Range<Int>])
    case kept(KeptTable, index: Int)
  }

  /// From 1, in the table's file.
  package let line: Int
  /// Index in the table's `rules`.
  let rule: Int
  let severity: Severity
  private let place: Place
  /// How far matches reach, where it is kept what they need; else nil.
  private let reach: Guards.Extent?
  /// For a `GuardedPattern`.
  private let compiled = OncePlace()
  /// For `NeededLiterals` that were kept.
  private let needed = OncePlace()

  init(line: Int, rule: Int, severity: Severity, bytes: [UInt8], columns: [Range<Int>]) {
    self.line = line
    self.rule = rule
    self.severity = severity
    place = .read(bytes: bytes, columns: columns)
    reach = nil
  }

  init(line: Int, rule: Int, severity: Severity, of table: KeptTable, at index: Int) {
    self.line = line
    self.rule = rule
    self.severity = severity
    place = .kept(table, index: index)
    reach = table.reach(of: index)
  }

  package var id: String { self[.id] }
  var words: [String] { text.words }
  package var firesOn: String { self[.firesOn] }
  /// The column as written, for tests that need the class that an entry is for.
  package var guardText: String { self[.guards] }

  subscript(column: Column) -> String { text[column] }

  /// Read anew each time.
  var text: Text {
    switch place {
    case .read(let bytes, let columns): Text(bytes: bytes, columns: columns)
    case .kept(let table, let index): table.text(of: index)
    }
  }

  static func words(in column: String) -> [String] {
    column.unicodeScalars.split(separator: " ").map(String.init)
  }

  /// What the entry finds, compiled at its first use.
  func pattern() throws -> GuardedPattern {
    if let pattern = compiled.load() as? GuardedPattern { return pattern }
    let pattern = try GuardedPattern(text, needing: keptNeeded)
    return compiled.storeIfNil(pattern) as? GuardedPattern ?? pattern
  }

  /// What stands in the sentence of each hit of the entry's words that a match is around; nil where matches reach
  /// further, or need nothing more.
  ///
  /// Most entries whose words a draft holds are known by this to have no match; where it was kept, their pattern is
  /// not made.
  func neededInSentence() throws -> NeededLiterals? {
    guard let reach else { return try pattern().neededInSentence }
    return reach == .sentence ? try keptNeeded ?? pattern().neededInSentence : nil
  }

  /// What matches need besides the entry's words; nil where it was not kept.
  private var keptNeeded: NeededLiterals? {
    if let needed = needed.load() as? NeededLiterals { return needed }
    guard case .kept(let table, let index) = place else { return nil }
    return table.needed(of: index).flatMap { needed.storeIfNil($0) as? NeededLiterals }
  }
}
