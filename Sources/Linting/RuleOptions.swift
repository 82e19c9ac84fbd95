/// Options of one rule from `hegui.yml`.
///
/// What is read is checked off; the rest is unknown.
package struct RuleOptions: Sendable {
  package enum Value: Hashable, Sendable {
    case int(Int)
    case bool(Bool)
    case string(String)
    case strings([String])
  }

  /// A key whose value is not of the kind that the rule reads.
  package struct Mismatch: Hashable, Sendable {
    package let key: String
    package let expected: Localized
  }

  private var values: [String: Value]
  package private(set) var read: Set<String> = []
  package private(set) var mismatches: [Mismatch] = []

  package init(_ values: [String: Value]) { self.values = values }

  /// Keys that nothing has read.
  package var unknownKeys: [String] { values.keys.filter { !read.contains($0) }.sorted() }

  package mutating func int(_ key: String) -> Int? {
    let range = 1...1_000_000
    let expected = Localized(
      " \(range.lowerBound) 到 \(range.upperBound) 的整数",
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    )
    return value(key, expected) {
      if case .int(let value) = $0, range.contains(value) { value } else { nil }
    }
  }

  /// One of a few numbers.
  package mutating func int(_ key: String, among numbers: [Int]) -> Int? {
    let words = numbers.map(String.init)
    let expected = Localized(
      " \(words.joined(separator: "、")) 之一",
      "one of \(words.joined(separator: ", "))"
    )
    return value(key, expected) {
      if case .int(let value) = $0, numbers.contains(value) { value } else { nil }
    }
  }

  package mutating func bool(_ key: String) -> Bool? {
    value(key, Localized(" true 或 false", "true or false")) {
      if case .bool(let value) = $0 { value } else { nil }
    }
  }

  package mutating func string(_ key: String) -> String? {
    value(key, Localized("文字", "a text")) { if case .string(let value) = $0 { value } else { nil } }
  }

  /// One of the words that a type of choices knows.
  package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String
  ) -> Choice? {
    let words = Choice.allCases.map(\.rawValue)
    let expected = Localized(
      " \(words.joined(separator: "、")) 之一",
      "one of \(words.joined(separator: ", "))"
    )
    return value(key, expected) {
      if case .string(let value) = $0 { Choice(rawValue: value) } else { nil }
    }
  }

  package mutating func strings(_ key: String) -> [String]? {
    value(key, Localized("文字的列表", "a list of texts")) {
      if case .strings(let value) = $0 { value } else { nil }
    }
  }

  private mutating func value<Wanted>(
    _ key: String,
    _ expected: Localized,
    _ convert: (Value) -> Wanted?
  ) -> Wanted? {
    read.insert(key)
    guard let found = values[key] else { return nil }
    guard let wanted = convert(found) else {
      mismatches.append(Mismatch(key: key, expected: expected))
      return nil
    }
    return wanted
  }
}
