import Linting
package import Reporting
package import Reviewing

/// 《网络信息发布表》 as a page for A4 paper, to be signed and filed.
///
/// All that was declared, found, voted and done (seed 2, 四(三); compliance handbook, section 11.4). No script and
/// nothing from elsewhere.
package struct ReleaseFormPage: Sendable {
  let submission: Submission
  let users: [ID<User>: User]
  let departments: [ID<Department>: Department]
  let columns: [ID<Column>: Column]
  /// What the submission was submitted under; nil before.
  let policy: Policy?
  /// Sequence and short code of the last checkpoint of the record, to be compared with the database some day.
  let checkpoint: String?
  let printedAt: Timestamp
  let words: Words
  let book: RuleBook

  package init(
    of submission: Submission,
    users: [User],
    departments: [Department],
    columns: [Column],
    policy: Policy?,
    book: RuleBook,
    checkpoint: String?,
    printedAt: Timestamp,
    language: Language
  ) {
    self.submission = submission
    self.users = Dictionary(users.map { ($0.id, $0) }) { first, _ in first }
    self.departments = Dictionary(departments.map { ($0.id, $0) }) { first, _ in first }
    self.columns = Dictionary(columns.map { ($0.id, $0) }) { first, _ in first }
    self.policy = policy
    self.book = book
    self.checkpoint = checkpoint
    self.printedAt = printedAt
    words = Words(language)
  }

  package var html: SafeHTML {
    let title = words(ReleaseFormPhrase.title)
    let subtitle = words(
      ReleaseFormPhrase.subtitle,
      [
        "id": submission.id.value, "revision": String(submission.current?.number ?? 0),
        "time": words.time(printedAt),
      ]
    )
    return """
      <!DOCTYPE html>
      <html lang="\(words.tag)"><head><meta charset="utf-8"><title>\(title) \(submission.id.value)</title>
      <style>\(Self.style)</style></head><body><main>
      <h1>\(title)</h1>
      <p class="id">\(subtitle)</p>
      \(relaxedNotice)\(matter)\(declarations)\(judgement)\(waivers)\(opinions)\(signatures)\(publications)\(foot)
      </main></body></html>
      """
  }

  func name(_ user: ID<User>?) -> String {
    guard let user else { return "" }
    return users[user].map { "\($0.displayName)（\($0.name)）" } ?? user.value
  }

  func section(_ title: ReleaseFormPhrase, _ rows: [SafeHTML]) -> SafeHTML {
    rows.isEmpty ? "" : "<h2>\(words(title))</h2>\n<table>\(rows)</table>\n"
  }

  /// A section that keeps its number where there is nothing to tell.
  func section(_ title: ReleaseFormPhrase, columns: [ReleaseFormPhrase], _ rows: [SafeHTML])
    -> SafeHTML
  {
    rows.isEmpty
      ? "<h2>\(words(title))</h2>\n<table><tr><td>\(words(ReleaseFormPhrase.none))</td></tr></table>\n"
      : section(title, [head(columns)] + rows)
  }

  func row(_ label: ReleaseFormPhrase, _ value: String) -> SafeHTML {
    row(label, "\(value)" as SafeHTML)
  }

  func row(_ label: ReleaseFormPhrase, _ value: SafeHTML) -> SafeHTML {
    "<tr><th scope=\"row\">\(words(label))</th><td>\(value)</td></tr>\n"
  }

  func head(_ labels: [ReleaseFormPhrase]) -> SafeHTML {
    "<tr>\(labels.map { "<th scope=\"col\">\(words($0))</th>" as SafeHTML })</tr>\n"
  }

  /// One below the other.
  func lines(_ texts: [String]) -> SafeHTML {
    "\(texts.map { "\($0)<br>" as SafeHTML })"
  }

  func list(_ texts: [String]) -> String {
    texts.joined(separator: words(ReleaseFormPhrase.separator))
  }

  func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  func cells(_ values: [String]) -> SafeHTML {
    "<tr>\(values.map { "<td>\($0)</td>" as SafeHTML })</tr>\n"
  }

  private static let style: SafeHTML = """
    @page { size: A4; margin: 16mm 14mm; }
    body { font: 10.5pt/1.5 "Noto Serif CJK SC", "Songti SC", SimSun, serif; color: #000; max-width: 182mm; margin: 0 auto; }
    h1 { font-size: 18pt; text-align: center; margin: 0 0 2mm; letter-spacing: 0.1em; }
    h2 { font-size: 11pt; margin: 4mm 0 1mm; break-after: avoid; }
    .id { text-align: center; margin: 0 0 3mm; }
    table { width: 100%; border-collapse: collapse; }
    th, td { border: 0.3mm solid #000; padding: 1mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
    th { font-weight: 600; }
    th[scope=row] { width: 34mm; }
    tr { break-inside: avoid; }
    th[scope=col], .short { white-space: nowrap; }
    .name { min-width: 21mm; }
    @media (max-width: 640px) {
      th[scope=col], .short { white-space: normal; }
      .name { min-width: 0; }
    }
    code { font: 9pt/1.4 "Noto Sans Mono", monospace; overflow-wrap: anywhere; }
    .notice { border: 0.6mm solid #000; padding: 2mm 3mm; font-weight: 600; }
    .sign td { height: 20mm; width: 50%; }
    .sign .line { color: #333; }
    .gone { text-decoration: line-through; }
    """
}
