import Linting

/// What many drafts come to: the filter, findings by group and by folder, and the list of drafts.
struct ReportOverview {
  private let rows: [DraftRow]
  private let language: Language
  /// The most frequent first.
  private let groups: [(name: String, count: Int)]

  init(rows: [DraftRow], language: Language) {
    self.rows = rows
    self.language = language
    groups = rows.reduce(into: [:]) { $0.merge($1.groups, uniquingKeysWith: +) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key, $0.value) }
  }

  func write(to writer: inout ByteWriter) {
    if !groups.isEmpty { writeFilter(to: &writer) }
    guard rows.count > 1 else { return }
    writer.write("<section class=\"overview\">")
    if !groups.isEmpty { writePicture(to: &writer) }
    writeDrafts(to: &writer)
    writer.write("</section>\n")
  }

  private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Boxes that show and hide findings; the page's script acts on them.
  private func writeFilter(to writer: inout ByteWriter) {
    writer.write("<form class=\"filter\" hidden><fieldset><legend>")
    writer.write("\(text("级别", "Severity"))</legend>")
    for severity in Severity.allCases.reversed() {
      writeBox("s-\(severity.rawValue)", severity.name.text(in: language), to: &writer)
    }
    writer.write("</fieldset><fieldset><legend>\(text("分组", "Group"))</legend>")
    for (name, count) in groups {
      let title = RuleGroup(rawValue: name)?.title.text(in: language) ?? name
      writeBox("g-\(name)", "\(title) \(count)", to: &writer)
    }
    writer.write("</fieldset><p class=\"shown\" role=\"status\" data-template=\"")
    writer.write(text("显示 {shown} 处，共 {all} 处", "{shown} of {all} shown"))
    writer.write("\"></p></form>\n")
  }

  private func writeBox(_ value: String, _ label: String, to writer: inout ByteWriter) {
    writer.write("<label><input type=\"checkbox\" checked value=\"")
    writer.writeHTML(value)
    writer.write("\"> ")
    writer.writeHTML(label)
    writer.write("</label>")
  }

  /// Findings by folder and group, a bar for each group.
  private func writePicture(to writer: inout ByteWriter) {
    let most = groups.map(\.count).max() ?? 1
    writer.write("<h2>\(text("问题分布", "Findings by group"))</h2><table class=\"bars\"><tbody>")
    for (name, count) in groups {
      let title = RuleGroup(rawValue: name)?.title.text(in: language) ?? name
      let width = max(1, count * 100 / most)
      writer.write("<tr><th scope=\"row\">")
      writer.writeHTML(title)
      writer.write("</th><td><span class=\"bar\" style=\"width:\(width)%\"></span></td>")
      writer.write("<td class=\"number\">\(count)</td></tr>")
    }
    writer.write("</tbody></table>\n")
    writeFolders(to: &writer)
  }

  private func writeFolders(to writer: inout ByteWriter) {
    let folders = Dictionary(grouping: rows, by: \.folder).sorted { $0.key < $1.key }
    guard folders.count > 1 else { return }
    writer.write("<h2>\(text("按文件夹", "By folder"))</h2><div class=\"wide\"><table><thead><tr>")
    writer.write("<th scope=\"col\">\(text("文件夹", "folder"))</th>")
    writer.write("<th scope=\"col\" class=\"number\">\(text("稿件", "drafts"))</th>")
    for (name, _) in groups {
      let title = RuleGroup(rawValue: name)?.title.text(in: language) ?? name
      writer.write("<th scope=\"col\" class=\"number\">")
      writer.writeHTML(title)
      writer.write("</th>")
    }
    writer.write("</tr></thead><tbody>")
    for (folder, rows) in folders {
      writer.write("<tr><th scope=\"row\">")
      writer.writeHTML(folder.isEmpty ? "." : folder)
      writer.write("</th><td class=\"number\">\(rows.count)</td>")
      for (name, _) in groups {
        let count = rows.reduce(0) { $0 + ($1.groups[name] ?? 0) }
        writer.write("<td class=\"number\">\(count == 0 ? "" : "\(count)")</td>")
      }
      writer.write("</tr>")
    }
    writer.write("</tbody></table></div>\n")
  }

  private func writeDrafts(to writer: inout ByteWriter) {
    writer.write("<h2>\(text("稿件一览", "Drafts"))</h2><div class=\"wide\"><table><thead><tr>")
    writer.write("<th scope=\"col\">\(text("稿件", "draft"))</th>")
    writer.write("<th scope=\"col\">\(text("结论", "verdict"))</th>")
    for severity in Severity.allCases.reversed() {
      writer.write("<th scope=\"col\" class=\"number\">\(severity.name.text(in: language))</th>")
    }
    writer.write("</tr></thead><tbody>")
    for row in rows {
      writer.write("<tr><td><a href=\"#\(anchorName(of: row.path))\">")
      writer.writeHTML(row.path)
      writer.write("</a></td><td><span class=\"verdict \(row.verdict.rawValue)\">")
      writer.write("\(row.verdict.name.text(in: language))</span></td>")
      for severity in Severity.allCases.reversed() {
        let count = row.severities[severity] ?? 0
        writer.write("<td class=\"number\">\(count == 0 ? "" : "\(count)")</td>")
      }
      writer.write("</tr>")
    }
    writer.write("</tbody></table></div>\n")
  }
}
