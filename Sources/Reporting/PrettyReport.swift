package import Linting
import SourceText

/// The report that people read in a terminal.
package struct PrettyReport: Sendable {
  private let book: RuleBook
  private let language: Language
  private let palette: Palette
  private let width: Int

  /// `width` is that of the terminal, in cells.
  package init(book: RuleBook, language: Language, palette: Palette, width: Int = 100) {
    self.book = book
    self.language = language
    self.palette = palette
    self.width = max(40, width)
  }

  /// All findings of one draft; empty where there is nothing to say.
  package func text(of report: DraftReport) -> [UInt8] {
    var writer = ByteWriter()
    if let error = report.error {
      writer.write(line(of: error, path: report.path))
    }
    guard !report.findings.isEmpty else { return writer.bytes }
    let veil = Veil(of: report)
    let bytes = report.source?.bytes ?? []
    let positions = Positions(of: report.findings.map(\.range), in: bytes)
    let gutter = report.findings.last.map { positions.position(of: $0.range.end).line } ?? 1
    let excerpts = Excerpts(
      bytes: bytes,
      veil: veil,
      width: width - max(3, String(gutter).utf8.count) - 4
    )
    for finding in report.findings {
      write(finding, of: report, positions: positions, excerpts: excerpts, to: &writer)
    }
    return writer.bytes
  }

  /// The last line: how many of what, and the verdict.
  package func closing(_ summary: Summary) -> [UInt8] {
    let verdict = palette.verdict(summary.verdict, summary.verdict.name.text(in: language))
    var parts: [String] = []
    func add(_ count: Int, _ zh: String, _ en: String) {
      guard count > 0 else { return }
      parts.append(language == .zh ? "\(count) \(zh)" : "\(count) \(en)\(count == 1 ? "" : "s")")
    }
    add(summary.errors, "个错误", "error")
    add(summary.warnings, "个警告", "warning")
    add(summary.suggestions, "条建议", "suggestion")
    add(summary.suppressed, "处已说明理由放行", "suppressed finding")
    add(summary.incomplete, "份未能完成检查", "incomplete draft")
    let line =
      switch language {
      case .zh:
        "共检查 \(summary.files) 份稿件："
          + (parts.isEmpty ? "未发现问题" : parts.joined(separator: "，")) + "；结论：\(verdict)"
      case .en:
        "\(summary.files) draft\(summary.files == 1 ? "" : "s"): "
          + (parts.isEmpty ? "nothing found" : parts.joined(separator: ", "))
          + "; verdict: \(verdict)"
      }
    return Array((line + "\n").utf8)
  }

  private func line(of error: DraftFailure, path: String) -> String {
    let place = palette.bold(terminalText(path) + (error.line.map { ":\($0)" } ?? ""))
    let word = palette.verdict(.incomplete, Verdict.incomplete.name.text(in: language))
    let message = terminalText(error.message.text(in: language))
    return "\(place): \(word)\(colon)\(message) \(palette.dim("[\(error.code)]"))\n\n"
  }

  private var colon: String { language == .zh ? "：" : ": " }

  private func write(
    _ finding: Finding,
    of report: DraftReport,
    positions: Positions,
    excerpts: Excerpts,
    to writer: inout ByteWriter
  ) {
    let start = positions.position(of: finding.range.start)
    let place = palette.bold("\(terminalText(report.path)):\(start.line):\(start.column)")
    let name = palette.severity(finding.severity, finding.severity.name.text(in: language))
    let message = book.message(of: finding, behind: excerpts.veil, in: language)
    let rule = palette.dim("[\(finding.rule)]")
    writer.write("\(place): \(name)\(colon)\(terminalText(message)) \(rule)\n")
    writeExcerpt(of: finding, positions: positions, excerpts: excerpts, to: &writer)
    let indent = String(repeating: " ", count: gutterWidth(start.line)) + " "
    for note in notes(on: finding, behind: excerpts.veil) {
      writer.write("\(indent)\(palette.gutter("=")) \(note)\n")
    }
    writer.write("\n")
  }

  private func notes(on finding: Finding, behind veil: Veil) -> [String] {
    var notes: [String] = []
    func add(_ zh: String, _ en: String, _ text: String) {
      notes.append("\(language == .zh ? zh : en)\(colon)\(terminalText(text))")
    }
    if let basis = book.basisLine(of: finding.rule) { add("依据", "basis", basis) }
    if let escalation = finding.escalation {
      add("上报", "escalation", escalation.name.text(in: language))
    }
    if let fix = finding.fix, !veil.silences(finding) {
      let safety = fix.safety.name.text(in: language)
      let title = fix.title.text(in: language)
      add("修改", "fix", language == .zh ? "\(title)（\(safety)）" : "\(title) (\(safety))")
    }
    return notes
  }

  private func writeExcerpt(
    of finding: Finding,
    positions: Positions,
    excerpts: Excerpts,
    to writer: inout ByteWriter
  ) {
    // A finding about the whole draft has no place to show.
    guard !excerpts.veil.hidesAll, finding.range.end > 0 else { return }
    let start = positions.position(of: finding.range.start)
    let end = positions.position(of: finding.range.end)
    let first = excerpts.line(
      startingAt: positions.lineStart(of: start.byte),
      marking: finding.range
    )
    write(first, line: start.line, of: finding, to: &writer)
    let lastStart = positions.lineStart(of: end.byte)
    guard end.line > start.line, end.byte > lastStart else { return }
    if end.line > start.line + 1 {
      let indent = String(repeating: " ", count: gutterWidth(start.line))
      writer.write(indent + palette.gutter("⋮") + "\n")
    }
    let last = excerpts.line(startingAt: lastStart, marking: SourceRange(lastStart, end.byte))
    write(last, line: end.line, of: finding, to: &writer)
  }

  private func write(
    _ marked: MarkedLine,
    line: Int,
    of finding: Finding,
    to writer: inout ByteWriter
  ) {
    let width = gutterWidth(line)
    let number = String(repeating: " ", count: max(0, width - String(line).utf8.count)) + "\(line)"
    let blank = String(repeating: " ", count: width)
    writer.write(palette.gutter("\(number) |") + " \(marked.text)\n")
    let marks = palette.severity(finding.severity, marked.marks)
    writer.write(palette.gutter("\(blank) |") + " \(marks)\n")
  }

  private func gutterWidth(_ line: Int) -> Int { max(4, String(line).utf8.count) }
}
