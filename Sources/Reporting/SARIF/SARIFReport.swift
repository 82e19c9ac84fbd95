package import Linting
import SourceText

/// SARIF 2.1.0, which code hosts and editors read: one run, a result for each finding.
package struct SARIFReport: Sendable {
  private let tool: Tool
  private let book: RuleBook
  private let language: Language

  package init(tool: Tool, book: RuleBook, language: Language) {
    self.tool = tool
    self.book = book
    self.language = language
  }

  /// The whole report on one draft.
  package func document(of report: DraftReport) -> [UInt8] {
    opening + results(of: report) + closing(Summary(of: report), naming: Self.rules(of: report))
  }

  /// The rules that a draft's results name.
  package static func rules(of report: DraftReport) -> Set<String> {
    var rules = Set(report.findings.map(\.rule))
    rules.formUnion(report.suppressed.map { $0.finding.rule })
    if report.error != nil { rules.insert(incompleteRule) }
    return rules
  }

  /// All that stands before the results.
  package var opening: [UInt8] {
    var writer = ByteWriter()
    writer.write(#"{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "#)
    writer.write(#""version": "2.1.0", "runs": [{"columnKind": "unicodeCodePoints", "#)
    writer.write(#""language": ""# + (language == .zh ? "zh-CN" : "en") + #"", "results": ["#)
    writer.write("\n")
    return writer.bytes
  }

  /// One draft's results, parted by commas; what could not be judged has one that says so.
  package func results(of report: DraftReport) -> [UInt8] {
    let veil = Veil(of: report)
    let findings = report.findings + report.suppressed.map(\.finding)
    let edits = findings.flatMap { $0.fix?.edits ?? [] }.map(\.range)
    var results = SARIFResults(
      of: report,
      facts: FindingFacts(of: report, behind: veil, further: edits),
      veil: veil,
      book: book,
      language: language
    )
    results.writeAll()
    return results.writer.bytes
  }

  /// All that stands behind the results; `rules` are those that they name.
  package func closing(_ summary: Summary, naming rules: Set<String>) -> [UInt8] {
    var writer = ByteWriter()
    writer.write("\n" + #"], "invocations": [{"executionSuccessful": "#)
    writer.write(summary.incomplete == 0 ? "true" : "false")
    writer.write(#"}], "tool": {"driver": "#)
    writer.writeJSON(pairs: [("name", tool.name), ("semanticVersion", tool.version)])
    writer.write(#", "properties": "#)
    writer.writeJSON(pairs: [("ruleset", tool.ruleset)])
    writer.write(#"}, "rules": ["#)
    for (index, rule) in rules.sorted().enumerated() {
      writer.write(index > 0 ? ",\n" : "\n")
      SARIFRules(book: book, language: language).write(rule, to: &writer)
    }
    writer.write("]}}}]}\n")
    return writer.bytes
  }
}
