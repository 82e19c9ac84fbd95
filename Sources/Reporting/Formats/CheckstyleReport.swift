package import Linting
import SourceText

/// Checkstyle's XML, which Jenkins and most collectors of findings read.
///
/// Columns count code points.
package struct CheckstyleReport: PartedReport {
  private let book: RuleBook
  private let language: Language

  package init(book: RuleBook, language: Language) {
    self.book = book
    self.language = language
  }

  package var opening: [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n".utf8)
  }

  package var closing: [UInt8] { Array("</checkstyle>\n".utf8) }

  package func part(of report: DraftReport) -> [UInt8] {
    let draft = OpenFindings(of: report, book: book, language: language)
    var writer = ByteWriter()
    writer.write("<file")
    writer.writeXML(attribute: "name", draft.path)
    writer.write(">\n")
    for finding in draft.findings { write(finding, of: draft, to: &writer) }
    if let error = draft.error {
      let message = error.message.text(in: language)
      write(line: error.line ?? 1, column: nil, level: "error", to: &writer)
      write(message: message, rule: incompleteRule, to: &writer)
    }
    writer.write("</file>\n")
    return writer.bytes
  }

  private func write(_ finding: Finding, of draft: OpenFindings, to writer: inout ByteWriter) {
    let start = draft.start(of: finding)
    let column = finding.isAboutWholeDraft ? nil : start.column
    write(line: start.line, column: column, level: level(of: finding.severity), to: &writer)
    write(message: draft.message(of: finding), rule: finding.rule, to: &writer)
  }

  private func write(line: Int, column: Int?, level: String, to writer: inout ByteWriter) {
    writer.write("<error")
    writer.writeXML(attribute: "line", String(line))
    if let column { writer.writeXML(attribute: "column", String(column)) }
    writer.writeXML(attribute: "severity", level)
  }

  private func write(message: String, rule: String, to writer: inout ByteWriter) {
    writer.writeXML(attribute: "message", message)
    writer.writeXML(attribute: "source", "hegui." + rule)
    writer.write("/>\n")
  }

  private func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .suggestion: "info"
    }
  }
}
