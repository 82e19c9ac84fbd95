import ChineseText
import Linting
import SourceText

/// What a rule of a family found, before it becomes a finding.
struct Fault {
  let range: Range<Int>
  let message: Localized
  var fix: Fix?
  /// Nil where it is the rule's own.
  var severity: Severity?
  /// Nil where it is the rule's own.
  var escalation: Escalation?
  /// Where the fault stands in the source, where that is no stretch of the prose.
  var source: SourceRange?
}

/// A rule of a family: near rules that share a file, each with texts and an eye of its own.
struct FamilyRule: Rule {
  let info: RuleInfo
  let lists: [String]
  let patterns: [GatedPattern]
  let triggers: Triggers
  /// Made only for tests and the reference.
  private let examples: @Sendable () -> [RuleCase]
  private let faults: @Sendable (ScannedDraft) throws -> [Fault]

  init(
    _ id: String,
    _ severity: Severity,
    summary: Localized,
    why: Localized,
    basis: [Basis],
    lists: [String] = [],
    escalation: Escalation? = nil,
    patterns: [GatedPattern] = [],
    triggers: Triggers = .anything,
    cases: @autoclosure @escaping @Sendable () -> [RuleCase],
    faults: @escaping @Sendable (ScannedDraft) throws -> [Fault]
  ) {
    info = RuleInfo(
      id: id,
      summary: summary,
      why: why,
      basis: basis,
      severity: severity,
      escalation: escalation
    )
    examples = cases
    self.lists = lists
    self.patterns = patterns
    self.triggers = triggers
    self.faults = faults
  }

  /// A rule that judges some marks one by one: where `neighbours` are given only those right before or behind one of
  /// these, U+2029 being what parts blocks.
  init(
    _ id: String,
    _ severity: Severity,
    summary: Localized,
    why: Localized,
    basis: [Basis],
    marks: MarkSet,
    beside neighbours: String = "",
    cases: @autoclosure @escaping @Sendable () -> [RuleCase],
    fault: @escaping @Sendable (Mark, ScannedDraft) -> Fault?
  ) {
    let neighbours = MarkNeighbours(neighbours, of: marks)
    self.init(
      id,
      severity,
      summary: summary,
      why: why,
      basis: basis,
      triggers: .marks(marks),
      cases: cases()
    ) { draft in
      guard neighbours?.mayStand(in: draft) ?? true else { return [] }
      var faults: [Fault] = []
      let text = draft.text
      for mark in draft.scan.marks(among: marks)
      where neighbours?.mayStand(beside: mark, in: text.span) ?? true {
        if let fault = fault(mark, draft) { faults.append(fault) }
        if faults.count > draft.maximumFindings { break }
      }
      return faults
    }
  }

  /// A rule that judges the tokens of some kinds one by one.
  init(
    _ id: String,
    _ severity: Severity,
    summary: Localized,
    why: Localized,
    basis: [Basis],
    tokens: [Token.Kind],
    cases: @autoclosure @escaping @Sendable () -> [RuleCase],
    fault: @escaping @Sendable (Token, ScannedDraft) -> Fault?
  ) {
    let kinds = TokenKinds(tokens)
    self.init(
      id,
      severity,
      summary: summary,
      why: why,
      basis: basis,
      triggers: .tokens(kinds),
      cases: cases()
    ) { draft in
      var faults: [Fault] = []
      for token in draft.scan.tokens(of: kinds) {
        if let fault = fault(token, draft) { faults.append(fault) }
        if faults.count > draft.maximumFindings { break }
      }
      return faults
    }
  }

  var cases: [RuleCase] { examples() }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    let faults = try faults(draft)
    guard !faults.isEmpty else { return [] }
    return faults.map { fault in
      let place = fault.source ?? draft.source(of: fault.range)
      var finding = finding(fault.message, at: place, fix: fault.fix)
      if let severity = fault.severity { finding.severity = severity }
      if let escalation = fault.escalation { finding.escalation = escalation }
      return finding
    }
  }
}

/// A few words to compare the prose with, byte for byte.
struct Phrases: Sendable {
  private let words: [[UInt8]]

  /// Words parted by spaces.
  init(_ words: String) {
    self.words = words.split(separator: " ").map { Array($0.utf8) }
  }

  /// Where the first of the words that starts at an offset ends.
  func end(in text: [UInt8], at start: Int) -> Int? {
    for word in words where Self.holds(word, text, at: start) { return start + word.count }
    return nil
  }

  /// Where the first of the words that ends at an offset starts.
  func start(in text: [UInt8], before end: Int) -> Int? {
    for word in words where Self.holds(word, text, at: end - word.count) {
      return end - word.count
    }
    return nil
  }

  private static func holds(_ word: [UInt8], _ text: [UInt8], at start: Int) -> Bool {
    guard start >= 0, start + word.count <= text.count else { return false }
    for index in word.indices where text[start + index] != word[index] { return false }
    return true
  }
}

extension ScannedDraft {
  /// Whether one of the words ends right before an offset.
  func stands(_ phrases: Phrases, before offset: Int) -> Bool {
    phrases.start(in: text, before: offset) != nil
  }

  /// Whether one of the words starts at an offset.
  func stands(_ phrases: Phrases, at offset: Int) -> Bool {
    phrases.end(in: text, at: offset) != nil
  }

  /// A fault whose fix replaces the whole of its range.
  func fault(
    at range: Range<Int>,
    _ message: Localized,
    writing form: String,
    _ safety: Fix.Safety,
    severity: Severity? = nil
  ) -> Fault {
    let title =
      form.isEmpty ? Localized("删去", "delete it") : Localized("改为「\(form)」", "write \(form)")
    let fix = fix(title, safety, replacing: range, with: form)
    return Fault(range: range, message: message, fix: fix, severity: severity)
  }
}

/// Whether a byte is an ASCII digit.
func isDigitByte(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// Whether a byte is an ASCII letter.
func isLetterByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

/// Whether a scalar is an ASCII digit.
func isASCIIDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

extension [Range<Int>] {
  /// Adds a range behind the last, or lengthens the last where the two touch.
  mutating func appendJoining(_ range: Range<Int>) {
    if let last, last.upperBound == range.lowerBound {
      self[count - 1] = last.lowerBound..<range.upperBound
    } else {
      append(range)
    }
  }
}

extension [UInt8] {
  /// Whether one of some texts stands in a range, byte for byte.
  func contains(anyOf parts: [String], in range: Range<Int>) -> Bool {
    parts.contains { firstOffset(of: $0, in: range) != nil }
  }
}
