package import Linting
import SourceText

/// reviewdog's diagnostics, one a line: columns count bytes of UTF-8, fixes are suggestions.
package struct RDJSONLReport: PartedReport {
  private let book: RuleBook
  private let language: Language

  package init(book: RuleBook, language: Language) {
    self.book = book
    self.language = language
  }

  package func part(of report: DraftReport) -> [UInt8] {
    let draft = OpenFindings(of: report, book: book, language: language)
    var writer = ByteWriter()
    for finding in draft.findings { write(finding, of: draft, to: &writer) }
    if let error = draft.error { write(error, of: draft, to: &writer) }
    return writer.bytes
  }

  private func write(_ finding: Finding, of draft: OpenFindings, to writer: inout ByteWriter) {
    let lines = [draft.message(of: finding)] + draft.notes(on: finding)
    open(lines.joined(separator: "\n"), at: draft.path, to: &writer)
    if !finding.isAboutWholeDraft {
      writer.write(#", "range": "#)
      write(finding.range, of: draft, to: &writer)
    }
    let severity = finding.severity == .suggestion ? "INFO" : finding.severity.rawValue.uppercased()
    write(rule: finding.rule, severity, to: &writer)
    if let suggestion = suggestion(for: finding, of: draft) {
      writer.write(#", "suggestions": [{"range": "#)
      write(suggestion.range, of: draft, to: &writer)
      writer.write(#", "text": "#)
      writer.writeJSON(suggestion.text)
      writer.write("}]")
    }
    writer.write("}\n")
  }

  private func write(_ error: DraftFailure, of draft: OpenFindings, to writer: inout ByteWriter) {
    open(error.message.text(in: language), at: draft.path, to: &writer)
    if let line = error.line {
      writer.write(#", "range": {"start": {"line": "#)
      writer.write(line)
      writer.write("}}")
    }
    write(rule: incompleteRule, "ERROR", to: &writer)
    writer.write("}\n")
  }

  /// A diagnostic up to its path.
  private func open(_ message: String, at path: String, to writer: inout ByteWriter) {
    writer.writeJSON(pairs: [("message", message)])
    writer.write(#", "location": "#)
    writer.writeJSON(pairs: [("path", path)])
  }

  /// The location's end and what follows it.
  private func write(rule: String, _ severity: String, to writer: inout ByteWriter) {
    writer.write(#"}, "severity": ""# + severity + #"", "source": {"name": "hegui"}, "code": "#)
    writer.writeJSON(pairs: [("value", rule)])
    writer.write("}")
  }

  private func write(_ range: SourceRange, of draft: OpenFindings, to writer: inout ByteWriter) {
    writer.write(#"{"start": "#)
    write(range.start, of: draft, to: &writer)
    writer.write(#", "end": "#)
    write(range.end, of: draft, to: &writer)
    writer.write("}")
  }

  private func write(_ offset: Int, of draft: OpenFindings, to writer: inout ByteWriter) {
    let position = draft.positions.position(of: offset)
    writer.write(#"{"line": "#)
    writer.write(position.line)
    writer.write(#", "column": "#)
    writer.write(position.byte - draft.positions.lineStart(of: offset) + 1)
    writer.write("}")
  }

  /// A fix as one replacement, as several suggestions would be choices and not parts.
  ///
  /// Nil where confidential text stands between its edits, or so much text that nobody would read it.
  private func suggestion(for finding: Finding, of draft: OpenFindings) -> Edit? {
    guard !draft.veil.hidesAll, let edits = draft.fix(of: finding)?.edits,
      let first = edits.first, let last = edits.last
    else { return nil }
    guard edits.count > 1 else { return first }
    let whole = SourceRange(first.range.start, last.range.end)
    guard whole.count <= 4_096, !draft.veil.covers(whole) else { return nil }
    var text: [UInt8] = []
    var end = whole.start
    for edit in edits {
      text += draft.veil.text(of: SourceRange(end, edit.range.start)) + Array(edit.text.utf8)
      end = edit.range.end
    }
    return Edit(whole, String(decoding: text, as: UTF8.self))
  }
}
