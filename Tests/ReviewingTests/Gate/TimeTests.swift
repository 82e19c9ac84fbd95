import Linting
import ReviewSupport
import Reviewing
import Testing

/// Time takes leave away and gives none.
struct TimeTests {
  @Test func `waiting is counted from when a stage began`() throws {
    var course = try Course()
    try course.submits()
    course.passes(hours: 5)
    try course.approves("officer")
    #expect(course.submission.waitingSince == course.now)
    course.passes(hours: 1)
    try course.approves("chief")
    #expect(course.submission.waitingSince == nil)
  }

  @Test func `nothing is approved, returned or published by waiting`() throws {
    var course = try Course()
    try course.submits()
    let before = course.submission
    course.passes(hours: 24 * 365 * 10)
    #expect(course.submission == before)
    #expect(!course.answer().isPublishable)
    #expect(course.status("approval.first") == .pending)
    #expect(course.refusal("publisher", .issuePermit(course.permitRequest()))?.code == .notFound)
  }

  @Test func `an approval runs out and is not renewed by itself`() throws {
    var course = try Course()
    try course.isApproved()
    course.passes(hours: 167)
    #expect(course.answer().isPublishable)
    course.passes(hours: 1)
    #expect(!course.answer().isPublishable)
    #expect(course.submission.state == .approved)
    let refusal = course.refusal("publisher", .issuePermit(course.permitRequest()))
    #expect(refusal?.requirements.map(\.key) == ["approval.fresh"])
    try course.does("chief", .return(course.ballot("审核已过有效期")))
    try course.submits(note: "内容没有变化")
    try course.approves("officer", "chief")
    #expect(course.answer().isPublishable)
  }

  @Test(arguments: [("service", "kepu"), ("health", nil), ("service", nil), ("health", "news")])
  func `popular health science holds for thirty days, by its own word or its column's`(
    _ column: String,
    _ word: String?
  ) throws {
    var course = try Course(
      TestDraft {
        $0.column = column
        $0.metadata["class"] = word
        $0.form.authors = ["王医生"]
        $0.form.medicalReviewer = "李医生"
      }
    )
    try course.isApproved()
    let hours = (word ?? (column == "health" ? "kepu" : "")) == "kepu" ? 720 : 168
    course.passes(hours: hours - 1)
    #expect(course.status("approval.fresh") == .satisfied)
    course.passes(hours: 1)
    #expect(course.status("approval.fresh") == .unsatisfied)
  }

  @Test func `what calls itself popular health science fills in its form, in whatever column`()
    throws
  {
    let course = try Course(TestDraft { $0.metadata["class"] = "kepu" })
    let refusal = course.refusal("writer", .submit(note: ""))
    #expect(refusal?.requirements.first?.failing == ["/form/authors", "/form/medical_reviewer"])
  }

  @Test func `what is planned for later waits for its time`() throws {
    var course = try Course(TestDraft { $0.form.plannedAt = Hospital.start.adding(hours: 10) })
    try course.isApproved()
    #expect(course.status("schedule") == .pending)
    #expect(!course.answer().isPublishable)
    course.passes(hours: 10)
    #expect(course.status("schedule") == .satisfied)
    #expect(course.answer().isPublishable)
  }

  @Test func `a permit never outlives its approval or what the form says`() throws {
    var course = try Course(TestDraft { $0.form.expiresAt = Hospital.start.adding(hours: 3) })
    try course.isApproved()
    course.passes(hours: 2)
    try course.does("publisher", .issuePermit(course.permitRequest()))
    #expect(course.submission.permits[0].expiresAt == Hospital.start.adding(hours: 3))
    course.passes(hours: 1)
    #expect(course.refusal("publisher", .issuePermit(course.permitRequest()))?.code == .gateBlocked)
  }

  @Test func `what is urgent holds for a day`() throws {
    var course = try Course(
      TestDraft {
        $0.form.urgency = ReleaseForm.Urgency(
          ground: "台风临时停诊",
          dutyLeader: Hospital.id("leader"),
          validUntil: Hospital.start.adding(hours: 100)
        )
      }
    )
    try course.isApproved()
    course.passes(hours: 23)
    #expect(course.status("approval.fresh") == .satisfied)
    course.passes(hours: 1)
    #expect(course.status("approval.fresh") == .unsatisfied)
  }

  @Test func `a clock that goes back gives nothing either`() throws {
    var course = try Course()
    try course.isApproved()
    try course.does("publisher", .issuePermit(course.permitRequest()))
    let permit = course.submission.permits[0]
    course.now = Hospital.start.adding(hours: -1000)
    let use = Action.consumePermit(permit.id, contentDigest: permit.contentDigest)
    #expect(course.refusal("publisher", use)?.code == .permitEarly)
  }
}
