package import Reviewing

/// The course of one submission through a gate, told step by step.
package struct Course {
  package var hospital: Hospital
  package var now = Hospital.start
  package var submission: Submission
  package var ancestors: [Submission] = []
  /// All that went into the record.
  package private(set) var events: [AuditEvent] = []
  package private(set) var last: Decision

  package init(
    _ hospital: Hospital = Hospital(),
    _ draft: TestDraft = TestDraft(),
    by writer: String = "writer",
    after ancestors: [Submission] = [],
    _ relation: Submission.Predecessor.Relation? = nil,
    at now: Timestamp = Hospital.start
  ) throws(Refusal) {
    self.hospital = hospital
    self.ancestors = ancestors
    self.now = now
    last = try hospital.gate(ancestors: ancestors).begin(
      draft.revision(at: now),
      by: hospital.actor(writer),
      predecessor: ancestors.first,
      relation: relation,
      at: now
    )
    submission = last.submission
    events = last.events
  }

  package var gate: Gate { hospital.gate(ancestors: ancestors) }

  package mutating func does(_ name: String, _ action: Action) throws(Refusal) {
    let actor = hospital.actor(name)
    last = try gate.decide(action, on: submission, by: actor, at: now)
    submission = last.submission
    events += last.events
  }

  package mutating func passes(hours: Int) { now = now.adding(hours: hours) }

  package func answer(_ name: String? = nil) -> GateAnswer {
    gate.answer(for: submission, to: name.map { hospital.actor($0) }, at: now)
  }

  /// What the gate says to that; nil where it would be done.
  package func refusal(_ name: String, _ action: Action) -> Refusal? {
    do throws(Refusal) {
      let actor = hospital.actor(name)
      return try gate.decide(action, on: submission, by: actor, at: now).refusal
    } catch {
      return error
    }
  }
}

extension Course {
  package mutating func submits(_ name: String = "writer", note: String = "") throws(Refusal) {
    try does(name, .submit(note: note))
  }

  package mutating func saves(_ draft: TestDraft, _ name: String = "writer") throws(Refusal) {
    try does(name, .revise(draft.revision(at: now)))
  }

  package mutating func approves(_ names: String...) throws(Refusal) {
    for name in names { try does(name, .approve(ballot)) }
  }

  /// To the state approved, by the usual people of whichever preset.
  package mutating func isApproved() throws(Refusal) {
    try submits()
    let signers = [
      "department": "head", "first": "officer", "second": "chief", "secrecy": "secrecy",
      "leadership": "leader",
    ]
    while let stage = submission.stage, let signer = signers[stage] { try approves(signer) }
  }

  /// On its way to a channel; the permit that was used.
  @discardableResult
  package mutating func isSentOut(_ channel: String = "wechat") throws(Refusal) -> Permit {
    try does("publisher", .issuePermit(permitRequest(channel)))
    let permit = submission.permits[submission.permits.count - 1]
    try does("publisher", .consumePermit(permit.id, contentDigest: permit.contentDigest))
    return permit
  }

  @discardableResult
  package mutating func isPublished(_ channel: String = "wechat") throws(Refusal) -> Publication {
    let permit = try isSentOut(channel)
    try does("publisher", .recordPublication(report(permit)))
    return submission.publications[submission.publications.count - 1]
  }

  /// Of what stands now, with every box ticked.
  package var ballot: Ballot { ballot() }

  package func ballot(_ comment: String = "请补充来源") -> Ballot {
    let ticks = hospital.policy.stages.flatMap { $0.checklist.map(\.key) }
    let digest = submission.current?.contentDigest ?? Digest(of: "".utf8)
    return Ballot(contentDigest: digest, comment: comment, checklist: ticks)
  }

  package func permitRequest(
    _ channel: String = "wechat",
    _ change: (inout TestDraft) -> Void = { _ in }
  ) -> PermitRequest {
    var draft = TestDraft(change)
    if draft.findings.isEmpty { draft.findings = submission.current?.check.findings ?? [] }
    return PermitRequest(channel: channel, notBefore: nil, recheck: draft.check(at: now))
  }

  package func report(_ permit: Permit) -> PublicationReport {
    PublicationReport(
      permit: permit.id,
      contentDigest: permit.contentDigest,
      address: "https://mp.weixin.qq.com/s/x",
      externalID: "1"
    )
  }

  package static func retraction(emergency: Bool = false) -> Retraction {
    Retraction(
      by: Hospital.id("nobody"),
      at: Hospital.start,
      reason: "数据写错了",
      foundBy: "读者",
      reportedTo: "",
      isEmergency: emergency
    )
  }

  package static func waiver(
    _ finding: ReviewFinding,
    note: String = "引用的是法规原文，不是本院的说法",
    evidence: String = "卫发〔2026〕1号",
    until end: Timestamp? = nil
  ) -> WaiverRequest {
    WaiverRequest(
      fingerprint: finding.fingerprint,
      reason: .quotedLaw,
      note: note,
      evidence: evidence,
      expiresAt: end
    )
  }
}
