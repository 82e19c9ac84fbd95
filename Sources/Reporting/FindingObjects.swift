import Linting
import SourceText

/// Writes the findings of one draft as JSON objects.
struct FindingObjects {
  private let facts: FindingFacts
  private let veil: Veil
  private let book: RuleBook
  private let rules: RuleObjects
  private let language: Language

  init(
    of report: DraftReport,
    veil: Veil,
    book: RuleBook,
    rules: RuleObjects,
    language: Language
  ) {
    facts = FindingFacts(of: report, behind: veil)
    self.veil = veil
    self.book = book
    self.rules = rules
    self.language = language
  }

  /// A finding, the brace left open; `index` counts the suppressed ones after the open ones.
  func write(_ finding: Finding, at index: Int, to writer: inout ByteWriter) {
    rules.write(finding.rule, to: &writer) { writer in
      writer.writeJSON(finding.severity.rawValue)
      writer.write(#", "escalation": "#)
      writer.writeJSON(finding.escalation?.rawValue)
      writer.write(#", "message": "#)
      writer.writeJSON(book.message(of: finding, behind: veil, in: language))
      writer.write(#", "range": {"start": "#)
      write(facts.positions.position(of: finding.range.start), to: &writer)
      writer.write(#", "end": "#)
      write(facts.positions.position(of: finding.range.end), to: &writer)
      writer.write(#"}, "text": "#)
      veil.writeJSON(finding.range, to: &writer)
      writer.write(#", "basis": "#)
    }
    writer.write(#", "fingerprint": ""#)
    facts.writeFingerprint(index, to: &writer)
    writer.write(#"", "fix": "#)
    write(veil.silences(finding) ? nil : finding.fix, to: &writer)
  }

  /// A suppressed finding: a finding with its `reason` and `suppression`, the comment's start.
  func write(_ suppressed: SuppressedFinding, at index: Int, to writer: inout ByteWriter) {
    write(suppressed.finding, at: index, to: &writer)
    writer.write(#", "reason": "#)
    writer.writeJSON(veil.cleaned(suppressed.reason))
    writer.write(#", "suppression": "#)
    write(facts.positions.position(of: suppressed.suppression.start), to: &writer)
    writer.write("}")
  }

  private func write(_ position: Position, to writer: inout ByteWriter) {
    writer.write(#"{"line": "#)
    writer.write(position.line)
    writer.write(#", "column": "#)
    writer.write(position.column)
    writer.write(#", "byte": "#)
    writer.write(position.byte)
    writer.write("}")
  }

  private func write(_ fix: Fix?, to writer: inout ByteWriter) {
    guard let fix else {
      writer.write("null")
      return
    }
    let title = fix.title.text(in: language)
    writer.writeJSON(pairs: [("title", title), ("safety", fix.safety.rawValue)])
    writer.write(#", "edits": ["#)
    for (index, edit) in fix.edits.enumerated() {
      if index > 0 { writer.write(", ") }
      writer.write(#"{"start": "#)
      writer.write(edit.range.start)
      writer.write(#", "end": "#)
      writer.write(edit.range.end)
      writer.write(#", "text": "#)
      writer.writeJSON(edit.text)
      writer.write("}")
    }
    writer.write("]}")
  }
}

extension Source {
  /// What stands for the source of a draft that could not be read.
  static let nothing = Source(path: "", bytes: [], encoding: "", digest: "", faults: [])
}
