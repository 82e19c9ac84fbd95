/// A list that an organisation keeps for itself (handbook, compliance §7.5).
package struct OperatorList: Sendable {
  /// An entry that is a regular expression.
  package struct Expression: Hashable, Sendable {
    package let pattern: String
    package let entry: TermEntry
    /// From 1, in the list's file.
    package let line: Int
  }

  private static let metaKeys = ["issuer", "version", "effective", "expires", "classification"]

  /// The literals and pairs.
  ///
  /// `columns` of their entries: code, match type, pattern, severity, action, replacement, note.
  package let terms: TermList
  /// What the matcher does not find.
  package let expressions: [Expression]
  package let issuer: String?
  package let version: String?
  /// `2026-03-01`; the list holds from this day on.
  package let effective: String?
  /// `2026-03-01`; from this day on the list must not be used.
  package let expires: String?
  package let classification: String?
  /// Entries of all kinds; a list without any protects from nothing.
  package let entryCount: Int

  package init(name: String, file: String, bytes: [UInt8]) throws(TermListError) {
    let terms = TermList(name: name, file: file, bytes: bytes, form: .operators)
    let parsed = try terms.parsed()
    let meta = parsed.header.meta
    // Other words are the authority's own business, a slip is not.
    for key in meta.keys.sorted() where !Self.metaKeys.contains(key) {
      guard Self.metaKeys.contains(where: { distance(key, $0) <= 2 }) else { continue }
      let problem = TermListError.Problem.unknownKey(key, known: Self.metaKeys)
      throw TermListError(file: file, line: 1, problem: problem)
    }
    for key in ["effective", "expires"] {
      if let date = meta[key], !isDate(date) {
        throw TermListError(file: file, line: 1, problem: .badDate(date, key: key))
      }
    }
    self.terms = terms
    expressions = parsed.expressions.map { record in
      let entry = terms.entry(at: record.lineStart)
      return Expression(pattern: entry.term, entry: entry, line: record.line)
    }
    issuer = meta["issuer"]
    version = meta["version"]
    effective = meta["effective"]
    expires = meta["expires"]
    classification = meta["classification"]
    entryCount = parsed.expressions.count + parsed.records.count { !$0.isAllowed }
  }
}

extension OperatorList {
  /// The codes of the entries.
  package func codes() throws(TermListError) -> Set<String> {
    Set(try numberedEntries().compactMap(\.entry.columns.first))
  }

  /// All entries with the numbers of their lines, from 1; allow phrases left out.
  package func numberedEntries() throws(TermListError) -> [(line: Int, entry: TermEntry)] {
    try terms.entries() + expressions.map { ($0.line, $0.entry) }
  }
}

/// Whether a text is a day such as `2026-03-01`.
private func isDate(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.map(\.utf8.count) == [4, 2, 2] else { return false }
  let numbers = parts.compactMap { Int($0) }
  return numbers.count == 3 && (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
}
