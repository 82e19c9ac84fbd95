import Linting
import Reading
import SourceText

/// One draft of the HTML report: its text as a reader sees it with the findings in place, and their list.
struct DraftPage {
  private let report: DraftReport
  private let draft: Draft?
  private let marked: MarkedText?
  private let veil: Veil
  private let positions: Positions
  private let book: RuleBook
  private let language: Language
  /// Names the draft in the page's anchors.
  private let name: String
  /// The tables by the index of their first cell.
  private let tables: [Int: Table]
  private let tableCells: Set<Int>

  init(of report: DraftReport, book: RuleBook, language: Language) {
    self.report = report
    self.book = book
    self.language = language
    veil = Veil(of: report)
    // A report holds no draft, for most formats need none: it is read once more.
    draft = report.source.flatMap { try? readDraft($0, as: report.format) }
    marked = draft.map { MarkedText($0, report.findings) }
    name = anchorName(of: report.path)
    let ranges = report.findings.map(\.range) + report.suppressed.map(\.finding.range)
    positions = Positions(of: ranges, in: report.source?.bytes ?? [])
    let rows = (draft?.tables ?? []).map { ($0, $0.rows.joined().filter { $0 >= 0 }) }
    tables = Dictionary(rows.compactMap { table, cells in cells.first.map { ($0, table) } }) { $1 }
    tableCells = Set(rows.flatMap { $0.1 })
  }

