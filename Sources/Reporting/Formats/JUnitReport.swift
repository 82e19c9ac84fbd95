package import Linting
import SourceText

/// JUnit's XML, which build servers show as tests: a suite for each draft, a case for each finding.
///
/// What keeps a draft from passing is a failure, what could not be judged an error; suggestions pass with their text as
/// output, suppressed findings are skipped.
package struct JUnitReport: PartedReport {
  private let book: RuleBook
  private let language: Language

  package init(book: RuleBook, language: Language) {
    self.book = book
    self.language = language
  }

  package var opening: [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hegui\">\n".utf8)
  }

  package var closing: [UInt8] { Array("</testsuites>\n".utf8) }

  package func part(of report: DraftReport) -> [UInt8] {
    var suite = JUnitSuite(of: report, book: book, language: language)
    suite.writeAll()
    return suite.writer.bytes
  }
}

private struct JUnitSuite {
  private let draft: OpenFindings
  private let suppressed: [SuppressedFinding]
  private let positions: Positions
  private let language: Language
  /// How many cases have a name already: names that come twice are taken for one by some readers.
  private var seen: [String: Int] = [:]
  private(set) var writer = ByteWriter()

  init(of report: DraftReport, book: RuleBook, language: Language) {
    draft = OpenFindings(of: report, book: book, language: language)
    suppressed = report.suppressed
    let source = report.source ?? .nothing
    positions = Positions(of: suppressed.map { $0.finding.range }, in: source.bytes)
    self.language = language
  }

  mutating func writeAll() {
    let findings = draft.findings
    let count = findings.count + suppressed.count + (draft.error == nil ? 0 : 1)
    writer.write("<testsuite")
    writer.writeXML(attribute: "name", draft.path)
    writer.writeXML(attribute: "tests", String(max(1, count)))
    writer.writeXML(attribute: "failures", String(findings.count { $0.isFailure }))
    writer.writeXML(attribute: "errors", draft.error == nil ? "0" : "1")
    writer.writeXML(attribute: "skipped", String(suppressed.count))
    writer.writeXML(attribute: "file", draft.path)
    writer.write(">\n")
    for finding in findings { write(finding) }
    for put in suppressed { write(put) }
    if let error = draft.error { write(error) }
    // A suite without a case would not be seen to pass.
    if count == 0 {
      open("hegui")
      writer.write("/>\n")
    }
    writer.write("</testsuite>\n")
  }

  private mutating func write(_ finding: Finding) {
    let start = draft.start(of: finding)
    let message = draft.message(of: finding)
    open(name(of: finding, at: start))
    writer.write(">\n")
    writer.write(finding.isFailure ? "<failure" : "<system-out")
    if finding.isFailure {
      writer.writeXML(attribute: "message", message)
      writer.writeXML(attribute: "type", finding.severity.rawValue)
    }
    writer.write(">")
    let place = "\(draft.path):\(start.line):\(start.column)"
    let severity = finding.severity.name.text(in: language)
    let lines = ["\(place): \(severity)\(language == .zh ? "：" : ": ")\(message)"]
    writer.writeXML((lines + draft.notes(on: finding)).joined(separator: "\n"))
    writer.write(finding.isFailure ? "</failure>\n" : "</system-out>\n")
    writer.write("</testcase>\n")
  }

  private mutating func write(_ put: SuppressedFinding) {
    let start = positions.position(of: put.finding.range.start)
    open(name(of: put.finding, at: start))
    writer.write(">\n<skipped")
    if let reason = draft.veil.cleaned(put.reason) {
      writer.writeXML(attribute: "message", reason)
    }
    writer.write("/>\n</testcase>\n")
  }

  private mutating func write(_ error: DraftFailure) {
    let message = error.message.text(in: language)
    open(incompleteRule)
    writer.write(">\n<error")
    writer.writeXML(attribute: "message", message)
    writer.writeXML(attribute: "type", error.code)
    writer.write(">")
    writer.writeXML(draft.path + (error.line.map { ":\($0)" } ?? "") + ": " + message)
    writer.write("</error>\n</testcase>\n")
  }

  private mutating func name(of finding: Finding, at start: Position) -> String {
    let name = "\(finding.rule) (\(start.line):\(start.column))"
    let count = seen[name, default: 0] + 1
    seen[name] = count
    return count == 1 ? name : "\(name) #\(count)"
  }

  /// A case's tag, left open.
  private mutating func open(_ name: String) {
    writer.write("<testcase")
    writer.writeXML(attribute: "name", name)
    writer.writeXML(attribute: "classname", draft.path)
  }
}

extension Finding {
  /// Whether it keeps a draft from the verdict `pass`.
  fileprivate var isFailure: Bool { severity != .suggestion || escalation != nil }
}
