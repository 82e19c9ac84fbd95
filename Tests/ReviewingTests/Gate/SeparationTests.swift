import Linting
import ReviewSupport
import Reviewing
import Testing

/// Nobody judges what is theirs, and no person stands for two (S1–S6).
struct SeparationTests {
  @Test func `S1: who wrote any revision never signs, returns, rejects or waives`() throws {
    var hospital = Hospital()
    hospital.change("officer") { $0.department = Hospital.department("clinic") }
    let warned = TestDraft { $0.findings = [.made(.warning)] }
    var course = try Course(hospital, warned)
    try course.saves(
      TestDraft {
        $0.text = "信息员改过一稿。"
        $0.findings = [.made(.warning)]
      },
      "officer"
    )
    try course.saves(
      TestDraft {
        $0.text = "又改回来了。"
        $0.findings = [.made(.warning)]
      }
    )
    try course.submits()
    for action in [Action.approve(course.ballot), .return(course.ballot), .reject(course.ballot)] {
      #expect(course.refusal("officer", action)?.rule == "S1")
    }
    try course.does("writer", .requestWaiver(Course.waiver(.made(.warning))))
    let waiver = course.submission.waivers[0].id
    let decision = Action.decideWaiver(waiver, isGranted: true, note: "")
    #expect(course.refusal("officer", decision)?.rule == "S1")
    #expect(
      course.refusal("officer", .comment(text: "不行", fingerprint: nil, isBlocking: true))?.rule
        == "S1"
    )
  }

  @Test func `S1: who wrote the one before does not sign the next`() throws {
    var hospital = Hospital()
    hospital.change("officer") { $0.department = Hospital.department("clinic") }
    var first = try Course(hospital, by: "officer")
    try first.does("officer", .withdraw(reason: "换人来写了"))
    var next = try Course(hospital, after: [first.submission], .supersedes)
    try next.submits()
    #expect(next.refusal("officer", .approve(next.ballot))?.rule == "S1")
    try next.approves("officer-2")
  }

  @Test func `a named author recuses`() throws {
    var course = try Course(TestDraft { $0.form.authors = ["名字-officer"] })
    try course.submits()
    #expect(course.refusal("officer", .approve(course.ballot))?.rule == "S1.author")
    #expect(course.answer("officer").refused[.approve] == "S1.author")
    try course.approves("officer-2")
  }

  @Test func `S2: one person signs at one stage only`() throws {
    var hospital = Hospital()
    hospital.change("officer") { $0.roles.insert(.secondReviewer) }
    var course = try Course(hospital)
    try course.submits()
    try course.approves("officer")
    #expect(course.refusal("officer", .approve(course.ballot))?.rule == "S2")
    #expect(course.refusal("officer", .reject(course.ballot))?.rule == "S2")
    try course.approves("chief")
  }

  @Test func `S3: who signed does not publish`() throws {
    var hospital = Hospital()
    hospital.change("chief") { $0.roles.insert(.publisher) }
    var course = try Course(hospital)
    try course.isApproved()
    #expect(course.refusal("chief", .issuePermit(course.permitRequest()))?.rule == "S3")
    try course.does("publisher", .issuePermit(course.permitRequest()))
    let permit = course.submission.permits[0]
    let use = Action.consumePermit(permit.id, contentDigest: permit.contentDigest)
    #expect(course.refusal("chief", use)?.rule == "S3")
  }

  @Test func `S4: an error is put aside by another than who asked`() throws {
    let finding = ReviewFinding.made(.error, "typo/likely")
    var course = try Course(TestDraft { $0.findings = [finding] })
    try course.does("chief", .requestWaiver(Course.waiver(finding)))
    let waiver = course.submission.waivers[0]
    #expect(waiver.state == .pending)
    let grant = Action.decideWaiver(waiver.id, isGranted: true, note: "")
    #expect(course.refusal("chief", grant)?.rule == "S4")
    try course.does("chief-2", grant)
    #expect(course.submission.waivers[0].decider == Hospital.id("chief-2"))
  }

  @Test func `S5: an administrator judges nothing, whatever other roles they have`() throws {
    for policy in [Policy.Separation.strict, .smallUnit] {
      var hospital = Hospital()
      hospital.policy.separation = policy
      hospital.change("admin") { $0.roles.formUnion(Role.allCases) }
      var course = try Course(hospital)
      try course.submits()
      for action in [Action.approve(course.ballot), .return(course.ballot), .reject(course.ballot)]
      {
        #expect(course.refusal("admin", action)?.rule == "S5")
      }
    }
  }

  @Test func `a small unit lets one person sign twice and publish, and says so`() throws {
    var course = try Course(Self.smallUnit)
    try course.submits()
    try course.approves("chief", "chief")
    #expect(course.submission.votes.map(\.relaxed) == [[], ["S2"]])
    #expect(course.submission.state == .approved)
    let statuses = course.answer().requirements.filter { $0.status == .overridden }.map(\.key)
    #expect(statuses == ["approval.second", "separation"])
    try course.isPublished2("chief")
    let issued = course.events.filter { $0.action == "permit.issue" }
    #expect(issued.map(\.relaxed) == [["S3"]])
  }

  @Test func `a small unit that is not small any more keeps duties apart`() throws {
    var hospital = Self.smallUnit
    hospital.policy.smallUnitLimit = 1
    var course = try Course(hospital)
    try course.submits()
    try course.approves("chief")
    #expect(course.refusal("chief", .approve(course.ballot))?.rule == "S2")
  }

  @Test func `a small unit never lets who wrote sign, nor one person twice at a stage`() throws {
    var hospital = Self.smallUnit
    hospital.change("chief") { $0.department = Hospital.department("clinic") }
    hospital.policy.stages[0].approvals = 2
    var course = try Course(hospital, by: "chief")
    try course.submits("chief")
    #expect(course.refusal("chief", .approve(course.ballot))?.rule == "S1")
    course = try Course(hospital)
    try course.submits()
    try course.approves("chief")
    #expect(course.refusal("chief", .approve(course.ballot))?.rule == "S2.vote")
  }

  /// Two people: one writes, the other does all the rest.
  private static var smallUnit: Hospital {
    var hospital = Hospital()
    hospital.policy.separation = .smallUnit
    hospital.users.removeAll { !["writer", "chief"].contains($0.name) }
    hospital.change("chief") { $0.roles = [.informationOfficer, .secondReviewer, .publisher] }
    return hospital
  }
}

extension Course {
  fileprivate mutating func isPublished2(_ name: String) throws(Refusal) {
    try does(name, .issuePermit(permitRequest()))
    let permit = submission.permits[0]
    try does(name, .consumePermit(permit.id, contentDigest: permit.contentDigest))
    try does(name, .recordPublication(report(permit)))
  }
}

extension AuditEvent {
  fileprivate var relaxed: [String] {
    guard case .object(let members) = data, case .array(let rules)? = members["relaxed"] else {
      return []
    }
    return rules.compactMap { rule in
      guard case .string(let name) = rule else { return nil }
      return name
    }
  }
}
