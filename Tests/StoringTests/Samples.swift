import Linting
import Reading
import Reviewing

extension Policy {
  static let sample = Policy(
    name: "sample",
    title: Localized("样例", "sample"),
    stages: [
      Stage(
        key: "second",
        title: Localized("复审", "second review"),
        condition: .always,
        voters: Stage.Voters(roles: [.secondReviewer, .leader]),
        approvals: 1,
        checklist: [],
        dueHours: 24
      )
    ],
    urgentStages: ["second"],
    correctionStages: ["second"],
    separation: .strict,
    smallUnitLimit: 4,
    waivers: Waivers(
      warning: [.informationOfficer],
      error: [.secondReviewer, .leader],
      groups: ["advert": []],
      evidence: ["advert"],
      defaultDays: 30,
      maximumDays: 365
    ),
    approvalHours: 168,
    urgentApprovalHours: 24,
    permitMinutes: 60,
    correctionLimit: 20
  )
}

extension Revision {
  static func sample(
    _ number: Int,
    text: String = "# 义诊通知\n\n周六上午义诊。\u{0}\r\n",
    title: String = "义诊通知",
    column: ID<Column> = "col_news",
    urgency: ReleaseForm.Urgency? = nil
  ) -> Revision {
    var form = ReleaseForm()
    form.urgency = urgency
    form.publicBasis = .ownWork
    form.authors = ["李强"]
    form.concerns = [.media]
    return Revision(
      number: number,
      author: "usr_wang",
      at: .start.adding(minutes: number),
      manuscript: Manuscript(
        format: .markdown,
        text: text,
        column: column,
        channels: ["website", "wechat"],
        assets: [Manuscript.Asset(purpose: .cover, name: "a.jpg", digest: Digest(of: [1, 2]))]
      ),
      form: form,
      canonical: CanonicalContent(
        title: title,
        blocks: ["周六上午义诊。"],
        links: ["https://example.org/"],
        images: [CanonicalContent.Image(address: "a.jpg", alternative: "\u{0}封面")]
      ),
      change: .content,
      check: .sample,
      note: "第\(number)稿"
    )
  }
}

extension CheckResult {
  static let sample = CheckResult(
    verdict: .review,
    findings: [
      ReviewFinding(
        rule: "title/length",
        severity: .warning,
        escalation: .leadership,
        message: Localized("标题过长", "too long"),
        start: ReviewFinding.Position(line: 1, column: 3, byte: 2),
        end: ReviewFinding.Position(line: 1, column: 7, byte: 14),
        text: "义诊通知",
        fingerprint: "f1",
        matched: Digest(of: [3])
      )
    ],
    freezing: [],
    failure: nil,
    ruleset: "sha256:rules",
    title: "义诊通知",
    today: "2026-11-22",
    checkedAt: .start
  )
}

extension Submission {
  static func sample(_ number: Int, department: ID<Department> = "dep_a") -> Submission {
    // Ids are in the order of their time.
    let digits = String(number + 1_000_000)
    var submission = Submission(
      id: ID("drf_\(digits)"),
      department: department,
      creator: "usr_wang",
      createdAt: .start.adding(minutes: number)
    )
    submission.revisions = [.sample(1)]
    return submission
  }

  /// With one of everything.
  static func full(_ number: Int) -> Submission {
    var submission = sample(number)
    let digest = Revision.sample(1).contentDigest
    submission.policy = 1
    submission.state = .published
    submission.stages = ["second"]
    submission.approvedAt = .start
    submission.escalations = [
      EscalationGround(to: .leadership, source: .person, detail: "舆情", by: "usr_li", at: .start)
    ]
    submission.votes = [.sample(ID("vot_\(number)"), digest)]
    submission.waivers = [.sample(ID("wvr_\(number)"))]
    submission.comments = [
      ReviewComment(
        id: ID("cmt_\(number)"),
        author: "usr_li",
        at: .start,
        revision: 1,
        text: "请核实时间",
        fingerprint: nil,
        isBlocking: true
      )
    ]
    submission.notes = [
      StepNote(
        id: ID("nte_\(number)"),
        action: "draft.submit",
        author: "usr_wang",
        at: .start,
        text: "请尽快审核"
      )
    ]
    submission.permits = [.sample(ID("prm_\(number)"), digest)]
    submission.publications = [.sample(ID("pub_\(number)"), ID("prm_\(number)"), digest)]
    return submission
  }
}

extension Vote {
  static func sample(
    _ id: ID<Vote>,
    _ digest: Digest,
    decision: Vote.Decision = .approve,
    stage: String = "second"
  ) -> Vote {
    Vote(
      id: id,
      stage: stage,
      decision: decision,
      voter: "usr_li",
      at: .start,
      revision: 1,
      contentDigest: digest,
      comment: "同意",
      checklist: ["title"],
      relaxed: []
    )
  }
}

extension Waiver {
  static func sample(_ id: ID<Waiver>) -> Waiver {
    Waiver(
      id: id,
      rule: "title/length",
      fingerprint: "f1",
      matched: Digest(of: [3]),
      revision: 1,
      reason: .properName,
      note: "机构全称，不能缩短",
      evidence: "批文 1 号",
      expiresAt: .start.adding(hours: 24),
      requester: "usr_wang",
      requestedAt: .start
    )
  }
}

extension Permit {
  static func sample(
    _ id: ID<Permit>,
    _ digest: Digest,
    channel: String = "wechat"
  ) -> Permit {
    Permit(
      id: id,
      channel: channel,
      revision: 1,
      contentDigest: digest,
      ruleset: "sha256:rules",
      issuer: "usr_zhao",
      issuedAt: .start,
      notBefore: .start,
      expiresAt: .start.adding(hours: 1),
      token: "a.b.c",
      state: .consumed,
      consumer: "usr_zhao",
      consumedAt: .start
    )
  }
}

extension Publication {
  static func sample(
    _ id: ID<Publication>,
    _ permit: ID<Permit>,
    _ digest: Digest,
    channel: String = "wechat"
  ) -> Publication {
    Publication(
      id: id,
      permit: permit,
      channel: channel,
      publisher: "usr_zhao",
      at: .start,
      address: "https://mp.weixin.qq.com/s/x",
      externalID: "x",
      state: .live,
      verifications: [
        Verification(
          at: .start,
          by: "usr_zhao",
          outcome: .differs,
          contentDigest: digest,
          differences: [ContentDifference(part: .text, index: 0, approved: "一", found: nil)]
        )
      ]
    )
  }
}

extension Submission {
  /// For statistics of the first hour: two of one department handed in and published, one of them retracted, a
  /// correction begun later, one returned, one refused by its channel; one of another department handed in.
  static var counted: [Submission] {
    var retracted = full(2)
    retracted.publications[0].state = .retracted
    retracted.publications[0].retraction = Retraction(
      by: "usr_li",
      at: .start,
      reason: "数据写错了",
      foundBy: "读者",
      reportedTo: "",
      isEmergency: false
    )
    var correction = full(100)
    correction.predecessor = Predecessor(id: sample(1).id, relation: .corrects)
    var other = sample(4, department: "dep_b")
    other.revisions = [.sample(1, column: "col_price")]
    other.policy = 1
    var returned = sample(5)
    let digest = Revision.sample(1).contentDigest
    returned.votes = [.sample("vot_5", digest, decision: .return)]
    var failed = sample(7)
    failed.permits = [.sample("prm_7", digest)]
    failed.publications = [.sample("pub_7", "prm_7", digest)]
    failed.publications[0].state = .failed
    return [full(1), retracted, correction, other, returned, failed]
  }
}
