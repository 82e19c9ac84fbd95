import Linting
import ReviewSupport
import Reviewing
import Testing

/// Exactly what was approved, once, in time.
struct PublishingTests {
  @Test func `a permit is signed and says what it is for`() throws {
    var course = try Course()
    try course.isApproved()
    try course.does("publisher", .issuePermit(course.permitRequest()))
    let permit = course.submission.permits[0]
    let claims = try course.hospital.signer.verify(permit.token)
    #expect(claims.permit == permit.id)
    #expect(claims.contentDigest == course.submission.current?.contentDigest)
    #expect(claims.draft == course.submission.id)
  }

  @Test func `a permit is used once`() throws {
    var course = try Course()
    try course.isApproved()
    let permit = try course.isSentOut()
    let again = Action.consumePermit(permit.id, contentDigest: permit.contentDigest)
    #expect(course.refusal("publisher", again)?.code == .permitConsumed)
    try course.does("publisher", .recordPublication(course.report(permit)))
    #expect(course.refusal("publisher", again)?.code == .permitConsumed)
  }

  @Test func `other bytes are refused, and that is kept`() throws {
    var course = try Course()
    try course.isApproved()
    try course.does("publisher", .issuePermit(course.permitRequest()))
    let before = course.submission
    let other = Digest(of: "other".utf8)
    try course.does("publisher", .consumePermit(before.permits[0].id, contentDigest: other))
    #expect(course.last.refusal?.code == .digestMismatch)
    #expect(course.last.isUnchanged)
    #expect(course.last.events.map(\.action) == ["permit.refuse"])
    #expect(course.submission == before)
    let permit = try course.isSentOut()
    try course.does(
      "publisher",
      .recordPublication(
        PublicationReport(permit: permit.id, contentDigest: other, address: "u", externalID: "")
      )
    )
    #expect(course.last.refusal?.code == .digestMismatch)
    #expect(course.last.events.map(\.action) == ["publication.refuse"])
    #expect(course.submission.state == .publishing)
  }

  @Test func `a permit has its time`() throws {
    var course = try Course(TestDraft { $0.form.plannedAt = Hospital.start.adding(hours: 24) })
    try course.isApproved()
    #expect(course.status("schedule") == .pending)
    try course.does("publisher", .issuePermit(course.permitRequest()))
    let permit = course.submission.permits[0]
    let use = Action.consumePermit(permit.id, contentDigest: permit.contentDigest)
    #expect(permit.notBefore == Hospital.start.adding(hours: 24))
    #expect(course.refusal("publisher", use)?.code == .permitEarly)
    course.passes(hours: 25)
    #expect(course.refusal("publisher", use) == nil)
    course.passes(hours: 1)
    #expect(course.refusal("publisher", use)?.code == .permitExpired)
  }

  @Test func `no permit is for a time to which the approval does not hold`() throws {
    var course = try Course()
    try course.isApproved()
    func fields(hours: Int) -> [String]? {
      let request = PermitRequest(
        channel: "wechat",
        notBefore: course.now.adding(hours: hours),
        recheck: course.permitRequest().recheck
      )
      return course.refusal("publisher", .issuePermit(request))?.fields.keys.sorted()
    }
    #expect(fields(hours: 167) == nil)
    #expect(fields(hours: 168) == ["/not_before"])
  }

  @Test func `one permit at a time for a channel, and it can be taken back`() throws {
    var course = try Course()
    try course.isApproved()
    try course.does("publisher", .issuePermit(course.permitRequest()))
    try course.does("publisher", .issuePermit(course.permitRequest()))
    #expect(course.submission.permits.map(\.state) == [.revoked, .issued])
    let permit = course.submission.permits[1]
    try course.does("chief", .revokePermit(permit.id, reason: "领导要求缓发"))
    let use = Action.consumePermit(permit.id, contentDigest: permit.contentDigest)
    #expect(course.refusal("publisher", use)?.code == .permitRevoked)
  }

