import Linting
import ReviewSupport
import Reviewing
import Testing

/// Raised by anyone, lowered by leadership alone.
struct EscalationTests {
  @Test func `from approved it goes back to leadership and its permit is gone`() throws {
    var course = try Course()
    try course.isApproved()
    try course.does("publisher", .issuePermit(course.permitRequest()))
    try course.does("publisher", .escalate(to: .leadership, ground: "刚有媒体来问"))
    #expect(course.submission.state == .inReview)
    #expect(course.submission.stage == "leadership")
    #expect(course.submission.approvedAt == nil)
    #expect(course.submission.permits[0].state == .revoked)
    try course.approves("leader")
    #expect(course.submission.state == .approved)
  }

  @Test func `a new ground after leadership's word asks leadership again`() throws {
    var course = try Course(TestDraft { $0.column = "prices" })
    try course.isApproved()
    try course.does("officer", .escalate(to: .leadership, ground: "价格有变动"))
    #expect(course.submission.stage == "leadership")
    #expect(course.submission.votes.map(\.outdated) == [nil, nil, "escalated"])
    try course.approves("leader")
  }

  @Test func `secrecy comes before leadership, whenever it is asked for`() throws {
    var course = try Course(TestDraft { $0.column = "prices" })
    try course.submits()
    try course.approves("officer", "chief")
    #expect(course.submission.stage == "leadership")
    try course.does("leader", .escalate(to: .secrecy, ground: "像是内部数据"))
    #expect(course.submission.stage == "secrecy")
    try course.approves("secrecy")
    #expect(course.submission.stage == "leadership")
  }

  @Test func `leadership alone lifts it`() throws {
    var course = try Course(
      TestDraft { $0.findings = [.made(.suggestion, escalation: .leadership)] }
    )
    try course.submits()
    let lift = Action.deescalate(from: .leadership, reason: "只是常规通知")
    let able = course.hospital.users.map(\.name).filter { course.refusal($0, lift) == nil }
    #expect(able == ["leader", "leader-2"])
    try course.does("leader", lift)
    #expect(course.submission.stages == ["first", "second"])
    #expect(course.submission.escalations[0].lifted?.by == Hospital.id("leader"))
    try course.approves("officer", "chief")
    #expect(course.submission.state == .approved)
  }

  @Test func `lifting leaves secrecy's grounds and what was lifted before`() throws {
    var course = try Course()
    try course.submits()
    try course.does("officer", .escalate(to: .leadership, ground: "拿不准能不能公开"))
    try course.does("officer", .escalate(to: .secrecy, ground: "像是内部数据"))
    try course.does("leader", .deescalate(from: .leadership, reason: "只是常规通知"))
    try course.does("officer", .escalate(to: .leadership, ground: "又有人来问"))
    try course.does("leader-2", .deescalate(from: .leadership, reason: "已经答复来人"))
    let lifters = course.submission.escalations.map { $0.lifted?.by }
    #expect(lifters == [Hospital.id("leader"), nil, Hospital.id("leader-2")])
    let again = Action.deescalate(from: .leadership, reason: "已经答复来人")
    #expect(course.refusal("leader", again)?.code == .invalidTransition)
  }

  @Test func `lifted at leadership's own stage it is approved`() throws {
    var course = try Course(TestDraft { $0.column = "prices" })
    try course.submits()
    try course.approves("officer", "chief")
    try course.does("leader", .deescalate(from: .leadership, reason: "只是常规公示"))
    #expect(course.submission.state == .approved)
  }

  @Test func `one leader does not lift what several must sign`() throws {
    var hospital = Hospital()
    hospital.policy.stages[3].approvals = 2
    var course = try Course(hospital, TestDraft { $0.column = "prices" })
    try course.submits()
    let refusal = course.refusal("leader", .deescalate(from: .leadership, reason: "只是常规公示"))
    #expect(refusal?.code == .gateBlocked)
  }

  @Test func `secrecy review is passed and never lifted`() throws {
    var course = try Course(TestDraft { $0.form.publicity = .unsure })
    try course.submits()
    let refusal = course.refusal("leader", .deescalate(from: .secrecy, reason: "没有涉密内容"))
    #expect(refusal?.code == .validationFailed)
  }

  @Test func `what the policy shows to the secrecy reviewer goes there whatever it says`() throws {
    func stages(_ draft: TestDraft, _ hospital: Hospital = Hospital()) throws -> [String] {
      var course = try Course(hospital, draft)
      try course.submits()
      return course.submission.stages
    }
    let all = ["first", "second", "secrecy", "leadership"]
    for concern in [ReleaseForm.Concern.dataRelease, .personnel] {
      #expect(try stages(TestDraft { $0.form.concerns = [concern] }) == all)
    }
    let bought = TestDraft { $0.metadata["class"] = "procure" }
    #expect(try stages(bought) == ["first", "second", "secrecy"])
    var hospital = Hospital()
    hospital.columns[0].draftClass = "publicity"
    let told = TestDraft { $0.metadata["class"] = "news" }
    #expect(try stages(told, hospital) == ["first", "second", "secrecy"])
    hospital.policy.secrecy = Policy.Secrecy()
    #expect(try stages(bought, hospital) == ["first", "second"])
  }

  @Test func `what was lifted for one text comes back with the next`() throws {
    let sensitive = TestDraft { $0.findings = [.made(.suggestion, escalation: .leadership)] }
    var course = try Course(sensitive)
    try course.submits()
    course.passes(hours: 1)
    try course.does("leader", .deescalate(from: .leadership, reason: "只是常规通知"))
    try course.does("officer", .return(course.ballot))
    var same = course
    try same.submits(note: "没有别的说法")
    #expect(same.submission.stages == ["first", "second"])
    course.passes(hours: 1)
    try course.saves(
      TestDraft {
        $0.text = "另写一稿。"
        $0.findings = sensitive.findings
      }
    )
    try course.submits()
    #expect(course.submission.stages == ["first", "second", "leadership"])
  }

  @Test func `taking the cause away does not take the level away`() throws {
    var course = try Course(TestDraft { $0.form.concerns = [.dispute] })
    try course.submits()
    try course.does("officer", .return(course.ballot))
    try course.saves(TestDraft())
    try course.submits()
    #expect(course.submission.stages.contains("leadership"))
  }
}
