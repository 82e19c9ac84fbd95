import Linting
import ReviewSupport
import Reviewing
import Testing

/// What cannot wait goes out after two signatures, and leadership says in writing that it stands.
struct UrgentTests {
  private static let key = "urgent.confirmed"

  private static func draft(_ change: (inout TestDraft) -> Void = { _ in }) -> TestDraft {
    TestDraft {
      $0.form.urgency = ReleaseForm.Urgency(
        ground: "台风临时停诊",
        dutyLeader: Hospital.id("leader"),
        validUntil: Hospital.start.adding(hours: 100)
      )
      change(&$0)
    }
  }

  @Test func `it is out at once and confirmed within a day`() throws {
    var course = try Course(Self.draft())
    #expect(course.status(Self.key) == .notApplicable)
    try course.isApproved()
    #expect(course.status(Self.key) == .pending)
    #expect(course.answer().isPublishable)
    try course.isPublished()
    #expect(course.answer().summary.zh == "已发布；紧急发布待领导小组书面确认")
    course.passes(hours: 23)
    try course.does("leader", .confirm(course.ballot("同意")))
    #expect(course.events.last?.action == "review.confirm")
    #expect(course.submission.state == .published)
    #expect(course.answer().summary.zh == "已发布")
    course.passes(hours: 1000)
    #expect(course.status(Self.key) == .satisfied)
    #expect(course.refusal("leader-2", .confirm(course.ballot))?.code == .invalidTransition)
  }

  @Test func `what is overdue is told until it is done, and holds up further channels`() throws {
    var course = try Course(Self.draft { $0.channels = ["website", "wechat"] })
    try course.isApproved()
    try course.isPublished()
    course.passes(hours: 24)
    #expect(course.status(Self.key) == .unsatisfied)
    #expect(course.answer().summary.zh.contains("逾期"))
    let refusal = course.refusal("publisher", .issuePermit(course.permitRequest("website")))
    #expect(refusal?.requirements.map(\.key) == ["approval.fresh", Self.key])
    try course.does("leader", .confirm(course.ballot("同意")))
    #expect(course.status(Self.key) == .satisfied)
    let record = course.events.last?.data.canonicalText
    #expect(record?.contains("\"late\":true") == true)
  }

  @Test func `it takes leadership, and another than who signed or sends out`() throws {
    var hospital = Hospital()
    hospital.users += [
      Hospital.user("boss", in: "office", [.leader, .secondReviewer]),
      Hospital.user("doer", in: "office", [.leader, .publisher]),
    ]
    var course = try Course(hospital, Self.draft())
    try course.submits()
    try course.approves("officer", "boss")
    try course.does("doer", .issuePermit(course.permitRequest()))
    let confirm = Action.confirm(course.ballot("同意"))
    let able = hospital.users.map(\.name).filter { course.refusal($0, confirm) == nil }
    #expect(able == ["leader", "leader-2"])
    #expect(course.refusal("boss", confirm)?.rule == "S2")
    #expect(course.refusal("doer", confirm)?.rule == "S3")
    let told = course.answer().requirements.first { $0.key == Self.key }
    #expect(told?.people == [Hospital.id("leader"), Hospital.id("leader-2")])
    try course.does("leader", confirm)
    hospital.change("leader") { $0.roles.insert(.publisher) }
    course.hospital = hospital
    #expect(course.refusal("leader", .issuePermit(course.permitRequest()))?.rule == "S3")
  }

  @Test func `leadership's signature in the review is its word`() throws {
    var course = try Course(Self.draft { $0.column = "prices" })
    try course.isApproved()
    #expect(course.status(Self.key) == .satisfied)
    #expect(course.refusal("leader-2", .confirm(course.ballot))?.code == .invalidTransition)
  }

  @Test func `it names the bytes that were seen, and is void with them`() throws {
    var course = try Course(Self.draft())
    try course.isApproved()
    let other = Ballot(contentDigest: Digest(of: [1]), comment: "", checklist: [])
    #expect(course.refusal("leader", .confirm(other))?.code == .digestMismatch)
    try course.does("leader", .confirm(course.ballot("同意")))
    try course.does("chief", .return(course.ballot))
    #expect(course.submission.votes.allSatisfy { $0.outdated != nil || $0.decision == .return })
    try course.submits(note: "内容没有变化")
    try course.approves("officer", "chief")
    #expect(course.status(Self.key) == .pending)
  }

  @Test func `what is not urgent is not confirmed, nor where the policy does without`() throws {
    var hospital = Hospital()
    var course = try Course(hospital)
    try course.isApproved()
    #expect(course.status(Self.key) == .notApplicable)
    #expect(course.refusal("leader", .confirm(course.ballot))?.code == .invalidTransition)
    hospital.policy.confirmationHours = nil
    course = try Course(hospital, Self.draft())
    try course.isApproved()
    #expect(course.status(Self.key) == .notApplicable)
  }
}
