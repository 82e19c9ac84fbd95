package import Linting
import Reading
import SourceText

/// The program that writes a report.
package struct Tool: Hashable, Sendable {
  package let name: String
  package let version: String
  /// `sha256:…` over the files of the rules.
  package let ruleset: String

  package init(name: String, version: String, ruleset: String) {
    self.name = name
    self.version = version
    self.ruleset = ruleset
  }
}

/// The JSON report of `interfaces.md`, whole or as one object a line.
package struct JSONReport: Sendable {
  private let tool: Tool
  private let book: RuleBook
  private let rules: RuleObjects
  private let language: Language

  package init(tool: Tool, book: RuleBook, language: Language) {
    self.tool = tool
    self.book = book
    rules = RuleObjects(of: book)
    self.language = language
  }

  /// The object of one draft, on one line.
  package func object(of report: DraftReport) -> [UInt8] {
    let veil = Veil(of: report)
    var writer = ByteWriter()
    writer.reserve(512 * (report.findings.count + 1))
    writer.writeJSON(pairs: [("path", report.path), ("format", report.format.rawValue)])
    writer.write(#", "encoding": "#)
    writer.writeJSON(report.encoding.isEmpty ? nil : report.encoding)
    writer.write(#", "digest": "#)
    writer.writeJSON(report.digest.isEmpty ? nil : report.digest)
    writer.write(#", "title": "#)
    writer.writeJSON(report.title.flatMap(veil.cleaned))
    writer.write(#", "verdict": ""#)
    writer.write(report.verdict.rawValue)
    writer.write(#"", "findings": ["#)
    let findings = FindingObjects(
      of: report,
      veil: veil,
      book: book,
      rules: rules,
      language: language
    )
    for index in report.findings.indices {
      if index > 0 { writer.write(", ") }
      findings.write(report.findings[index], at: index, to: &writer)
      writer.write("}")
    }
    writer.write(#"], "suppressed": ["#)
    for (index, suppressed) in report.suppressed.enumerated() {
      if index > 0 { writer.write(", ") }
      findings.write(suppressed, at: report.findings.count + index, to: &writer)
    }
    writer.write(#"], "error": "#)
    write(report.error, to: &writer)
    writer.write("}")
    return writer.bytes
  }

  /// All that stands before the objects of the drafts in the whole report.
  package func opening(_ summary: Summary) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(#"{"version": 1,"# + "\n" + #" "tool": "#)
    writer.writeJSON(pairs: [("name", tool.name), ("version", tool.version)])
    writer.write(#", "ruleset": "#)
    writer.writeJSON(tool.ruleset)
    writer.write("},\n" + #" "verdict": ""# + summary.verdict.rawValue + #"","# + "\n")
    writer.write(#" "summary": {"files": \#(summary.files), "errors": \#(summary.errors)"#)
    writer.write(#", "warnings": \#(summary.warnings), "suggestions": \#(summary.suggestions)"#)
    writer.write(#", "suppressed": \#(summary.suppressed), "incomplete": \#(summary.incomplete)},"#)
    writer.write("\n" + #" "files": ["# + (summary.files > 0 ? "\n" : ""))
    return writer.bytes
  }

  package var closing: [UInt8] { Array("]}\n".utf8) }

  private func write(_ error: DraftFailure?, to writer: inout ByteWriter) {
    guard let error else {
      writer.write("null")
      return
    }
    let message = error.message.text(in: language)
    writer.writeJSON(pairs: [("code", error.code), ("message", message)])
    writer.write(#", "line": "# + (error.line.map(String.init) ?? "null") + "}")
  }
}

extension ByteWriter {
  /// An object's brace and first keys; the brace is left open.
  mutating func writeJSON(pairs: [(key: String, value: String)]) {
    write("{")
    for (index, pair) in pairs.enumerated() {
      write(index == 0 ? "\"" : ", \"")
      write(pair.key)
      write("\": ")
      writeJSON(pair.value)
    }
  }
}
