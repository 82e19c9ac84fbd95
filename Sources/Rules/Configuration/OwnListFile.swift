import ChineseText
import Linting
import SourceText

/// A list in the format for organisations (`docs/own-lists.md`), rewritten so that the matcher can read it.
///
/// Each spelling is a line `term replacement certainty - note category scope expires entry`; what is wrong with a
/// file is told with its line and a remedy.
struct OwnListFile {
  private(set) var header: [String: String] = [:]
  /// The list as the matcher reads it.
  private(set) var bytes: [UInt8] = []
  private(set) var entryCount = 0
  /// The categories that entries name.
  private(set) var categories: Set<String> = []

  private let path: String
  private let source: [UInt8]
  private var columns = OwnColumns()
  private var line = 0
  private var terms = TermSet()
  /// What was read last: nearly all lines say the same, and a file may have a hundred thousand.
  private var level = CellMemo<[UInt8]>()
  private var scope = CellMemo<Void>()
  private var category = CellMemo<Void>()

  static let columnNames = [
    "term", "category", "level", "scope", "variants", "allow", "replacement", "expires", "note",
  ]
  private static let headerKeys = [
    "list", "title", "supplier", "version", "date", "effective", "expires", "category", "level",
    "columns", "fold", "skip", "boundary", "lexicon-veto",
  ]
  /// Those that the matcher's own reader takes.
  private static let switches: Set = ["fold", "skip", "boundary", "lexicon-veto"]

  /// Whether only its file name and `hegui.yml` say what the list is, and it holds on every day.
  var isBare: Bool { categories.isEmpty && header.keys.allSatisfy(Self.switches.contains) }

  init(path: String, bytes: [UInt8]) throws(RulePackError) {
    self.path = path
    source = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    // Few lines are shorter.
    terms = TermSet(expecting: source.count / 16)
    try read()
  }

  private mutating func read() throws(RulePackError) {
    var body: [UInt8] = []
    body.reserveCapacity(source.count * 2)
    var start = 0
    while start < source.count {
      line += 1
      var end = start
      while end < source.count, source[end] != 0x0A { end += 1 }
      let text = source.trimmed(start..<end)
      start = end + 1
      guard !text.isEmpty else { continue }
      switch source[text.lowerBound] {
      case UInt8(ascii: "#"): if body.isEmpty { try readHeader(source[text]) }
      case UInt8(ascii: "+"):
        allow(source.trimmed(text.lowerBound + 1..<text.upperBound), in: &body)
      default: try readEntry(text, into: &body)
      }
    }
    var opening = "# columns: term standard certainty guards note category scope expires\n"
    for key in header.keys.sorted() where Self.switches.contains(key) {
      opening += "# \(key): \(header[key] ?? "")\n"
    }
    if header["skip"] == nil { opening += "# skip: symbols\n" }
    bytes = Array(opening.utf8) + body
  }

