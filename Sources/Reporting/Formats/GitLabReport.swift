package import Linting
import SourceText

/// GitLab's report of code quality, a subset of Code Climate's: lines without columns, a fingerprint for each finding.
package struct GitLabReport: PartedReport {
  private let book: RuleBook
  private let language: Language

  package init(book: RuleBook, language: Language) {
    self.book = book
    self.language = language
  }

  package var opening: [UInt8] { Array("[\n".utf8) }
  package var separator: [UInt8] { Array(",\n".utf8) }
  package var closing: [UInt8] { Array("\n]\n".utf8) }

  package func part(of report: DraftReport) -> [UInt8] {
    let draft = OpenFindings(of: report, book: book, language: language)
    let names = Fingerprints(
      of: draft.findings,
      in: report.source ?? .nothing,
      positions: draft.positions,
      veil: draft.veil
    )
    var writer = ByteWriter()
    for index in draft.findings.indices {
      if index > 0 { writer.write(",\n") }
      let finding = draft.findings[index]
      let lines = lines(of: finding, draft)
      write(draft.message(of: finding), rule: finding.rule, to: &writer)
      names.write(index, at: draft.path, to: &writer)
      write(level(of: finding.severity), at: draft.path, lines, to: &writer)
    }
    guard let error = draft.error else { return writer.bytes }
    if !draft.findings.isEmpty { writer.write(",\n") }
    let line = error.line ?? 1
    write(error.message.text(in: language), rule: incompleteRule, to: &writer)
    Fingerprints.write(incompleteRule, at: draft.path, to: &writer)
    write("blocker", at: draft.path, line...line, to: &writer)
    return writer.bytes
  }

  private func write(_ message: String, rule: String, to writer: inout ByteWriter) {
    writer.writeJSON(pairs: [("description", message), ("check_name", rule)])
    writer.write(#", "fingerprint": ""#)
  }

  private func write(
    _ level: String,
    at path: String,
    _ lines: ClosedRange<Int>,
    to writer: inout ByteWriter
  ) {
    writer.write(#"", "severity": ""# + level + #"", "location": "#)
    writer.writeJSON(pairs: [("path", path)])
    writer.write(#", "lines": {"begin": "#)
    writer.write(lines.lowerBound)
    writer.write(#", "end": "#)
    writer.write(lines.upperBound)
    writer.write("}}}")
  }

  private func lines(of finding: Finding, _ draft: OpenFindings) -> ClosedRange<Int> {
    let first = draft.start(of: finding).line
    let end = draft.end(of: finding)
    return first...max(first, end.column == 1 ? end.line - 1 : end.line)
  }

  private func level(of severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .suggestion: "minor"
    }
  }
}
