import Linting
import SourceText

/// Writes the findings of one draft as SARIF's results.
struct SARIFResults {
  private let report: DraftReport
  private let facts: FindingFacts
  private let veil: Veil
  private let book: RuleBook
  private let language: Language
  private let address: String
  private(set) var writer = ByteWriter()

  init(
    of report: DraftReport,
    facts: FindingFacts,
    veil: Veil,
    book: RuleBook,
    language: Language
  ) {
    self.report = report
    self.facts = facts
    self.veil = veil
    self.book = book
    self.language = language
    address = uriReference(report.path)
    writer.reserve(768 * facts.findings.count)
  }

  mutating func writeAll() {
    for index in facts.findings.indices {
      if index > 0 { writer.write(",\n") }
      write(facts.findings[index], at: index)
    }
    guard let error = report.error else { return }
    if !facts.findings.isEmpty { writer.write(",\n") }
    write(error)
  }

  private mutating func write(_ finding: Finding, at index: Int) {
    writer.writeJSON(pairs: [("ruleId", finding.rule), ("level", finding.severity.levelOfSARIF)])
    writeMessage(book.message(of: finding, behind: veil, in: language), as: "message")
    writer.write(#", "locations": [{"physicalLocation": {"#)
    writeArtifact()
    writer.write(#", "region": {"#)
    writeRegion(finding.range)
    if !finding.range.isEmpty, !veil.hidesAll {
      writer.write(#", "snippet": {"text": "#)
      veil.writeJSON(finding.range, to: &writer)
      writer.write("}")
    }
    writer.write(#"}}}], "partialFingerprints": {"hegui/v1": ""#)
    facts.writeFingerprint(index, to: &writer)
    writer.write(#""}"#)
    if let fix = finding.fix, !veil.silences(finding) { write(fix) }
    let suppressed = index - report.findings.count
    if suppressed >= 0 { write(report.suppressed[suppressed]) }
    if let escalation = finding.escalation {
      writer.write(#", "properties": "#)
      writer.writeJSON(pairs: [("escalation", escalation.rawValue)])
      writer.write("}")
    }
    writer.write("}")
  }

  private mutating func write(_ error: DraftFailure) {
    writer.writeJSON(pairs: [("ruleId", incompleteRule), ("level", "error")])
    writeMessage(error.message.text(in: language), as: "message")
    writer.write(#", "locations": [{"physicalLocation": {"#)
    writeArtifact()
    if let line = error.line {
      writer.write(#", "region": {"startLine": "#)
      writer.write(line)
      writer.write("}")
    }
    writer.write(#"}}], "properties": "#)
    writer.writeJSON(pairs: [("code", error.code)])
    writer.write("}}")
  }

  private mutating func write(_ fix: Fix) {
    writer.write(#", "fixes": [{"#)
    writer.write(#""properties": "#)
    writer.writeJSON(pairs: [("safety", fix.safety.rawValue)])
    writer.write("}")
    writeMessage(fix.title.text(in: language), as: "description")
    writer.write(#", "artifactChanges": [{"#)
    writeArtifact()
    writer.write(#", "replacements": ["#)
    for (index, edit) in fix.edits.enumerated() {
      writer.write(index > 0 ? #", {"deletedRegion": {"# : #"{"deletedRegion": {"#)
      writeRegion(edit.range)
      writer.write(#"}, "insertedContent": {"text": "#)
      writer.writeJSON(edit.text)
      writer.write("}}")
    }
    writer.write("]}]}]")
  }

  private mutating func write(_ suppressed: SuppressedFinding) {
    writer.write(#", "suppressions": [{"kind": "inSource""#)
    if let reason = veil.cleaned(suppressed.reason) {
      writer.write(#", "justification": "#)
      writer.writeJSON(reason)
    }
    writer.write("}]")
  }

  private mutating func writeMessage(_ text: String, as key: String) {
    writer.write(#", ""# + key + #"": "#)
    writer.writeJSON(pairs: [("text", text)])
    writer.write("}")
  }

  private mutating func writeArtifact() {
    writer.write(#""artifactLocation": {"uri": "#)
    writer.writeJSON(address)
    writer.write("}")
  }

  private mutating func writeRegion(_ range: SourceRange) {
    let start = facts.positions.position(of: range.start)
    let end = facts.positions.position(of: range.end)
    writer.write(#""startLine": "#)
    writer.write(start.line)
    writer.write(#", "startColumn": "#)
    writer.write(start.column)
    writer.write(#", "endLine": "#)
    writer.write(end.line)
    writer.write(#", "endColumn": "#)
    writer.write(end.column)
  }
}

/// A path as a URI reference (RFC 3986): what is not plain is percent-encoded, and no first part looks like a scheme.
private func uriReference(_ path: String) -> String {
  var reference: [UInt8] = path.utf8.first == UInt8(ascii: "/") ? Array("file://".utf8) : []
  for byte in path.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
      reference.append(byte)
    default:
      let digits = Array("0123456789ABCDEF".utf8)
      reference += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return reference.isEmpty ? "-" : String(decoding: reference, as: UTF8.self)
}
