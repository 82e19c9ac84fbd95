package import Linting

/// The report that people read in a browser or print: one file that asks nothing of any network.
package struct HTMLReport: Sendable {
  private let tool: Tool
  private let book: RuleBook
  private let language: Language

  package init(tool: Tool, book: RuleBook, language: Language) {
    self.tool = tool
    self.book = book
    self.language = language
  }

  /// The section of one draft.
  package func part(of report: DraftReport) -> [UInt8] {
    var writer = ByteWriter()
    DraftPage(of: report, book: book, language: language).write(to: &writer)
    return writer.bytes
  }

  /// Everything before the sections; `rows` are the drafts in order.
  package func opening(_ summary: Summary, _ rows: [DraftRow]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write("<!DOCTYPE html>\n<html lang=\"\(language == .zh ? "zh-CN" : "en")\"><head>")
    writer.write("<meta charset=\"utf-8\">")
    writer.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    writer.write("<meta http-equiv=\"Content-Security-Policy\" content=\"\(htmlReportPolicy)\">")
    writer.write("<title>\(title)</title><style>\(htmlReportStyle)</style></head><body>\n")
    writer.write("<header><h1>\(title)</h1>")
    writeVerdict(summary, to: &writer)
    writer.write("</header>\n<main>")
    ReportOverview(rows: rows, language: language).write(to: &writer)
    return writer.bytes
  }

  package var closing: [UInt8] {
    var writer = ByteWriter()
    writer.write("</main>\n<footer><p>\(tool.name) \(tool.version) · ")
    writer.writeHTML(language == .zh ? "规则 " : "rules ")
    writer.writeHTML(tool.ruleset)
    writer.write("</p></footer>\n<script>\(htmlReportScript)</script></body></html>\n")
    return writer.bytes
  }

  private var title: String { language == .zh ? "稿件合规检查报告" : "Draft compliance report" }

  private func writeVerdict(_ summary: Summary, to writer: inout ByteWriter) {
    let verdict = summary.verdict
    writer.write("<p class=\"verdict \(verdict.rawValue)\">\(verdict.name.text(in: language))</p>")
    writer.write("<ul class=\"counts\">")
    let counts: [(Int, String, Localized)] = [
      (summary.files, "files", Localized("稿件", "drafts")),
      (summary.errors, "error", Localized("错误", "errors")),
      (summary.warnings, "warning", Localized("警告", "warnings")),
      (summary.suggestions, "suggestion", Localized("建议", "suggestions")),
      (summary.suppressed, "suppressed", Localized("已说明理由放行", "suppressed")),
      (summary.incomplete, "incomplete", Localized("未能完成检查", "incomplete")),
    ]
    for (count, style, name) in counts where count > 0 || style == "files" || style == "error" {
      writer.write("<li class=\"\(style)\"><b>\(count)</b> \(name.text(in: language))</li>")
    }
    writer.write("</ul>")
  }
}
