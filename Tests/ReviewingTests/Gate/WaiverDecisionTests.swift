import Linting
import ReviewSupport
import Reviewing
import Testing

/// Who has a say about a waiver that was asked for, and until when.
struct WaiverDecisionTests {
  private let finding = ReviewFinding.made(.error, "typo/likely")

  private func asked(until end: Timestamp? = nil) throws -> Course {
    let finding = finding
    var course = try Course(TestDraft { $0.findings = [finding] })
    try course.does("writer", .requestWaiver(Course.waiver(finding, until: end)))
    return course
  }

  @Test func `whose business it is not neither denies it nor takes it back`() throws {
    let course = try asked()
    let id = course.submission.waivers[0].id
    let deny = Action.decideWaiver(id, isGranted: false, note: "依据不足")
    #expect(course.refusal("officer", deny)?.code == .forbidden)
    #expect(course.refusal("officer", .revokeWaiver(id, reason: "依据不足"))?.code == .forbidden)
    #expect(course.refusal("chief", deny) == nil)
  }

  @Test func `what is denied or taken back is not taken back again`() throws {
    let course = try asked()
    let id = course.submission.waivers[0].id
    let takeBack = Action.revokeWaiver(id, reason: "不再需要")
    var revoked = course
    try revoked.does("writer", takeBack)
    #expect(revoked.refusal("writer", takeBack)?.code == .invalidTransition)
    var denied = course
    try denied.does("chief", .decideWaiver(id, isGranted: false, note: "依据不足"))
    #expect(denied.refusal("writer", takeBack)?.code == .invalidTransition)
  }

  @Test func `one that has run out is not granted, but can be denied`() throws {
    var course = try asked(until: Hospital.start.adding(hours: 1))
    let id = course.submission.waivers[0].id
    course.passes(hours: 1)
    let grant = Action.decideWaiver(id, isGranted: true, note: "")
    #expect(course.refusal("chief", grant)?.fields.keys.sorted() == ["/expires_at"])
    try course.does("chief", .decideWaiver(id, isGranted: false, note: "已经过期"))
    #expect(course.submission.waivers[0].state == .denied)
  }

  @Test func `one whose finding is gone is not granted, but can be denied`() throws {
    var course = try asked()
    let id = course.submission.waivers[0].id
    try course.saves(TestDraft { $0.text = "已经改好。" })
    let grant = Action.decideWaiver(id, isGranted: true, note: "")
    #expect(course.refusal("chief", grant)?.code == .notWaivable)
    try course.does("chief", .decideWaiver(id, isGranted: false, note: "已经改好"))
    #expect(course.submission.waivers[0].state == .denied)
  }

  @Test func `of two who could agree besides the head one is enough`() throws {
    let finding = ReviewFinding.made(.error, "advert/absolute")
    var course = try Course(TestDraft { $0.findings = [finding] })
    try course.does("writer", .requestWaiver(Course.waiver(finding)))
    let grant = Action.decideWaiver(course.submission.waivers[0].id, isGranted: true, note: "")
    try course.does("officer", grant)
    #expect(course.refusal("leader", grant)?.code == .invalidTransition)
    try course.does("chief", grant)
    #expect(course.submission.waivers[0].seconder == Hospital.id("officer"))
  }
}
