package import Linting
package import Reporting
package import Reviewing

/// What has become of a draft, step by step, from the audit log.
package struct HistoryPage: Page {
  let submission: Submission
  /// Oldest first.
  let entries: [AuditEntry]
  /// What stages are called, by key.
  let stages: [String: Localized]
  let book: RuleBook

  package init(
    of submission: Submission,
    entries: [AuditEntry],
    stages: [String: Localized],
    book: RuleBook
  ) {
    self.submission = submission
    self.entries = entries
    self.stages = stages
    self.book = book
  }

  package var extras: [String] { ["tabs.css", "changes.css"] }

  package func title(in frame: Frame) -> String { submission.title(in: frame) }

  package func body(in frame: Frame) -> SafeHTML {
    let items = entries.reversed().map { item(of: $0, in: frame) }
    return """
      \(frame.tabs(of: submission, at: .history))\
      <section><h2>\(frame.words(HistoryPhrase.title))</h2>\
      <p class="aside">\(frame.words(HistoryPhrase.intro))</p>\
      <ol class="timeline">\(items)</ol></section>
      """
  }

  private func item(of entry: AuditEntry, in frame: Frame) -> SafeHTML {
    let notes = notes(on: entry, frame.words).map { "<p class=\"said\">\($0)</p>" as SafeHTML }
    let style = phrase(of: entry).map(weight) ?? ""
    return """
      <li class="\(style)"><p class="facts">\(frame.time(entry.at)) <b>\(sentence(entry, frame.words))</b> \
      \(means(of: entry, frame.words))</p>\(notes)</li>
      """
  }

  private func weight(of phrase: HistoryPhrase) -> String {
    switch phrase {
    case .approve, .grantWaiver, .recordPublication, .foundSame: "good"
    case .sendBack, .denyWaiver, .failPublication, .escalate: "held"
    case .reject, .freeze, .refusePermit, .refusePublication, .retractPublication, .foundOther,
      .foundNothing:
      "bad"
    default: ""
    }
  }

  /// Of a comparison, what it came to.
  private func phrase(of entry: AuditEntry) -> HistoryPhrase? {
    guard entry.action == HistoryPhrase.verifyPublication.rawValue else {
      return HistoryPhrase(rawValue: entry.action)
    }
    return switch entry.text("outcome").flatMap({ Verification.Outcome(rawValue: $0) }) {
    case .exact, .equal: .foundSame
    case .differs: .foundOther
    case .unreachable: .foundNothing
    case nil: .verifyPublication
    }
  }

  private func sentence(_ entry: AuditEntry, _ words: Words) -> String {
    let phrase = phrase(of: entry) ?? .unknownAction
    let stage = entry.text("voted_at") ?? entry.text("stage") ?? ""
    let who = entry.doer.displayName
    let rule = entry.text("rule") ?? ""
    return words(
      phrase,
      [
        "who": who.isEmpty ? words(HistoryPhrase.program) : who,
        "action": entry.action, "revision": String(entry.subject.revision ?? 0),
        "stage": stages[stage].map { words($0) } ?? stage,
        "rule": book.info(of: rule).map { words($0.summary) } ?? rule,
        "channel": entry.text("channel").map(words.channel) ?? "",
      ]
    )
  }

  private func means(of entry: AuditEntry, _ words: Words) -> SafeHTML {
    switch entry.doer.means {
    case Actor.Means.token.rawValue: "<span>\(words(HistoryPhrase.byToken))</span>"
    case Actor.Means.commandLine.rawValue: "<span>\(words(HistoryPhrase.byCommandLine))</span>"
    default: ""
    }
  }

  /// What people wrote: the log names it, the draft has it.
  private func notes(on entry: AuditEntry, _ words: Words) -> [String] {
    guard submission.state != .frozen else { return [] }
    var notes: [String] = []
    if let id = entry.text("vote"), let vote = submission.votes.first(where: { $0.id.value == id })
    {
      notes.append(vote.comment)
    }
    if let id = entry.text("note"), let note = submission.notes.first(where: { $0.id.value == id })
    {
      notes.append(note.text)
    }
    if let id = entry.text("comment"),
      let comment = submission.comments.first(where: { $0.id.value == id })
    {
      notes.append(comment.text)
    }
    if let id = entry.text("waiver"),
      let waiver = submission.waivers.first(where: { $0.id.value == id })
    {
      notes += said(by: entry, on: waiver, words)
    }
    if [HistoryPhrase.begin, .revise].contains(where: { $0.rawValue == entry.action }) {
      notes += submission.revisions.filter { $0.number == entry.subject.revision }.map(\.note)
    }
    if entry.action == HistoryPhrase.retractPublication.rawValue {
      notes += submission.publications.filter { $0.id.value == entry.text("publication") }
        .compactMap(\.retraction?.reason)
    }
    notes += escalations(by: entry)
    return notes.filter { !$0.isEmpty }
  }

  /// Of whoever did this step; who grants a waiver of their own says why in asking for it.
  private func said(by entry: AuditEntry, on waiver: Waiver, _ words: Words) -> [String] {
    let who = entry.doer.user
    let evidence =
      waiver.evidence.isEmpty
      ? "" : words(FindingPhrase.evidenceLine, ["text": waiver.evidence])
    return switch HistoryPhrase(rawValue: entry.action) {
    case .requestWaiver: [waiver.note, evidence]
    case .revokeWaiver: [waiver.revocation?.reason ?? waiver.decisionNote]
    case .grantWaiver where who == waiver.requester && who == waiver.decider:
      [waiver.note, evidence]
    default: [who == waiver.seconder ? waiver.secondNote : waiver.decisionNote]
    }
  }

  private func escalations(by entry: AuditEntry) -> [String] {
    let raised = submission.escalations.filter {
      $0.source == .person && $0.at == entry.at && $0.by == entry.doer.user
    }
    let lifted = submission.escalations.compactMap(\.lifted).filter { $0.at == entry.at }
    return raised.map(\.detail) + lifted.prefix(1).map(\.reason)
  }
}

extension AuditEntry {
  /// A text of its data.
  fileprivate func text(_ name: String) -> String? {
    guard case .object(let members) = data, case .string(let text)? = members[name] else {
      return nil
    }
    return text
  }
}
