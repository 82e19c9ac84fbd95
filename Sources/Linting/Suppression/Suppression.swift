package import Reading
package import SourceText

/// A comment that puts findings aside (interface, "Suppression").
package struct Suppression: Hashable, Sendable {
  package enum Reach: Hashable, Sendable {
    /// Findings that start on the next line that is not blank; a range of the source.
    case nextLine(SourceRange)
    /// Findings that start from the comment to its `hegui-enable`, or to the end.
    case range(SourceRange, isOpen: Bool)

    var start: Int {
      switch self {
      case .nextLine(let range), .range(let range, _): range.start
      }
    }

    /// Whether a finding that starts at a byte, and is not about the whole draft, is reached.
    func contains(_ byteOffset: Int) -> Bool {
      switch self {
      case .nextLine(let line): line.start <= byteOffset && byteOffset <= line.end
      case .range(let range, _): range.start <= byteOffset && byteOffset < range.end
      }
    }
  }

  /// The comment's own range.
  package let comment: SourceRange
  /// Rule ids or groups as written.
  package let names: [String]
  /// Nil where the comment gives none; such a comment puts nothing aside.
  package let reason: String?
  package let reach: Reach
  /// Nil where it is written as it must be.
  var fault: Fault?

  /// What makes a comment of ours one that says nothing.
  enum Fault: Hashable, Sendable {
    /// The verb, as written.
    case unknownVerb(String)
    /// It ends what nothing has begun.
    case endsNothing
  }
}

extension Finding {
  /// A finding about the whole draft has an empty range at its start.
  package var isAboutWholeDraft: Bool { range.isEmpty && range.start == 0 }

  /// No comment may hide these.
  var isSuppressible: Bool { !isConfidential && escalation == nil }
}

/// The suppressions of a draft's comments, in source order.
package func suppressions(in draft: Draft) -> [Suppression] {
  let directives = draft.comments.compactMap(Directive.init)
  guard !directives.isEmpty else { return [] }
  var lines = NextLines(of: draft.source)
  var begun: Set<String> = []
  return zip(directives, ends(of: directives)).compactMap { directive, end in
    if directive.verb == .disable { begun.formUnion(directive.names) }
    switch directive.verb {
    case nil: return directive.faulty(.unknownVerb(directive.word))
    case .enable:
      let endsSomething =
        directive.names.isEmpty ? !begun.isEmpty : directive.names.contains(where: begun.contains)
      return endsSomething ? nil : directive.faulty(.endsNothing)
    case .disableNextLine:
      return directive.suppression(.nextLine(lines.line(after: directive.comment)))
    case .disable:
      let range = SourceRange(directive.comment.end, end ?? draft.source.bytes.count)
      return directive.suppression(.range(range, isOpen: end == nil))
    }
  }
}

/// For each directive, where the first later one starts that lifts it; nil where none does.
private func ends(of directives: [Directive]) -> [Int?] {
  var lifted: [String: Int] = [:]
  var allLifted: Int?
  var ends: [Int?] = []
  for directive in directives.reversed() {
    ends.append(([allLifted] + directive.names.map { lifted[$0] }).compactMap { $0 }.min())
    guard directive.verb == .enable else { continue }
    if directive.names.isEmpty { allLifted = directive.comment.start }
    for name in directive.names { lifted[name] = directive.comment.start }
  }
  return ends.reversed()
}

/// A comment of ours, taken apart.
private struct Directive {
  enum Verb: String {
    case disableNextLine = "hegui-disable-next-line"
    case disable = "hegui-disable"
    case enable = "hegui-enable"
  }

  /// Nil where there is none such.
  let verb: Verb?
  /// The verb as written.
  let word: String
  let names: [String]
  let reason: String?
  let comment: SourceRange

  init?(_ comment: Comment) {
    let words = comment.text.string.drop(while: \.isWhitespace)
    let name = words.prefix { !$0.isWhitespace }
    guard name.lowercased().hasPrefix("hegui-") else { return nil }
    word = String(name)
    verb = Verb(rawValue: word)
    self.comment = comment.source
    var rest = String(words.dropFirst(name.count))
    var reason: String?
    if let dashes = rest.firstRange(of: "--") {
      let text = rest[dashes.upperBound...].drop(while: \.isWhitespace)
      reason = text.isEmpty ? nil : trimmed(text)
      rest = String(rest[..<dashes.lowerBound])
    }
    self.reason = reason
    names = rest.split { $0 == "," || $0 == "，" || $0.isWhitespace }.map(String.init)
  }

  func faulty(_ fault: Suppression.Fault) -> Suppression {
    var suppression = suppression(.nextLine(SourceRange(comment.end, comment.end)))
    suppression.fault = fault
    return suppression
  }

  func suppression(_ reach: Suppression.Reach) -> Suppression {
    Suppression(comment: comment, names: names, reason: reason, reach: reach)
  }
}

private func trimmed(_ text: Substring) -> String {
  var text = text
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return String(text)
}

/// Finds lines that are not blank; asked about ranges in source order, it passes over blank lines once.
private struct NextLines {
  private let bytes: [UInt8]
  private let lines: LineIndex
  /// The line last found, and the one from which on it is the next.
  private var found = 0
  private var start = 1

  init(of source: Source) {
    bytes = source.bytes
    lines = LineIndex(source.bytes)
  }

  /// The first line behind a range that is not blank; empty at the end where there is none.
  mutating func line(after range: SourceRange) -> SourceRange {
    let next = lines.line(of: range.end) + 1
    if next < start || next > found {
      start = next
      found = next
      while let line = lines.range(ofLine: found), isBlank(line) { found += 1 }
    }
    return lines.range(ofLine: found) ?? SourceRange(bytes.count, bytes.count)
  }

  private func isBlank(_ line: SourceRange) -> Bool {
    bytes[line.start..<line.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
