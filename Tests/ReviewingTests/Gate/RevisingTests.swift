import Linting
import ReviewSupport
import Reviewing
import Testing

/// Saving, sending back, beginning again.
struct RevisingTests {
  @Test func `an unchanged save makes no revision and leaves no trace`() throws {
    var course = try Course()
    let before = course.submission
    try course.saves(TestDraft())
    #expect(course.last.isUnchanged)
    #expect(course.last.events.isEmpty)
    #expect(course.submission == before)
  }

  @Test func `an unchanged save in review leaves the votes alone`() throws {
    var course = try Course()
    try course.submits()
    try course.approves("officer")
    try course.saves(TestDraft())
    #expect(course.last.isUnchanged)
    #expect(course.submission.stage == "second")
  }

  @Test func `any change in review outdates every vote and goes back to the writer`() throws {
    let changes: [(inout TestDraft) -> Void] = [
      { $0.text += "。" }, { $0.title += "！" }, { $0.form.note = "受托" },
      { $0.channels = ["website"] },
      { $0.column = "news" },
    ]
    for change in changes {
      var course = try Course()
      try course.submits()
      try course.approves("officer")
      try course.saves(TestDraft(change))
      #expect(course.submission.state == .returned)
      #expect(course.submission.stage == nil)
      #expect(course.submission.votes.allSatisfy { $0.outdated != nil })
      #expect(course.submission.revisions.count == 2)
      try course.submits()
      #expect(course.submission.stage == "first")
    }
  }

  @Test func `the same text is checked again when the check had not finished`() throws {
    var course = try Course(TestDraft { $0.failure = "timeout" })
    #expect(
      course.refusal("writer", .submit(note: ""))?.requirements.map(\.key) == ["check.completed"]
    )
    try course.saves(TestDraft())
    #expect(course.submission.revisions.map(\.change) == [.content, .layout])
    try course.submits()
  }

  @Test func `what is approved is locked`() throws {
    var course = try Course()
    try course.isApproved()
    let draft = TestDraft { $0.text = "偷改一字。" }.revision()
    #expect(course.refusal("writer", .revise(draft))?.code == .notEditable)
    try course.isPublished()
    #expect(course.refusal("writer", .revise(draft))?.code == .notEditable)
  }

  @Test func `a vote names what was seen`() throws {
    var course = try Course()
    let old = course.ballot
    try course.saves(TestDraft { $0.text = "新的一稿。" })
    try course.submits()
    for action in [Action.approve(old), .return(old), .reject(old)] {
      #expect(course.refusal("officer", action)?.code == .digestMismatch)
    }
  }

  @Test func `every box of the stage is ticked`() throws {
    var course = try Course()
    try course.submits()
    let half = Ballot(
      contentDigest: course.ballot.contentDigest,
      comment: "",
      checklist: ["complete", "source"]
    )
    #expect(course.refusal("officer", .approve(half))?.fields.keys.sorted() == ["/checklist"])
  }

  @Test func `what was sent back comes again unchanged only with a word of why`() throws {
    var course = try Course()
    try course.submits()
    try course.does("officer", .return(course.ballot("请核对门诊时间")))
    #expect(course.submission.state == .returned)
    #expect(course.refusal("writer", .submit(note: ""))?.fields.keys.sorted() == ["/note"])
    var unchanged = course
    try unchanged.submits(note: "已与门诊部核对无误")
    #expect(unchanged.submission.stage == "first")
    try course.saves(TestDraft { $0.text = "核对过的一稿。" })
    try course.submits()
  }

  @Test func `reasons are asked for`() throws {
    var course = try Course()
    try course.submits()
    for action in [
      Action.return(course.ballot("不行")), .reject(course.ballot("    ")),
      .escalate(to: .leadership, ground: "重大"),
    ] {
      #expect(course.refusal("officer", action)?.code == .validationFailed)
    }
    #expect(course.refusal("writer", .withdraw(reason: ""))?.code == .validationFailed)
  }

  @Test func `what is written about a step is kept beside the record, which names it`() throws {
    var course = try Course()
    try course.submits()
    try course.does("officer", .return(course.ballot))
    try course.submits(note: "来源已经补上")
    try course.does("writer", .withdraw(reason: "活动取消，不发了"))
    #expect(course.submission.notes.map(\.text) == ["来源已经补上", "活动取消，不发了"])
    #expect(course.submission.notes.map(\.action) == ["draft.submit", "draft.withdraw"])
    let named = course.events.compactMap { event -> String? in
      guard case .object(let data) = event.data, case .string(let id)? = data["note"] else {
        return nil
      }
      return id
    }
    #expect(named == course.submission.notes.map(\.id.value))
    #expect(!course.events.contains { "\($0.data)".contains("活动取消") })
  }

  @Test func `a department returns and does not reject`() throws {
    var course = try Course(Hospital(.center))
    try course.submits()
    #expect(course.refusal("head", .reject(course.ballot))?.code == .forbidden)
    try course.does("head", .return(course.ballot))
    #expect(course.submission.state == .returned)
  }

  @Test func `reopening begins anew, without votes, seen by at least as many`() throws {
    var first = try Course()
    try first.submits()
    try first.does("officer", .escalate(to: .leadership, ground: "可能引起关注"))
    try first.approves("officer")
    try first.does("writer", .withdraw(reason: "重新组织材料"))
    var next = try Course(after: [first.submission], .supersedes)
    #expect(next.submission.votes.isEmpty)
    #expect(next.submission.id != first.submission.id)
    #expect(next.submission.predecessor?.id == first.submission.id)
    try next.submits()
    #expect(next.submission.stages == ["first", "second", "leadership"])
  }

  @Test func `what is on its way is not begun a second time`() throws {
    var course = try Course()
    for relation in [Submission.Predecessor.Relation.supersedes, .corrects] {
      #expect(throws: Refusal.self) { try Course(after: [course.submission], relation) }
    }
    try course.isApproved()
    try course.isPublished()
    #expect(throws: Refusal.self) { try Course(after: [course.submission], .supersedes) }
    _ = try Course(after: [course.submission], .corrects)
  }

  @Test func `a blocking remark holds a stage up until it is resolved`() throws {
    var course = try Course()
    try course.submits()
    try course.does("chief", .comment(text: "请核对电话", fingerprint: nil, isBlocking: true))
    let id = course.submission.comments[0].id
    #expect(course.refusal("officer", .approve(course.ballot))?.code == .gateBlocked)
    #expect(course.refusal("writer", .resolveComment(id))?.code == .forbidden)
    try course.does("chief", .resolveComment(id))
    #expect(course.refusal("chief", .resolveComment(id))?.code == .invalidTransition)
    try course.approves("officer")
  }
}
