package import Linting
import SourceText

/// Workflow commands, which GitHub's runner makes annotations of.
///
/// Columns count code points; the end is not included.
package struct GitHubReport: PartedReport {
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
    if let error = draft.error {
      let place = error.line.map { [("line", String($0))] } ?? []
      write("error", at: draft.path, place, title: incompleteRule, to: &writer)
      writer.write(command: error.message.text(in: language))
      writer.write("\n")
    }
    return writer.bytes
  }

  private func write(_ finding: Finding, of draft: OpenFindings, to writer: inout ByteWriter) {
    let name = command(of: finding.severity)
    write(name, at: draft.path, place(of: finding, draft), title: finding.rule, to: &writer)
    let lines = [draft.message(of: finding)] + draft.notes(on: finding)
    writer.write(command: lines.joined(separator: "\n"))
    writer.write("\n")
  }

  private func write(
    _ command: String,
    at path: String,
    _ place: [(name: String, value: String)],
    title: String,
    to writer: inout ByteWriter
  ) {
    writer.write("::\(command) file=")
    writer.write(property: path)
    for (name, value) in place { writer.write(",\(name)=\(value)") }
    writer.write(",title=")
    writer.write(property: title)
    writer.write("::")
  }

  /// GitHub takes columns only where a range is on one line.
  private func place(
    of finding: Finding,
    _ draft: OpenFindings
  ) -> [(name: String, value: String)] {
    let start = draft.start(of: finding)
    guard !finding.isAboutWholeDraft else { return [("line", String(start.line))] }
    let end = draft.end(of: finding)
    guard end.line > start.line else {
      return [
        ("line", String(start.line)), ("endLine", String(end.line)),
        ("col", String(start.column)), ("endColumn", String(end.column)),
      ]
    }
    let last = end.column == 1 ? end.line - 1 : end.line
    return [("line", String(start.line)), ("endLine", String(last))]
  }

  private func command(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .suggestion: "notice"
    }
  }
}

extension ByteWriter {
  /// What stands behind a command's `::`.
  fileprivate mutating func write(command text: String) { write(text, escaping: false) }

  /// The value of a command's property, which ends at a comma and the properties at a colon.
  fileprivate mutating func write(property text: String) { write(text, escaping: true) }

  private mutating func write(_ text: String, escaping isProperty: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): write("%25")
      case 0x0D: write("%0D")
      case 0x0A: write("%0A")
      case UInt8(ascii: ":") where isProperty: write("%3A")
      case UInt8(ascii: ",") where isProperty: write("%2C")
      // A log is shown on terminals, which obey control characters.
      case 0x00..<0x09, 0x0B..<0x20, 0x7F: write("\u{FFFD}")
      default: write(byte: byte)
      }
    }
  }
}