  @Test func `today's rules are asked before a permit is given`() throws {
    var course = try Course()
    try course.isApproved()
    func code(_ change: (inout TestDraft) -> Void) -> Refusal? {
      course.refusal("publisher", .issuePermit(course.permitRequest("wechat", change)))
    }
    #expect(
      code { $0.findings = [.made(.error, "timeliness/past")] }?.requirements.map(\.key) == [
        "recheck.passed"
      ]
    )
    #expect(code { $0.failure = "timeout" }?.requirements.map(\.key) == ["recheck.passed"])
    #expect(code { $0.findings = [.made(.warning, "wording/new")] } == nil)
    #expect(code { $0.freezing = ["secrecy/mark"] }?.code == .frozen)
    try course.does(
      "publisher",
      .issuePermit(course.permitRequest { $0.freezing = ["secrecy/mark"] })
    )
    #expect(course.submission.state == .frozen)
  }

  @Test func `a failed publication needs a new permit`() throws {
    var course = try Course()
    try course.isApproved()
    let permit = try course.isSentOut()
    try course.does("publisher", .recordFailure(permit.id, reason: "平台审核未通过"))
    #expect(course.submission.state == .publishFailed)
    #expect(
      course.refusal("publisher", .recordPublication(course.report(permit)))?.code
        == .invalidTransition
    )
    try course.isPublished()
    #expect(course.submission.publications.map(\.state) == [.failed, .live])
  }

  @Test func `what a page shows is kept, whatever it is`() throws {
    var course = try Course()
    try course.isApproved()
    let publication = try course.isPublished()
    for outcome in [Verification.Outcome.exact, .equal, .differs, .unreachable] {
      let found = Verification(
        at: Hospital.start,
        by: Hospital.id("nobody"),
        outcome: outcome,
        contentDigest: nil,
        differences: []
      )
      try course.does("complaints", .verifyPublication(publication.id, found))
    }
    let kept = course.submission.publications[0].verifications
    #expect(kept.map(\.outcome) == [.exact, .equal, .differs, .unreachable])
    #expect(kept.allSatisfy { $0.by == Hospital.id("complaints") })
    #expect(course.submission.state == .published)
  }

  @Test func `in the ordinary way the head of publicity retracts, in an emergency whoever sees it`()
    throws
  {
    var course = try Course()
    try course.isApproved()
    let publication = try course.isPublished()
    func able(_ emergency: Bool) -> [String] {
      course.hospital.users.map(\.name).filter {
        course.refusal($0, .retract(publication.id, Course.retraction(emergency: emergency))) == nil
      }
    }
    #expect(able(false) == ["chief", "chief-2", "leader", "leader-2"])
    #expect(
      able(true) == [
        "head", "officer", "officer-2", "chief", "chief-2", "secrecy", "medic", "leader",
        "leader-2",
        "publisher", "complaints",
      ]
    )
    try course.does("publisher", .retract(publication.id, Course.retraction(emergency: true)))
    #expect(course.submission.publications[0].retraction?.by == Hospital.id("publisher"))
    #expect(course.submission.state == .retracted)
    _ = try Course(after: [course.submission], .supersedes)
  }

  @Test func `what was retracted is done with, and what is on its way is not published yet`() throws
  {
    var course = try Course(TestDraft { $0.channels = ["website", "wechat"] })
    try course.isApproved()
    let first = try course.isSentOut("website")
    try course.does("publisher", .issuePermit(course.permitRequest("wechat")))
    let unused = course.submission.permits[1]
    let early = Action.recordPublication(course.report(unused))
    #expect(course.refusal("publisher", early)?.code == .invalidTransition)
    let use = Action.consumePermit(unused.id, contentDigest: unused.contentDigest)
    try course.does("publisher", use)
    try course.does("publisher", .recordPublication(course.report(first)))
    #expect(course.submission.state == .publishing)
    let permit = course.submission.permits[1]
    let nameless = PublicationReport(
      permit: permit.id,
      contentDigest: permit.contentDigest,
      address: " ",
      externalID: ""
    )
    let refusal = course.refusal("publisher", .recordPublication(nameless))
    #expect(refusal?.fields.keys.sorted() == ["/url"])
    try course.does("publisher", .recordPublication(course.report(permit)))
    #expect(
      course.refusal("publisher", .recordPublication(course.report(permit)))?.code
        == .invalidTransition
    )
    let published = course.submission.publications[0].id
    let retraction = Action.retract(published, Course.retraction())
    try course.does("chief", retraction)
    #expect(course.submission.state == .published)
    #expect(course.refusal("chief", retraction)?.code == .invalidTransition)
  }

  @Test func `without a key nothing is published`() throws {
    var course = try Course()
    try course.isApproved()
    let keyless = Gate(
      policy: PolicyVersion(
        number: 1,
        policy: course.hospital.policy,
        proposer: Hospital.id("admin"),
        proposedAt: course.now
      ),
      users: course.hospital.users,
      departments: course.hospital.departments,
      columns: course.hospital.columns,
      ids: IDSource(),
      signer: nil
    )
    let actor = course.hospital.actor("publisher")
    #expect(throws: Refusal.self) {
      try keyless.decide(
        .issuePermit(course.permitRequest()),
        on: course.submission,
        by: actor,
        at: course.now
      )
    }
  }
}
