import Linting
import ReviewSupport
import Reviewing
import Testing

/// Findings put aside (compliance handbook, section 11.8).
struct WaiverTests {
  @Test(arguments: [
    (Severity.warning, "wording/vague", ["officer", "chief", "leader"]),
    (.warning, "sensitive/words", ["leader"]), (.error, "sensitive/words", ["leader"]),
    (.error, "secrecy/document", ["secrecy"]), (.warning, "secrecy/document", ["secrecy"]),
    (.error, "advert/absolute", ["officer", "chief", "leader"]),
    (.error, "privacy/phone", ["chief"]),
    (.warning, "advert/absolute", ["chief"]), (.error, "copyright/image", ["chief"]),
    (.error, "dignity/name", ["chief"]),
    (.error, "typo/likely", ["chief", "leader"]), (.error, "citation/none", ["chief", "leader"]),
  ])
  func `each group has its deciders`(
    _ severity: Severity,
    _ rule: String,
    _ deciders: [String]
  ) throws {
    let finding = ReviewFinding.made(severity, rule)
    var course = try Course(TestDraft { $0.findings = [finding] })
    try course.does("writer", .requestWaiver(Course.waiver(finding)))
    #expect(course.submission.waivers[0].state == .pending)
    let action = Action.decideWaiver(course.submission.waivers[0].id, isGranted: true, note: "")
    let able = course.hospital.users.map(\.name).filter { course.refusal($0, action) == nil }
    #expect(
      Set(able.map { $0.utf8.prefix { $0 != UInt8(ascii: "-") } }.map { String(Substring($0)) })
        == Set(deciders)
    )
  }

  @Test func `a reviewer who wrote nothing clears a warning at once`() throws {
    let finding = ReviewFinding.made(.warning)
    var course = try Course(TestDraft { $0.findings = [finding] })
    try course.submits()
    #expect(course.refusal("officer", .approve(course.ballot))?.code == .gateBlocked)
    try course.does("officer", .requestWaiver(Course.waiver(finding)))
    #expect(course.submission.waivers[0].state == .granted)
    try course.approves("officer", "chief")
  }

  @Test(arguments: [
    ("health-claim/cure", ["chief", "medic"], ["chief", "chief-2", "medic"]),
    ("advert/absolute", ["chief", "officer"], Self.advertisers),
    ("advert/absolute", ["chief", "leader"], Self.advertisers),
  ])
  func `a health claim or an advertisement is put aside by two, the head and one besides`(
    _ rule: String,
    _ pair: [String],
    _ deciders: [String]
  ) throws {
    for names in [pair, pair.reversed()] { try puts(aside: rule, pair, names, deciders) }
  }

  private static let advertisers = [
    "officer", "officer-2", "chief", "chief-2", "leader", "leader-2",
  ]

  /// In the order of `names`; the first of the pair has decided, whoever came first.
  private func puts(
    aside rule: String,
    _ pair: [String],
    _ names: [String],
    _ deciders: [String]
  ) throws {
    let finding = ReviewFinding.made(.error, rule)
    var course = try Course(TestDraft { $0.findings = [finding] })
    try course.does("writer", .requestWaiver(Course.waiver(finding)))
    let grant = Action.decideWaiver(course.submission.waivers[0].id, isGranted: true, note: "")
    let able = course.hospital.users.map(\.name).filter { course.refusal($0, grant) == nil }
    #expect(able == deciders)
    try course.does(names[0], grant)
    #expect(course.submission.waivers[0].state == .pending)
    #expect(course.events.last?.action == "waiver.agree")
    #expect(course.status("findings.no_blocking") == .pending)
    #expect(course.refusal(names[0], grant)?.rule == "S4")
    try course.does(names[1], grant)
    #expect(course.submission.waivers[0].state == .granted)
    #expect(course.submission.waivers[0].decider == Hospital.id(pair[0]))
    #expect(course.submission.waivers[0].seconder == Hospital.id(pair[1]))
    #expect(course.status("findings.no_blocking") == .overridden)
  }

  @Test func `one who is both is one person, and one no is enough`() throws {
    let finding = ReviewFinding.made(.error, "health-claim/cure")
    var hospital = Hospital()
    hospital.change("chief") { $0.roles.insert(.medicalReviewer) }
    var course = try Course(hospital, TestDraft { $0.findings = [finding] })
    try course.does("writer", .requestWaiver(Course.waiver(finding)))
    let id = course.submission.waivers[0].id
    let grant = Action.decideWaiver(id, isGranted: true, note: "")
    try course.does("chief", grant)
    #expect(course.refusal("chief", grant)?.rule == "S4")
    #expect(course.refusal("chief-2", grant)?.code == .invalidTransition)
    var other = course
    try other.does("medic", .decideWaiver(id, isGranted: false, note: "没有依据"))
    #expect(other.submission.waivers[0].state == .denied)
    #expect(other.submission.waivers[0].decider == Hospital.id("chief"))
    try course.does("medic", grant)
    try course.does("medic", .revokeWaiver(id, reason: "依据不足"))
    #expect(course.submission.waivers[0].state == .revoked)
  }

  @Test func `what each of them says is kept apart from what the others say`() throws {
    let finding = ReviewFinding.made(.error, "health-claim/cure")
    var course = try Course(TestDraft { $0.findings = [finding] })
    try course.does("writer", .requestWaiver(Course.waiver(finding)))
    let id = course.submission.waivers[0].id
    try course.does("chief", .decideWaiver(id, isGranted: true, note: "有共识文件第3页"))
    try course.does("medic", .decideWaiver(id, isGranted: true, note: ""))
    #expect(course.submission.waivers[0].decisionNote == "有共识文件第3页")
    course.passes(hours: 1)
    try course.does("medic", .revokeWaiver(id, reason: "共识文件已更新"))
    let waiver = course.submission.waivers[0]
    #expect(waiver.decisionNote == "有共识文件第3页" && waiver.secondNote.isEmpty)
    #expect(waiver.revocation?.reason == "共识文件已更新")
    #expect(waiver.revocation?.by == Hospital.id("medic") && waiver.revocation?.at == course.now)
  }

  @Test func `a second person who writes afterwards agreed to nothing`() throws {
    let finding = ReviewFinding.made(.error, "health-claim/cure")
    var hospital = Hospital()
    hospital.users.append(Hospital.user("doctor", in: "clinic", [.medicalReviewer, .submitter]))
    var course = try Course(hospital, TestDraft { $0.findings = [finding] })
    try course.does("writer", .requestWaiver(Course.waiver(finding)))
    let grant = Action.decideWaiver(course.submission.waivers[0].id, isGranted: true, note: "")
    try course.does("doctor", grant)
    try course.does("chief", grant)
    #expect(course.status("findings.no_blocking") == .overridden)
    try course.saves(
      TestDraft {
        $0.text = "改了别处。"
        $0.findings = [finding]
      },
      "doctor"
    )
    #expect(course.status("findings.no_blocking") == .unsatisfied)
  }

  @Test func `a warning about health takes one person`() throws {
    let finding = ReviewFinding.made(.warning, "health-claim/vague")
    var course = try Course(TestDraft { $0.findings = [finding] })
    try course.does("chief", .requestWaiver(Course.waiver(finding)))
    #expect(course.submission.waivers[0].state == .granted)
    #expect(course.status("findings.reviewed") == .overridden)
  }

  @Test func `an open error keeps a draft at home, an asked-for one waits at the last stage`()
    throws
  {
    let finding = ReviewFinding.made(.error, "typo/likely")
    var course = try Course(TestDraft { $0.findings = [finding] })
    #expect(
      course.refusal("writer", .submit(note: ""))?.requirements.map(\.key) == [
        "findings.no_blocking"
      ]
    )
    try course.does("writer", .requestWaiver(Course.waiver(finding)))
    try course.submits()
    try course.approves("officer")
    #expect(course.refusal("chief", .approve(course.ballot))?.code == .gateBlocked)
    try course.does(
      "leader",
      .decideWaiver(course.submission.waivers[0].id, isGranted: true, note: "")
    )
    try course.approves("chief")
    #expect(course.submission.state == .approved)
  }

  @Test func `a request says why, rests on something, and ends`() throws {
    let finding = ReviewFinding.made(.error, "advert/absolute")
    let course = try Course(TestDraft { $0.findings = [finding] })
    let now = course.now
    func fields(_ request: WaiverRequest) -> [String]? {
      course.refusal("writer", .requestWaiver(request))?.fields.keys.sorted()
    }
    #expect(fields(Course.waiver(finding)) == nil)
    #expect(fields(Course.waiver(finding, note: "引用的是法规原文")) == ["/note"])
    #expect(fields(Course.waiver(finding, note: "          ")) == ["/note"])
    #expect(fields(Course.waiver(finding, evidence: "")) == ["/evidence"])
    #expect(fields(Course.waiver(finding, until: now)) == ["/expires_at"])
    #expect(fields(Course.waiver(finding, until: now.adding(hours: 365 * 24))) == nil)
    #expect(
      fields(Course.waiver(finding, until: now.adding(hours: 365 * 24 + 1))) == ["/expires_at"]
    )
    #expect(
      course.refusal("writer", .requestWaiver(Course.waiver(.made(.error, "x/y"))))?.code
        == .notFound
    )
  }

  @Test func `nobody puts aside what the policy gives to nobody, nor a suggestion`() throws {
    var hospital = Hospital()
    hospital.policy.waivers.groups["advert"] = []
    for finding in [
      ReviewFinding.made(.error, "advert/x"), .made(.suggestion),
      .made(.error, escalation: .freeze),
    ] {
      let course = try Course(hospital, TestDraft { $0.findings = [finding] })
      #expect(course.refusal("chief", .requestWaiver(Course.waiver(finding)))?.code == .notWaivable)
    }
  }

  @Test func `a waiver lives as long as rule, place and words are the same`() throws {
    let finding = ReviewFinding.made(.warning)
    let kept = TestDraft {
      $0.text = "改了别处。"
      $0.findings = [finding]
    }
    let words = TestDraft {
      $0.text = "改了此处。"
      $0.findings = [.made(.warning, words: "大约")]
    }
    let place = TestDraft {
      $0.text = "换了地方。"
      $0.findings = [.made(.warning, place: "2")]
    }
    let rule = TestDraft {
      $0.text = "换了规则。"
      $0.findings = [.made(.warning, "wording/other")]
    }
    for (draft, isKept) in [(kept, true), (words, false), (place, false), (rule, false)] {
      var course = try Course(TestDraft { $0.findings = [finding] })
      try course.does("officer", .requestWaiver(Course.waiver(finding)))
      try course.saves(draft)
      #expect(course.status("findings.reviewed") == (isKept ? .overridden : .unsatisfied))
    }
  }

  @Test func `a waiver of confidential words dies with its revision`() throws {
    let finding = ReviewFinding.made(.warning, words: nil)
    var course = try Course(TestDraft { $0.findings = [finding] })
    try course.does("officer", .requestWaiver(Course.waiver(finding)))
    #expect(course.status("findings.reviewed") == .overridden)
    try course.saves(
      TestDraft {
        $0.text = "改了别处。"
        $0.findings = [finding]
      }
    )
    #expect(course.status("findings.reviewed") == .unsatisfied)
  }

  @Test func `a waiver ends by its date, by being taken back, and when its giver writes`() throws {
    let finding = ReviewFinding.made(.warning)
    var hospital = Hospital()
    hospital.change("officer") { $0.department = Hospital.department("clinic") }
    var course = try Course(hospital, TestDraft { $0.findings = [finding] })
    try course.does("officer", .requestWaiver(Course.waiver(finding)))
    var late = course
    late.passes(hours: 90 * 24)
    #expect(late.status("findings.reviewed") == .unsatisfied)
    var revoked = course
    try revoked.does("chief", .revokeWaiver(course.submission.waivers[0].id, reason: "依据不足"))
    #expect(revoked.status("findings.reviewed") == .unsatisfied)
    #expect(revoked.submission.waivers[0].state == .revoked)
    try course.saves(
      TestDraft {
        $0.text = "信息员改稿。"
        $0.findings = [finding]
      },
      "officer"
    )
    #expect(course.status("findings.reviewed") == .unsatisfied)
  }

  @Test func `a denied waiver can be asked for again, a decided one not decided again`() throws {
    let finding = ReviewFinding.made(.error, "typo/likely")
    var course = try Course(TestDraft { $0.findings = [finding] })
    try course.does("writer", .requestWaiver(Course.waiver(finding)))
    #expect(
      course.refusal("writer", .requestWaiver(Course.waiver(finding)))?.code == .validationFailed
    )
    let id = course.submission.waivers[0].id
    #expect(
      course.refusal("chief", .decideWaiver(id, isGranted: false, note: ""))?.code
        == .validationFailed
    )
    try course.does("chief", .decideWaiver(id, isGranted: false, note: "依据不足"))
    #expect(
      course.refusal("chief", .decideWaiver(id, isGranted: true, note: ""))?.code
        == .invalidTransition
    )
    try course.does("writer", .requestWaiver(Course.waiver(finding)))
    #expect(course.submission.waivers.map(\.state) == [.denied, .pending])
  }

  @Test func `permits do not outlive a waiver they rest on`() throws {
    let finding = ReviewFinding.made(.warning)
    var course = try Course(TestDraft { $0.findings = [finding] })
    try course.does("officer", .requestWaiver(Course.waiver(finding)))
    try course.isApproved()
    try course.does("publisher", .issuePermit(course.permitRequest()))
    try course.does("chief", .revokeWaiver(course.submission.waivers[0].id, reason: "依据不足"))
    #expect(course.submission.permits[0].state == .revoked)
    let refusal = course.refusal("publisher", .issuePermit(course.permitRequest()))
    #expect(refusal?.requirements.map(\.key) == ["findings.reviewed"])
  }
}

extension Course {
  func status(_ key: String) -> Requirement.Status? {
    answer().requirements.first { $0.key == key }?.status
  }
}
