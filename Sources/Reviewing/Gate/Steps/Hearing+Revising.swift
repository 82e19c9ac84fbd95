import Linting

/// Saving.
extension Hearing {
  mutating func revise(_ draft: RevisionDraft) throws(Refusal) {
    try validate(draft)
    guard let current = submission.current else { return append(draft, .content) }
    guard let change = draft.change(since: current) else {
      isUnchanged = true
      return
    }
    append(draft, change)
  }

  private func validate(_ draft: RevisionDraft) throws(Refusal) {
    guard gate.columns[draft.manuscript.column] == nil else { return }
    throw .invalid(["/column": Localized("没有这个栏目", "there is no such column")])
  }

  private mutating func append(_ draft: RevisionDraft, _ change: Revision.Change) {
    let isFrozen = !draft.check.freezing.isEmpty
    let number = (submission.current?.number ?? 0) + 1
    let kept = isFrozen ? draft.emptied : draft
    submission.revisions.append(
      Revision(
        number: number,
        author: user.id,
        at: now,
        manuscript: kept.manuscript,
        form: kept.form,
        canonical: kept.canonical,
        change: change,
        check: kept.check,
        note: kept.note
      )
    )
    event = number == 1 ? "draft.begin" : "draft.revise"
    record["content_digest"] = .string(draft.manuscript.contentDigest.description)
    record["change"] = .string(change.rawValue)
    record["ruleset"] = .string(draft.check.ruleset)
    record["verdict"] = .string(draft.check.verdict.rawValue)
    outdateVotes(because: change.rawValue)
    leaveReview(to: submission.state == .editing ? .editing : .returned)
    if isFrozen { freeze(draft.check.freezing) }
  }

  /// Nothing of the text is kept; whatever comes after it is seen by the secrecy reviewer.
  mutating func freeze(_ rules: [String]) {
    event = "draft.freeze"
    record["freezing"] = JSON(rules)
    outdateVotes(because: "frozen")
    leaveReview(to: .frozen)
    for rule in rules {
      raise(EscalationGround(to: .secrecy, source: .finding, detail: rule, by: nil, at: now))
    }
  }

  /// Votes stay to be seen and count no more.
  mutating func outdateVotes(because reason: String) {
    for index in submission.votes.indices where submission.votes[index].outdated == nil {
      submission.votes[index].outdated = reason
    }
  }

  /// Out of review or approval; no permit outlives that.
  mutating func leaveReview(to state: SubmissionState) {
    submission.state = state
    submission.stage = nil
    submission.waitingSince = nil
    submission.approvedAt = nil
    revokePermits()
  }

  mutating func revokePermits() {
    for index in submission.permits.indices where submission.permits[index].state == .issued {
      submission.permits[index].state = .revoked
    }
  }

  /// Once for each cause, as long as it stands.
  mutating func raise(_ ground: EscalationGround) {
    let isKnown = submission.escalations.contains { $0.isSame(as: ground) && $0.lifted == nil }
    if !isKnown { submission.escalations.append(ground) }
  }
}

extension RevisionDraft {
  /// Nil where everything is as it was: text, place, form, and what the linter says of it.
  ///
  /// The same text counts as changed when today's rules find something else in it: a check that did not finish
  /// can so be done again.
  fileprivate func change(since last: Revision) -> Revision.Change? {
    let change = Revision.Change(from: last, to: self)
    return change ?? (check.saysTheSame(as: last.check) ? nil : .layout)
  }

  fileprivate var emptied: RevisionDraft {
    RevisionDraft(
      manuscript: Manuscript(
        format: manuscript.format,
        text: "",
        column: manuscript.column,
        channels: manuscript.channels
      ),
      form: ReleaseForm(),
      canonical: CanonicalContent(title: "", blocks: [], links: [], images: []),
      check: check.emptied,
      note: ""
    )
  }
}

extension CheckResult {
  fileprivate func saysTheSame(as other: Self) -> Bool {
    findings == other.findings && freezing == other.freezing && failure == other.failure
      && verdict == other.verdict
  }

  fileprivate var emptied: CheckResult {
    CheckResult(
      verdict: verdict,
      findings: [],
      freezing: freezing,
      failure: failure,
      ruleset: ruleset,
      title: nil,
      today: today,
      checkedAt: checkedAt
    )
  }
}
