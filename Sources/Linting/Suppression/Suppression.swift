package import Reading
package import SourceText

/// A comment that puts findings aside (interface, "Suppression").
package struct Suppression: Hashable, Sendable {
  package enum Reach: Hashable, Sendable {
    /// Findings that start on the next line that is not blank; a range of the source.
    case nextLine(SourceRange)
    /// Findings that start from the comment to its `hegui-enable`, or to the end.
    case range(SourceRange, isOpen: Bool)
  }

  /// The comment's own range.
  package let comment: SourceRange
  /// Rule ids or groups as written.
  package let names: [String]
  /// Nil where the comment gives none; such a comment puts nothing aside.
  package let reason: String?
  package let reach: Reach

  /// Whether the comment's place and names reach a finding.
  package func reaches(_ finding: Finding) -> Bool {
    guard reason != nil, names.contains(finding.rule) || names.contains(finding.group) else {
      return false
    }
    switch reach {
    case .nextLine(let line):
      return !finding.isAboutWholeDraft && line.start <= finding.range.start
        && finding.range.start <= line.end
    case .range(let range, let isOpen):
      if finding.isAboutWholeDraft { return isOpen }
      return range.start <= finding.range.start && finding.range.start < range.end
    }
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
  let lines = LineIndex(draft.source.bytes)
  return directives.enumerated().compactMap { index, directive in
    switch directive.verb {
    case .enable: return nil
    case .disableNextLine:
      let line = lines.lineAfter(directive.comment, in: draft.source)
      return directive.suppression(.nextLine(line))
    case .disable:
      let later = directives[(index + 1)...]
      let end = later.first { $0.verb == .enable && $0.lifts(directive) }?.comment.start
      let range = SourceRange(directive.comment.end, end ?? draft.source.bytes.count)
      return directive.suppression(.range(range, isOpen: end == nil))
    }
  }
}

/// A comment of ours, taken apart.
private struct Directive {
  enum Verb: String {
    case disableNextLine = "hegui-disable-next-line"
    case disable = "hegui-disable"
    case enable = "hegui-enable"
  }

  let verb: Verb
  let names: [String]
  let reason: String?
  let comment: SourceRange

  init?(_ comment: Comment) {
    let words = comment.text.string.drop(while: \.isWhitespace)
    let name = words.prefix { !$0.isWhitespace }
    guard let verb = Verb(rawValue: String(name)) else { return nil }
    self.verb = verb
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

  func lifts(_ other: Directive) -> Bool {
    names.isEmpty || !Set(names).isDisjoint(with: other.names)
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

extension LineIndex {
  /// The first line behind a range that is not blank; empty at the end where there is none.
  fileprivate func lineAfter(_ range: SourceRange, in source: Source) -> SourceRange {
    var line = position(of: range.end).line + 1
    while let bytes = self.range(ofLine: line) {
      let isBlank = source.bytes[bytes.start..<bytes.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if !isBlank { return bytes }
      line += 1
    }
    return SourceRange(source.bytes.count, source.bytes.count)
  }
}