  private mutating func readHeader(_ text: ArraySlice<UInt8>) throws(RulePackError) {
    let string = String(decoding: text.dropFirst(), as: UTF8.self)
    guard let colon = string.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return }
    let key = string[..<colon].trimmingBlanks
    // A line in words is a comment.
    guard !key.isEmpty, key.utf8.allSatisfy({ $0 == 0x2D || (0x61...0x7A).contains($0) }) else {
      return
    }
    let value = string[string.index(after: colon)...].trimmingBlanks
    guard Self.headerKeys.contains(key) else {
      throw error(
        Localized("没有键「\(key)」", "unknown key \"\(key)\"")
          .suggesting(nearest(to: key, among: Self.headerKeys))
      )
    }
    guard header.updateValue(value, forKey: key) == nil else {
      throw error(
        Localized("键「\(key)」写了两次，请删去一个", "the key \"\(key)\" stands twice, remove one")
      )
    }
    if ["date", "effective", "expires"].contains(key) { try checkDate(value, key) }
    if key == "level", certainty(named: value) == nil { throw badLevel(value) }
    if key == "columns" { try readColumns(value) }
  }

  private mutating func readColumns(_ value: String) throws(RulePackError) {
    let names = value.split { $0 == " " || $0 == "\t" || $0 == "," }.map(String.init)
    if let unknown = names.first(where: { !Self.columnNames.contains($0) }) {
      throw error(
        Localized(
          "没有列「\(unknown)」，可以用：\(Self.columnNames.joined(separator: " "))",
          "unknown column \"\(unknown)\", known are \(Self.columnNames.joined(separator: " "))"
        )
      )
    }
    guard names.contains("term"), Set(names).count == names.count else {
      throw error(
        Localized("各列里要有 term，每列只写一次", "the columns need \"term\", and each of them once")
      )
    }
    columns = OwnColumns(names)
  }

  private mutating func readEntry(
    _ text: Range<Int>,
    into body: inout [UInt8]
  ) throws(RulePackError) {
    let count = columns.read(text, of: source)
    guard count <= columns.count else {
      throw error(
        Localized(
          "这一条有 \(count) 列，词表只有 \(columns.count) 列：请去掉一列，或写进 # columns:",
          "the entry has \(count) columns and the list \(columns.count): "
            + "take one away or name it in # columns:"
        )
      )
    }
    let term = columns[.term]
    if count == 1 { try checkForCommas(term) }
    guard !term.isEmpty else { throw error(.noTerm) }
    entryCount += 1
    let level = try certainty(of: columns[.level])
    try check(scope: columns[.scope])
    note(category: columns[.category])
    let expires = columns[.expires]
    if !expires.isEmpty { try checkDate(string(expires), "expires") }
    try write(term, level, into: &body)
    for spelling in source.parts(of: columns[.variants]) {
      try write(spelling, level, into: &body)
    }
    for phrase in source.parts(of: columns[.allow]) { allow(phrase, in: &body) }
  }

  /// Tells of a table whose columns something else than tabs parts: as one long term it would never be met.
  private func checkForCommas(_ line: Range<Int>) throws(RulePackError) {
    let text = string(line)
    let cells = text.split { ",，;；".contains($0) }.map(String.init)
    let words = text.split(separator: " ").map(String.init)
    let isTable =
      cells.dropFirst().contains { NineCategory(code: $0) != nil || isLevel($0) }
      || words.count > 2 && NineCategory(code: words[1]) != nil && isLevel(words[2])
    guard isTable else { return }
    throw error(
      Localized(
        "各列要用制表符隔开：请把表格另存为「文本文件（制表符分隔）」，不要存成 CSV",
        "the columns of an entry are parted by tabs: save the table as text with tabs, not as CSV"
      )
    )
  }

  /// Whether a text is the word for a level, not a letter that may be part of a term.
  private func isLevel(_ text: String) -> Bool {
    text.utf8.count > 1 && certainty(named: text) != nil
  }

  /// Writes an allow phrase, which several entries may share.
  private mutating func allow(_ phrase: Range<Int>, in body: inout [UInt8]) {
    guard !phrase.isEmpty, terms.insert(phrase, of: source, line: line) == nil else { return }
    body.append(UInt8(ascii: "+"))
    body += source[phrase]
    body.append(0x0A)
  }

  /// Writes a line of the list that the matcher reads.
  private mutating func write(
    _ spelling: Range<Int>,
    _ level: [UInt8],
    into body: inout [UInt8]
  ) throws(RulePackError) {
    if let first = terms.insert(spelling, of: source, line: line) {
      throw error(
        Localized(
          "「\(string(spelling))」在第 \(first) 行已经有了，请删去一个",
          "\"\(string(spelling))\" stands in line \(first) already, remove one"
        )
      )
    }
    // The blank keeps a term from being read as a comment or an allow phrase.
    body.append(0x20)
    body += source[spelling]
    body.append(0x09)
    body += source[columns[.replacement]]
    body.append(0x09)
    body += level
    body.append(0x09)
    body.append(0x2D)
    for column in [OwnColumn.note, .category, .scope, .expires] {
      body.append(0x09)
      body += source[columns[column]]
    }
    body.append(0x0A)
  }

  private mutating func note(category cell: Range<Int>) {
    guard !category.holds(cell, source), !cell.isEmpty else { return }
    category = CellMemo(cell, ())
    categories.insert(string(cell))
  }

  private mutating func certainty(of cell: Range<Int>) throws(RulePackError) -> [UInt8] {
    if level.holds(cell, source), let known = level.value { return known }
    let word = cell.isEmpty ? header["level"] ?? "" : string(cell)
    let certainty = certainty(named: word)
    if certainty == nil, !word.isEmpty { throw badLevel(word) }
    let letter = certainty.map { [$0.letter] } ?? []
    level = CellMemo(cell, letter)
    return letter
  }

  private func certainty(named word: String) -> Certainty? {
    switch word {
    case "error", "E", "错误": .error
    case "warning", "W", "警告": .warning
    case "suggestion", "S", "建议": .suggestion
    default: nil
    }
  }

  private mutating func check(scope cell: Range<Int>) throws(RulePackError) {
    guard !cell.isEmpty, !scope.holds(cell, source) else { return }
    for part in source.parts(of: cell) {
      let word = string(part)
      guard OwnScope(word: word) != nil else {
        throw error(
          Localized(
            "没有范围「\(word)」，请写 \(OwnScope.words.joined(separator: "、"))",
            "unknown scope \"\(word)\", write \(OwnScope.words.joined(separator: ", "))"
          )
        )
      }
    }
    scope = CellMemo(cell, ())
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: source[range], as: UTF8.self)
  }

  private func checkDate(_ text: String, _ key: String) throws(RulePackError) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.map(\.utf8.count) == [4, 2, 2], numbers.count == 3,
      Day(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
    else {
      throw error(
        Localized(
          "「\(key)」的「\(text)」不是日期，请写成 2026-03-01",
          "\"\(text)\" of \"\(key)\" is not a date, write it as 2026-03-01"
        )
      )
    }
  }

  private func badLevel(_ word: String) -> RulePackError {
    error(
      Localized(
        "没有级别「\(word)」，请写 error、warning 或 suggestion",
        "unknown level \"\(word)\", write error, warning or suggestion"
      )
    )
  }

  private func error(_ reason: Localized) -> RulePackError {
    RulePackError(path, line: line, reason)
  }
}

extension Certainty {
  fileprivate var letter: UInt8 {
    switch self {
    case .error: UInt8(ascii: "E")
    case .warning: UInt8(ascii: "W")
    case .suggestion: UInt8(ascii: "S")
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String { String(self).trimmingBlanks }
}
