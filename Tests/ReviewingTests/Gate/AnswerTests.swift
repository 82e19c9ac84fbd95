import Linting
import ReviewSupport
import Reviewing
import Testing

/// What exactly blocks it, and who can clear that.
struct AnswerTests {
  @Test func `who may not know of it is told of nothing that could be done`() throws {
    let answer = try Course().answer("publisher")
    #expect(answer.allowed == [])
    #expect(Set(answer.refused.values) == ["not-found"])
  }

  @Test func `every requirement is always listed`() throws {
    var course = try Course()
    let keys = course.answer().requirements.map(\.key)
    #expect(
      keys == [
        "content.not_frozen", "check.completed", "form.complete", "column.active",
        "findings.no_blocking", "findings.reviewed", "comments.resolved", "approval.first",
        "approval.second", "approval.secrecy", "approval.leadership", "separation",
        "approval.fresh", "urgent.confirmed", "schedule",
      ]
    )
    try course.isApproved()
    #expect(course.answer().requirements.map(\.key) == keys)
    try course.isPublished()
    #expect(course.answer().requirements.map(\.key) == keys)
  }

  @Test func `the summary is one sentence`() throws {
    var course = try Course(TestDraft { $0.findings = [.made(.warning)] })
    #expect(course.answer().summary.zh == "还差 3 项：1 条警告待处理、初审待签批、复审待签批")
    try course.submits()
    try course.does("officer", .requestWaiver(Course.waiver(.made(.warning))))
    try course.approves("officer")
    #expect(course.answer().summary.zh == "还差 1 项：复审待签批")
    try course.approves("chief")
    #expect(course.answer().summary.zh == "可以发布")
    try course.isPublished()
    #expect(course.answer().summary.zh == "已发布")
  }

  @Test func `whoever could clear it is named, and nobody who could not`() throws {
    var hospital = Hospital()
    hospital.change("chief-2") { $0.isDisabled = true }
    hospital.change("officer-2") { $0.roles.insert(.administrator) }
    var course = try Course(hospital, TestDraft { $0.findings = [.made(.error, "dignity/x")] })
    func people(_ key: String) -> [ID<User>]? {
      course.answer().requirements.first { $0.key == key }?.people
    }
    #expect(people("approval.first") == [Hospital.id("officer")])
    #expect(people("approval.second") == [Hospital.id("chief")])
    #expect(people("findings.no_blocking") == [Hospital.id("chief")])
    #expect(people("form.complete") == [])
    try course.does("writer", .requestWaiver(Course.waiver(.made(.error, "dignity/x"))))
    try course.submits()
    try course.approves("officer")
    #expect(people("approval.second") == [Hospital.id("chief")])
    #expect(people("approval.first") == [])
  }

  @Test func `what is allowed is done, what is refused is refused`() throws {
    var course = try Course()
    try course.submits()
    let answer = course.answer("officer")
    #expect(answer.allowed.contains(.approve))
    #expect(answer.refused[.submit] == "forbidden")
    #expect(answer.refused[.retract] == "invalid-transition")
    #expect(course.answer("writer").refused[.approve] == "forbidden")
    #expect(Set(answer.allowed).isDisjoint(with: answer.refused.keys))
    #expect(answer.allowed.count + answer.refused.count == Operation.allCases.count)
  }

  @Test func `that nobody is left to sign is said`() throws {
    var hospital = Hospital()
    hospital.users.removeAll { $0.roles.contains(.secondReviewer) }
    let course = try Course(hospital)
    let approval = course.answer().requirements.first { $0.key == "approval.second" }
    #expect(approval?.explanation.zh == "复审待签批（没有可签批的人）")
  }
}
