package import Reviewing

/// The record, newest first.
package struct AuditPage: Page {
  /// Nil for those who may verify it but not read it.
  let entries: [AuditEntry]?
  /// Of subjects that have a name.
  let names: [String: String]
  let subject: String
  /// The number before which the next page ends; nil for the last.
  let before: Int64?
  let isFirst: Bool

  package init(
    entries: [AuditEntry]?,
    names: [String: String],
    subject: String,
    before: Int64?,
    isFirst: Bool
  ) {
    self.entries = entries
    self.names = names
    self.subject = subject
    self.before = before
    self.isFirst = isFirst
  }

  package var extras: [String] { ["admin.css"] }

  package func title(in frame: Frame) -> String { frame.words(AuditPhrase.title) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    return """
      <p class="aside">\(words(AuditPhrase.hint))</p>
      <form method="get" action="/audit/verification" class="card strip">\
      <p>\(words(AuditPhrase.verifyHint))</p>\
      <button class="primary">\(words(AuditPhrase.verify))</button></form>
      \(entries.map { list(of: $0, in: frame) } ?? "")
      """
  }

  private func list(of entries: [AuditEntry], in frame: Frame) -> SafeHTML {
    let words = frame.words
    let field = frame.textField(
      words(AuditPhrase.subject),
      hint: words(AuditPhrase.subjectHint),
      name: "subject",
      value: subject,
      type: "search"
    )
    let all: SafeHTML =
      subject.isEmpty ? "" : "<a href=\"/audit\">\(words(AuditPhrase.all))</a>"
    let shown =
      entries.isEmpty
      ? frame.empty(words(AuditPhrase.empty), all) : "\(table(of: entries, in: frame))"
    let filter: SafeHTML = """
      <form method="get" action="/audit" class="filter">\(field)\
      <p class="actions"><button>\(words(AuditPhrase.filter))</button>\(all)</p></form>
      """
    return frame.section(words(AuditPhrase.entries), "\(filter)\(shown)\(pages(in: frame))")
  }

  private func pages(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let query = subject.isEmpty ? "" : "&subject=" + percentEncoded(subject)
    let older: SafeHTML =
      before.map {
        "<a class=\"button\" href=\"/audit?before=\(String($0))\(query)\">\(words(AuditPhrase.older))</a>"
      } ?? ""
    let newest: SafeHTML =
      isFirst
      ? ""
      : "<a href=\"/audit\(subject.isEmpty ? "" : "?subject=" + percentEncoded(subject))\">\(words(AuditPhrase.newest))</a>"
    return "<p class=\"actions pages\">\(older)\(newest)</p>"
  }

  private func table(of entries: [AuditEntry], in frame: Frame) -> SafeHTML {
    let heads: [AuditPhrase] = [.when, .who, .what, .about, .number]
    return frame.table(
      heads.map { frame.words($0) },
      entries.map { entry in
        [
          frame.time(entry.at), frame.term(who(did: entry, in: frame)),
          frame.term(action(of: entry, in: frame)),
          about(entry, in: frame), details(of: entry, in: frame),
        ]
      }
    )
  }

  private func who(did entry: AuditEntry, in frame: Frame) -> String {
    entry.doer.displayName.isEmpty ? frame.words(AuditPhrase.program) : entry.doer.displayName
  }

  private func action(of entry: AuditEntry, in frame: Frame) -> String {
    ActionPhrase(rawValue: entry.action).map { frame.words($0) } ?? entry.action
  }

  private func about(_ entry: AuditEntry, in frame: Frame) -> SafeHTML {
    let words = frame.words
    let subject = entry.subject
    let kind = SubjectPhrase(rawValue: subject.kind).map { words($0) } ?? subject.kind
    let name = names[subject.id] ?? (subject.kind == "policy" ? subject.id : "")
    let text = name.isEmpty ? kind : kind + words("：", ": ") + name
    let shown: SafeHTML =
      subject.kind == "draft" && names[subject.id] != nil
      ? "<a href=\"/drafts/\(subject.id)\">\(text)</a>" : "\(text)"
    let revision: SafeHTML =
      subject.revision.map {
        " <span class=\"aside\">\(words(CommonPhrase.revision, count: $0))</span>"
      }
      ?? ""
    return "\(shown)\(revision)"
  }
}