  func write(to writer: inout ByteWriter) {
    writer.write(#"<section class="draft" id="\#(name)"><h2><span class="path">"#)
    writer.writeHTML(report.path)
    writer.write(#"</span> <span class="verdict \#(report.verdict.rawValue)">"#)
    writer.writeHTML(report.verdict.name.text(in: language))
    writer.write("</span></h2>\n")
    if let error = report.error { write(error, to: &writer) }
    writer.write(#"<div class="columns">"#)
    writeText(to: &writer)
    writeList(to: &writer)
    writer.write("</div>")
    writeSuppressed(to: &writer)
    writer.write("<p class=\"digest\">\(report.format.rawValue) · ")
    writer.writeHTML(report.encoding)
    writer.write(" · ")
    writer.writeHTML(report.digest)
    writer.write("</p></section>\n")
  }

  private func write(_ error: DraftFailure, to writer: inout ByteWriter) {
    writer.write(#"<p class="failure">"#)
    writer.writeHTML(error.message.text(in: language))
    writer.write(" <code>")
    writer.writeHTML(error.code)
    writer.write("</code></p>\n")
  }
}

// MARK: - The text

extension DraftPage {
  private func writeText(to writer: inout ByteWriter) {
    guard let draft, let marked, !veil.hidesAll else { return }
    writer.write("<article>")
    var images = draft.images.filter { !$0.isHidden }[...]
    for index in draft.blocks.indices where !draft.blocks[index].isHidden {
      let block = draft.blocks[index]
      while let image = images.first, image.anchor < block.text.lowerBound {
        write(images.removeFirst(), numbers: marked.findings(in: image.source), to: &writer)
      }
      if let table = tables[index] {
        write(table, of: draft, marked, to: &writer)
      } else if !tableCells.contains(index) {
        write(block, of: draft, marked, to: &writer)
      }
    }
    for image in images { write(image, numbers: marked.findings(in: image.source), to: &writer) }
    writer.write("</article>")
  }

  private func write(
    _ table: Table,
    of draft: Draft,
    _ marked: MarkedText,
    to writer: inout ByteWriter
  ) {
    writer.write("<table>")
    for row in table.rows {
      writer.write("<tr>")
      for cell in row {
        writer.write("<td>")
        if draft.blocks.indices.contains(cell) {
          writePieces(of: draft.blocks[cell], of: draft, marked, to: &writer)
        }
        writer.write("</td>")
      }
      writer.write("</tr>")
    }
    writer.write("</table>\n")
  }

  private func write(
    _ block: Block,
    of draft: Draft,
    _ marked: MarkedText,
    to writer: inout ByteWriter
  ) {
    let (tag, style) = element(of: block)
    writer.write("<\(tag)\(style.isEmpty ? "" : " class=\"\(style)\"")>")
    writePieces(of: block, of: draft, marked, to: &writer)
    writer.write("</\(tag)>\n")
  }

  private func element(of block: Block) -> (tag: String, style: String) {
    switch block.kind {
    case .title: ("h3", "title")
    case .heading: ("h3", "")
    case .code: ("pre", "")
    case .listItem: ("p", "item")
    case .caption: ("p", "caption")
    case .note: ("p", "note")
    case .paragraph, .tableCell, .hidden: ("p", block.context.contains(.quote) ? "quote" : "")
    }
  }

  private func writePieces(
    of block: Block,
    of draft: Draft,
    _ marked: MarkedText,
    to writer: inout ByteWriter
  ) {
    for piece in marked.pieces(of: block) {
      let worst = piece.findings.map { report.findings[$0].severity }.max()
      if let worst { writer.write("<mark class=\"\(worst.rawValue)\">") }
      writeShown(piece.text, of: draft, to: &writer)
      if worst != nil { writer.write("</mark>") }
      for finding in piece.ending { writeNumber(finding, to: &writer) }
    }
  }

  private func write(_ image: Image, numbers: [Int], to writer: inout ByteWriter) {
    writer.write(#"<p class="image">"#)
    writer.writeHTML(language == .zh ? "图片" : "image")
    if let alternative = image.alt?.string, let shown = veil.cleaned(alternative), !shown.isEmpty {
      writer.writeHTML(language == .zh ? "：\(shown)" : ": \(shown)")
    }
    for finding in numbers { writeNumber(finding, to: &writer) }
    writer.write("</p>\n")
  }

  /// The number by which the list knows a finding.
  private func writeNumber(_ finding: Int, to writer: inout ByteWriter) {
    let severity = report.findings[finding].severity.rawValue
    writer.write("<sup class=\"\(severity)\" id=\"\(name)t\(finding + 1)\">")
    writer.write("<a href=\"#\(name)f\(finding + 1)\">\(finding + 1)</a></sup>")
  }

  /// The prose with stars where it is confidential, and hard line breaks as such.
  private func writeShown(_ text: Range<Int>, of draft: Draft, to writer: inout ByteWriter) {
    for run in draft.map.runs(in: text) {
      let part = run.text.clamped(to: text)
      guard run.isVerbatim else {
        let isConfidential = veil.covers(run.source)
        writeProse(isConfidential ? [UInt8(ascii: "*")] : Array(draft.text[part]), to: &writer)
        continue
      }
      let start = run.source.start + part.lowerBound - run.text.lowerBound
      writeProse(veil.text(of: SourceRange(start, start + part.count)), to: &writer)
    }
  }

  private func writeProse(_ bytes: [UInt8], to writer: inout ByteWriter) {
    var rest = bytes[...]
    while let byte = rest.first {
      let isLineBreak = rest.starts(with: "\u{2028}".utf8)
      if isLineBreak { writer.write("<br>") } else { writer.writeHTML(byte: byte) }
      rest = rest.dropFirst(isLineBreak ? 3 : 1)
    }
  }
}

// MARK: - The list

extension DraftPage {
  private func writeList(to writer: inout ByteWriter) {
    writer.write("<ol class=\"findings\">")
    for index in report.findings.indices { write(report.findings[index], at: index, to: &writer) }
    writer.write("</ol>")
  }

  private func write(_ finding: Finding, at index: Int, to writer: inout ByteWriter) {
    let severity = finding.severity.rawValue
    writer.write("<li id=\"\(name)f\(index + 1)\" class=\"finding \(severity)\" data-group=\"")
    writer.writeHTML(finding.group)
    writer.write("\"><p class=\"message\"><b class=\"severity\">")
    writer.writeHTML(finding.severity.name.text(in: language))
    writer.write("</b> ")
    writer.writeHTML(book.message(of: finding, behind: veil, in: language))
    writer.write("</p><p class=\"place\"><a href=\"#\(name)t\(index + 1)\">")
    let start = positions.position(of: finding.range.start)
    writer.writeHTML(
      language == .zh
        ? "第 \(start.line) 行第 \(start.column) 字" : "line \(start.line), column \(start.column)"
    )
    writer.write("</a> <code>")
    writer.writeHTML(finding.rule)
    writer.write("</code></p>")
    writeNotes(on: finding, to: &writer)
    writer.write("</li>\n")
  }

  private func writeNotes(on finding: Finding, to writer: inout ByteWriter) {
    let isChinese = language == .zh
    if let basis = book.basisLine(of: finding.rule) {
      writeNote(isChinese ? "依据" : "Basis", basis, to: &writer)
    }
    if let why = book.info(of: finding.rule)?.why.text(in: language), !why.isEmpty {
      writeNote(isChinese ? "说明" : "Why", why, to: &writer)
    }
    if let escalation = finding.escalation {
      writeNote(isChinese ? "上报" : "Escalation", escalation.name.text(in: language), to: &writer)
    }
    if let fix = finding.fix, !veil.silences(finding) {
      let safety = fix.safety.name.text(in: language)
      let title = fix.title.text(in: language)
      let line = isChinese ? "\(title)（\(safety)）" : "\(title) (\(safety))"
      writeNote(isChinese ? "修改" : "Fix", line, to: &writer)
    }
  }

  private func writeNote(_ label: String, _ text: String, to writer: inout ByteWriter) {
    writer.write("<p class=\"detail\"><span>\(label)</span> ")
    writer.writeHTML(text)
    writer.write("</p>")
  }

  private func writeSuppressed(to writer: inout ByteWriter) {
    guard !report.suppressed.isEmpty else { return }
    let count = report.suppressed.count
    writer.write("<details class=\"suppressed\"><summary>")
    writer.writeHTML(
      language == .zh ? "已说明理由放行 \(count) 处" : "\(count) suppressed with a reason"
    )
    writer.write("</summary><ul>")
    for suppressed in report.suppressed {
      let line = positions.position(of: suppressed.finding.range.start).line
      writer.write("<li>")
      writer.writeHTML(language == .zh ? "第 \(line) 行：" : "line \(line): ")
      writer.writeHTML(book.message(of: suppressed.finding, behind: veil, in: language))
      writer.write(" <code>")
      writer.writeHTML(suppressed.finding.rule)
      writer.write("</code> — ")
      writer.writeHTML(veil.cleaned(suppressed.reason) ?? "")
      writer.write("</li>")
    }
    writer.write("</ul></details>")
  }
}
