import ChineseText
import Linting
import SourceText

/// Reads a pattern table, line by line.
struct PatternTableReader {
  private typealias Column = PatternEntry.Column

  let file: String
  let bytes: [UInt8]
  /// Whether expressions are compiled and held against the words.
  let isWhole: Bool
  private(set) var entries: [PatternEntry] = []
  /// Each once, in the order of their lines.
  private(set) var rules: [PatternTableLines.Rule] = []
  private var line = 0
  /// By column of the file: its place among all columns.
  private(set) var places: [Int] = []
  private var lines: [String: Int] = [:]

  init(file: String, bytes: [UInt8], isWhole: Bool) {
    self.file = file
    self.bytes = bytes
    self.isWhole = isWhole
  }

  mutating func run() throws(RulePackError) {
    var start = 0
    while start < bytes.count {
      line += 1
      let end = bytes.firstOffset(of: "\n", in: start..<bytes.count) ?? bytes.count
      if start < end {
        if bytes[start] == UInt8(ascii: "#") {
          if entries.isEmpty { try readHeader(string(start + 1..<end)) }
        } else {
          try readEntry(start..<end)
        }
      }
      start = end + 1
    }
    guard !entries.isEmpty else { throw error(Localized("表里没有条目", "the table has no entries")) }
  }

