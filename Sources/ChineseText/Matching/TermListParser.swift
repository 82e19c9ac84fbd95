/// A list's header and where its entries lie.
struct ParsedTermList {
  var header: TermListHeader
  var records: [TermRecord] = []
  /// Regular expressions of an organisation's list.
  var expressions: [TermRecord] = []
}

/// Where an entry lies in its list's bytes.
struct TermRecord: Hashable {
  let line: Int
  let lineStart: Int
  let term: Range<Int>
  let isAllowed: Bool
  let hasGuards: Bool
}

extension TermList {
  /// Reads the whole list in one pass over its bytes.
  func parsed() throws(TermListError) -> ParsedTermList {
    var parser = TermListParser(list: self)
    try parser.run()
    return parser.parsed
  }

  /// The byte ranges of the columns of the line that starts at an offset of some bytes; the sign of an allow
  /// phrase is not part of its term.
  func columns(at start: Int, of bytes: [UInt8]) -> [Range<Int>] {
    guard start >= 0, start <= bytes.count else { return [] }
    var columns: [Range<Int>] = []
    var from = start
    let isMarked = form != .literals && start < bytes.count && bytes[start] == UInt8(ascii: "+")
    if isMarked { from += 1 }
    var at = from
    while at < bytes.count, bytes[at] != 0x0A {
      if bytes[at] == 0x09, form != .literals {
        columns.append(trimmed(from..<at, of: bytes))
        from = at + 1
      }
      at += 1
    }
    columns.append(form == .literals ? from..<at : trimmed(from..<at, of: bytes))
    return columns
  }

  /// The byte range of one column of the line that starts at an offset of some bytes, as `columns` gives it; empty
  /// where there are not so many.
  func column(_ column: Int, at start: Int, of bytes: [UInt8]) -> Range<Int> {
    guard start >= 0, start < bytes.count else { return 0..<0 }
    var from = form != .literals && bytes[start] == UInt8(ascii: "+") ? start + 1 : start
    var at = from
    var passed = 0
    while at < bytes.count, bytes[at] != 0x0A {
      if bytes[at] == 0x09, form != .literals {
        if passed == column { return trimmed(from..<at, of: bytes) }
        passed += 1
        from = at + 1
      }
      at += 1
    }
    guard passed == column else { return 0..<0 }
    return form == .literals ? from..<at : trimmed(from..<at, of: bytes)
  }

  private func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, bytes[low] == 0x20 { low += 1 }
    while high > low, bytes[high - 1] == 0x20 || bytes[high - 1] == 0x0D { high -= 1 }
    return low..<high
  }
}

private struct TermListParser {
  let list: TermList
  private let bytes: [UInt8]
  var parsed: ParsedTermList
  private var seenKeys: Set<String> = []
  private var terms = TermSet()
  private var line = 0

  init(list: TermList) {
    self.list = list
    bytes = list.bytes
    parsed = ParsedTermList(header: TermListHeader(form: list.form))
  }

