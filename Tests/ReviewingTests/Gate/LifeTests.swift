import Linting
import ReviewSupport
import Reviewing
import Testing

/// Whole lives of submissions.
struct LifeTests {
  @Test(arguments: Policy.presets)
  func `an ordinary draft goes through every hand and is published`(_ policy: Policy) throws {
    var course = try Course(Hospital(policy))
    #expect(course.submission.state == .editing)
    try course.isApproved()
    #expect(course.submission.state == .approved)
    #expect(course.answer().isPublishable)
    let publication = try course.isPublished()
    #expect(course.submission.state == .published)
    try course.does("chief", .retract(publication.id, Course.retraction()))
    #expect(course.submission.state == .retracted)
  }

  @Test func `every step is recorded with who, what and the digest`() throws {
    var course = try Course()
    try course.isApproved()
    try course.isPublished()
    #expect(
      course.events.map(\.action) == [
        "draft.begin", "draft.submit", "review.approve", "review.approve", "permit.issue",
        "permit.consume", "publication.record",
      ]
    )
    #expect(
      course.events.map(\.doer.user)
        == ["writer", "writer", "officer", "chief", "publisher", "publisher", "publisher"].map {
          Hospital.id($0)
        }
    )
    #expect(course.submission.version == course.events.count)
  }

  @Test func `the stages are those that the submission asks for`() throws {
    let sensitive = TestDraft { $0.findings = [.made(.suggestion, escalation: .leadership)] }
    let secret = TestDraft { $0.form.publicity = .unsure }
    let both = TestDraft {
      $0.column = "prices"
      $0.findings = [.made(.suggestion, "secrecy/process", escalation: .secrecy)]
    }
    for (draft, stages) in [
      (TestDraft(), ["first", "second"]), (sensitive, ["first", "second", "leadership"]),
      (secret, ["first", "second", "secrecy"]),
      (both, ["first", "second", "secrecy", "leadership"]),
    ] {
      var course = try Course(draft)
      try course.submits()
      #expect(course.submission.stages == stages)
    }
  }

  @Test func `each tick on the form goes to leadership`() throws {
    for concern in ReleaseForm.Concern.allCases {
      var course = try Course(TestDraft { $0.form.concerns = [concern] })
      try course.submits()
      #expect(course.submission.stages.contains("leadership"))
      #expect(Set(course.submission.escalations.map(\.detail)) == [concern.rawValue])
    }
  }

  @Test func `what is urgent takes the urgent lane and leadership where it is asked for`() throws {
    var hospital = Hospital()
    hospital.policy.urgentStages = ["second"]
    let urgent = TestDraft {
      $0.form.urgency = ReleaseForm.Urgency(
        ground: "台风临时停诊",
        dutyLeader: Hospital.id("leader"),
        validUntil: Hospital.start.adding(hours: 100)
      )
    }
    var course = try Course(hospital, urgent)
    try course.submits()
    #expect(course.submission.stages == ["second"])
    var sensitive = urgent
    sensitive.form.concerns = [.epidemic]
    course = try Course(hospital, sensitive)
    try course.submits()
    #expect(course.submission.stages == ["second", "leadership"])
  }

  @Test func `two channels are published one after the other`() throws {
    var course = try Course(TestDraft { $0.channels = ["website", "wechat"] })
    try course.isApproved()
    try course.isPublished("wechat")
    #expect(course.submission.state == .published)
    #expect(course.answer().isPublishable)
    try course.isPublished("website")
    #expect(course.submission.state == .published)
    #expect(!course.answer().isPublishable)
    let again = course.refusal("publisher", .issuePermit(course.permitRequest("website")))
    #expect(again?.code == .validationFailed)
  }

  @Test func `several signatures at one stage are several people's`() throws {
    var hospital = Hospital()
    hospital.policy.stages[1].approvals = 2
    var course = try Course(hospital)
    try course.submits()
    try course.approves("officer", "chief")
    #expect(course.submission.stage == "second")
    #expect(course.refusal("chief", .approve(course.ballot))?.rule == "S2.vote")
    try course.approves("chief-2")
    #expect(course.submission.state == .approved)
  }
}

extension Course {
  init(_ draft: TestDraft) throws(Refusal) { try self.init(Hospital(), draft) }
}