  private mutating func readHeader(_ text: String) throws(RulePackError) {
    guard let colon = text.firstIndex(of: ":") else { return }
    let key = String(text[..<colon].drop { $0 == " " })
    guard key.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return }
    switch key {
    case "table", "title", "source", "licence": return
    case "columns":
      for name in text[text.index(after: colon)...].split(whereSeparator: { " \t".contains($0) }) {
        guard let column = Column(rawValue: String(name)) else {
          throw error(
            Localized("没有列「\(name)」", "unknown column \"\(name)\"")
              .suggesting(String(name), of: Self.columnNames)
          )
        }
        places.append(Column.allCases.firstIndex(of: column) ?? 0)
      }
    default:
      let keys = ["table", "title", "source", "licence", "columns"]
      throw error(
        Localized("没有键「\(key)」", "unknown key \"\(key)\"").suggesting(key, of: keys)
      )
    }
  }

  private mutating func readEntry(_ range: Range<Int>) throws(RulePackError) {
    guard !places.isEmpty else {
      throw error(
        Localized(
          "第一个条目之前要写「# columns:」和各列的名字",
          "write \"# columns:\" with the names of the columns above the first entry"
        )
      )
    }
    let columns = try columns(of: range)
    func column(_ column: Column) -> Range<Int> {
      columns[Column.allCases.firstIndex(of: column) ?? 0]
    }
    for needed in [Column.id, .rule, .severity, .words, .firesOn] where column(needed).isEmpty {
      throw error(
        Localized("这一条缺少「\(needed.rawValue)」", "the entry has no \"\(needed.rawValue)\"")
      )
    }
    guard let severity = severity(column(.severity)) else {
      throw error(
        Localized(
          "没有级别「\(string(column(.severity)))」，请写 E、W 或 S",
          "unknown severity \"\(string(column(.severity)))\", write E, W or S"
        )
      )
    }
    let rule = rule(column(.rule))
    let entry = PatternEntry(
      line: line,
      rule: rule,
      severity: severity,
      bytes: bytes,
      columns: columns
    )
    let count = try countOfWords(column(.words))
    rules[rule].owners.append(contentsOf: repeatElement(entries.count, count: count))
    entries.append(entry)
    if isWhole { try check(entry) }
  }

  /// By column that a table may have: where it stands in the line.
  private func columns(of line: Range<Int>) throws(RulePackError) -> [Range<Int>] {
    var columns = [Range<Int>](
      repeating: line.lowerBound..<line.lowerBound,
      count: Column.allCases.count
    )
    var start = line.lowerBound
    var count = 0
    while start <= line.upperBound {
      let end = bytes.firstOffset(of: "\t", in: start..<line.upperBound) ?? line.upperBound
      guard count < places.count else {
        throw error(
          Localized("这一条的列比表头的多", "the entry has more columns than the header names")
        )
      }
      columns[places[count]] = start..<end
      count += 1
      start = end + 1
    }
    guard count > 3 else {
      throw error(
        Localized(
          "各列没有用制表符隔开，请在两列之间放一个制表符",
          "the columns are not parted by tabs, put one tab between them"
        )
      )
    }
    return columns
  }

  /// How many words stand there; each has two characters or more.
  private func countOfWords(_ range: Range<Int>) throws(RulePackError) -> Int {
    var count = 0
    var start = range.lowerBound
    var characters = 0
    for index in range.lowerBound...range.upperBound {
      if index < range.upperBound, bytes[index] != UInt8(ascii: " ") {
        if bytes[index] & 0xC0 != 0x80 { characters += 1 }
        continue
      }
      if start < index {
        guard characters >= 2 else {
          let word = string(start..<index)
          throw error(
            Localized(
              "「\(word)」太短，查不准，请写两个字以上的词",
              "\"\(word)\" is too short to look for: write words of two characters or more"
            )
          )
        }
        count += 1
      }
      start = index + 1
      characters = 0
    }
    return count
  }

  private mutating func rule(_ range: Range<Int>) -> Int {
    if let last = rules.last, last.name.utf8.count == range.count,
      bytes.firstOffset(of: last.name, in: range) != nil
    {
      return rules.count - 1
    }
    let name = string(range)
    if let known = rules.firstIndex(where: { $0.name == name }) { return known }
    rules.append(PatternTableLines.Rule(name: name, line: line))
    return rules.count - 1
  }

  private func severity(_ range: Range<Int>) -> Severity? {
    guard range.count == 1 else { return nil }
    return switch bytes[range.lowerBound] {
    case UInt8(ascii: "E"): .error
    case UInt8(ascii: "W"): .warning
    case UInt8(ascii: "S"): .suggestion
    default: nil
    }
  }

  private mutating func check(_ entry: PatternEntry) throws(RulePackError) {
    if let first = lines[entry.id] {
      throw error(
        Localized(
          "「\(entry.id)」在第 \(first) 行已经有了，请另起一个编号",
          "\"\(entry.id)\" stands in line \(first) already, give the entry an id of its own"
        )
      )
    }
    lines[entry.id] = line
    let escalation = entry[.escalation]
    guard escalation.isEmpty || Escalation(rawValue: escalation) != nil else {
      let known = Escalation.allCases.map(\.rawValue)
      throw error(
        Localized("没有这种上报「\(escalation)」", "unknown escalation \"\(escalation)\"")
          .suggesting(escalation, of: known)
      )
    }
    do {
      let pattern = try entry.pattern()
      try pattern.expression?.validate()
      try GuardReader.validate(pattern.guards)
      try checkWords(of: entry, pattern)
    } catch let error as RulePackError {
      throw error
    } catch let failure as GuardReader.Failure {
      throw error(failure.reason)
    } catch {
      throw self.error(Localized(quoting: error))
    }
  }

  /// Every match must hold one of the words, else it would not be looked for.
  private func checkWords(of entry: PatternEntry, _ pattern: GuardedPattern) throws {
    guard let expression = pattern.expression else { return }
    let isFound = RequiredLiterals(of: expression.pattern).areCovered(by: entry.words)
    if isFound { return }
    throw error(
      Localized(
        "句式不一定含有所列的词，请改用「\(expression.literals.joined(separator: " "))」",
        "a match of the pattern need not hold one of the words, take \"\(expression.literals.joined(separator: " "))\""
      )
    )
  }

  private static let columnNames = Column.allCases.map(\.rawValue)

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func error(_ reason: Localized) -> RulePackError {
    RulePackError(file, line: line, reason)
  }
}
