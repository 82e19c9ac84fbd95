import Linting
import ReviewSupport
import Reviewing
import Testing

/// A mark of secrecy stops everything.
struct FreezeTests {
  private let secret = TestDraft {
    $0.text = "机密文件全文"
    $0.title = "机密"
    $0.form.note = "机密"
    $0.freezing = ["secrecy/mark"]
  }

  @Test func `nothing of the text is kept, from the first save on`() throws {
    let course = try Course(secret)
    #expect(course.submission.state == .frozen)
    #expect(!"\(course.submission)".contains("机密"))
    #expect(course.events.map(\.action) == ["draft.freeze"])
    #expect(!"\(course.events)".contains("机密"))
  }

  @Test func `in review the votes are gone with it`() throws {
    var course = try Course()
    try course.submits()
    try course.approves("officer")
    try course.saves(secret)
    #expect(course.submission.state == .frozen)
    #expect(course.submission.votes.allSatisfy { $0.outdated != nil })
    #expect(!"\(course.submission)".contains("机密"))
  }

  @Test func `few know of it, and nobody goes on with it`() throws {
    let course = try Course(secret)
    let seeing = course.hospital.users.filter {
      course.gate.canSee(course.submission, course.hospital.actor($0.name))
    }
    #expect(seeing.map(\.name) == ["writer", "secrecy", "leader", "leader-2"])
    #expect(course.refusal("writer", .revise(TestDraft().revision()))?.code == .frozen)
    #expect(course.refusal("writer", .submit(note: ""))?.code == .frozen)
    let release = Action.releaseFrozen(incident: "2026-01", isRejected: false)
    #expect(course.refusal("writer", release)?.code == .forbidden)
    #expect(
      course.refusal("chief", .comment(text: "?", fingerprint: nil, isBlocking: false))?.code
        == .notFound
    )
  }

  @Test func `it takes the secrecy reviewer and leadership, who say the same`() throws {
    var course = try Course(secret)
    try course.does("secrecy", .releaseFrozen(incident: "2026-01", isRejected: false))
    #expect(course.submission.state == .frozen)
    try course.does("secrecy", .releaseFrozen(incident: "2026-01", isRejected: false))
    #expect(course.submission.state == .frozen)
    try course.does("leader", .releaseFrozen(incident: "2026-01", isRejected: true))
    #expect(course.submission.state == .frozen)
    try course.does("leader-2", .releaseFrozen(incident: "2026-02", isRejected: false))
    #expect(course.submission.state == .frozen)
    try course.does("leader", .releaseFrozen(incident: "2026-01", isRejected: false))
    #expect(course.submission.state == .editing)
  }

  @Test func `one person with both roles is one person`() throws {
    var hospital = Hospital()
    hospital.change("leader") { $0.roles.insert(.secrecyReviewer) }
    var course = try Course(hospital, secret)
    try course.does("leader", .releaseFrozen(incident: "2026-01", isRejected: true))
    try course.does("leader", .releaseFrozen(incident: "2026-01", isRejected: true))
    #expect(course.submission.state == .frozen)
    try course.does("leader-2", .releaseFrozen(incident: "2026-01", isRejected: true))
    #expect(course.submission.state == .rejected)
  }

  @Test func `afterwards it is written anew and seen by the secrecy reviewer`() throws {
    var course = try Course(secret)
    for name in ["leader", "secrecy"] {
      try course.does(name, .releaseFrozen(incident: "2026-01", isRejected: false))
    }
    #expect(course.refusal("writer", .submit(note: ""))?.code == .gateBlocked)
    try course.saves(TestDraft())
    try course.submits()
    #expect(course.submission.stages == ["first", "second", "secrecy"])
  }
}