  mutating func run() throws(TermListError) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      line += 1
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let stop = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
      try read(start..<stop)
      start = end + 1
    }
  }

  private mutating func read(_ range: Range<Int>) throws(TermListError) {
    if list.form == .literals {
      let record = TermRecord(
        line: line,
        lineStart: range.lowerBound,
        term: range,
        isAllowed: false,
        hasGuards: false
      )
      parsed.records.append(record)
      return
    }
    guard !range.isEmpty else { return }
    if bytes[range.lowerBound] == UInt8(ascii: "#") {
      if parsed.records.isEmpty { try readHeader(range) }
      return
    }
    if range.allSatisfy({ bytes[$0] == 0x20 || bytes[$0] == 0x09 }) { return }
    try readEntry(range)
  }

  private mutating func readHeader(_ range: Range<Int>) throws(TermListError) {
    let text = string(range.lowerBound + 1..<range.upperBound)
    guard let colon = text.firstIndex(of: ":") else { return }
    let key = String(text[..<colon].drop { $0 == " " })
    if key.hasPrefix("guard ") { return try readGuard(key, behind: text[...colon], of: range) }
    let isKey = !key.isEmpty && key.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) }
    guard isKey else { return }
    let value = String(text[text.index(after: colon)...].drop { $0 == " " })
    if list.form == .operators, key == "meta" {
      for (key, value) in metaWords(value) { parsed.header.meta[key] = value }
      return
    }
    guard seenKeys.insert(key).inserted else { throw error(.repeatedKey(key)) }
    if let problem = parsed.header.take(key: key, value: value) { throw error(problem) }
  }

  private mutating func readGuard(
    _ key: String,
    behind opening: Substring,
    of range: Range<Int>
  ) throws(TermListError) {
    let name = key.dropFirst("guard ".count)
    let isName =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
    guard isName else { throw error(.badGuardName(String(name))) }
    guard seenKeys.insert(key).inserted else { throw error(.repeatedKey(key)) }
    let text = range.lowerBound + 1 + opening.utf8.count..<range.upperBound
    guard TermGuard.readNamed(text, of: list.bytes) != nil else {
      throw error(.badGuard(string(text)))
    }
  }

  private mutating func readEntry(_ range: Range<Int>) throws(TermListError) {
    let columns = list.columns(at: range.lowerBound, of: bytes)
    let isAllowed = bytes[range.lowerBound] == UInt8(ascii: "+")
    let termColumn = list.form == .operators && !isAllowed ? 2 : 0
    if list.form == .operators, !isAllowed {
      try check(operatorColumns: columns)
    } else if columns.count == 1 {
      try checkTabs(columns[0])
    }
    let term = columns[termColumn]
    guard !term.isEmpty else { throw error(.emptyTerm) }
    let isExpression = list.form == .operators && !isAllowed && string(columns[1]) == "regex"
    if !isExpression {
      if let first = terms.insert(term, of: bytes, line: line) {
        throw error(.duplicate(string(term), firstLine: first))
      }
    }
    var hasGuards = false
    if list.form == .terms, !isAllowed { hasGuards = try check(columns: columns) }
    let record = TermRecord(
      line: line,
      lineStart: range.lowerBound,
      term: term,
      isAllowed: isAllowed,
      hasGuards: hasGuards
    )
    if isExpression { parsed.expressions.append(record) } else { parsed.records.append(record) }
  }

  /// Checks certainty and guards; says whether there are guards.
  private func check(columns: [Range<Int>]) throws(TermListError) -> Bool {
    if columns.count > 2, parsed.header.hasCertainty, !columns[2].isEmpty {
      let column = columns[2]
      let letter = bytes[column.lowerBound]
      guard column.count == 1, letter == 0x45 || letter == 0x57 || letter == 0x53 else {
        throw error(.badCertainty(string(column)))
      }
    }
    guard columns.count > 3, parsed.header.hasGuards, !columns[3].isEmpty else { return false }
    let text = string(columns[3])
    guard text != "-" else { return false }
    guard TermGuard.read(columns[3], of: bytes) != nil else { throw error(.badGuard(text)) }
    return true
  }

  private func check(operatorColumns columns: [Range<Int>]) throws(TermListError) {
    guard columns.count != 1 else { throw error(.missingTab) }
    guard (6...7).contains(columns.count) else { throw error(.missingColumns(columns.count)) }
    let type = string(columns[1])
    guard ["literal", "regex", "pair"].contains(type) else { throw error(.badMatchType(type)) }
    let severity = string(columns[3])
    guard Certainty(word: severity) != nil else { throw error(.badSeverity(severity)) }
    let replacement = string(columns[5])
    if type == "pair", replacement.isEmpty || replacement == "-" {
      throw error(.missingReplacement(string(columns[2])))
    }
  }

  /// A line without a tab is a bare term, unless it looks like columns that were parted by spaces.
  private func checkTabs(_ range: Range<Int>) throws(TermListError) {
    guard range.contains(where: { bytes[$0] == 0x20 }) else { return }
    let words = string(range).split(separator: " ").dropFirst()
    let isColumn = { (word: Substring) in
      ["E", "W", "S"].contains(word) || word.hasPrefix("¬") || word.hasPrefix("须前{")
        || word.hasPrefix("须后{")
    }
    if words.contains(where: isColumn) { throw error(.missingTab) }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func error(_ problem: TermListError.Problem) -> TermListError {
    TermListError(file: list.file, line: line, problem: problem)
  }
}

/// The pairs of `key=value; key=value`.
private func metaWords(_ text: String) -> [(String, String)] {
  text.split { $0 == ";" || $0 == "；" }.compactMap { part in
    guard let sign = part.firstIndex(of: "=") else { return nil }
    let key = part[..<sign].filter { $0 != " " }
    let value = part[part.index(after: sign)...].drop { $0 == " " }
    return (String(key), String(value.reversed().drop { $0 == " " }.reversed()))
  }
}
