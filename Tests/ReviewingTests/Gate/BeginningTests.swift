import Linting
import ReviewSupport
import Reviewing
import Testing

/// Who may hand something in, and what they may tie it to.
struct BeginningTests {
  private func refusal(_ hospital: Hospital, _ actor: Actor) -> Refusal.Code? {
    do throws(Refusal) {
      _ = try hospital.gate().begin(
        TestDraft().revision(),
        by: actor,
        predecessor: nil,
        relation: nil,
        at: Hospital.start
      )
      return nil
    } catch { return error.code }
  }

  @Test func `who writes for the house begins, with a token that is good for it`() {
    var hospital = Hospital()
    #expect(refusal(hospital, hospital.actor("writer")) == nil)
    #expect(refusal(hospital, hospital.actor("writer", scopes: [.submit])) == nil)
    #expect(refusal(hospital, hospital.actor("writer", scopes: [.read, .review])) == .forbidden)
    for name in ["publisher", "auditor", "leader", "secrecy", "medic", "complaints", "nobody"] {
      #expect(refusal(hospital, hospital.actor(name)) == .forbidden)
    }
    hospital.change("writer") { $0.isDisabled = true }
    #expect(refusal(hospital, hospital.actor("writer")) == .forbidden)
  }

  @Test func `nobody learns of a draft by naming it as what theirs comes after`() throws {
    var course = try Course()
    try course.isApproved()
    try course.isPublished()
    let (hospital, published) = (course.hospital, course.submission)
    let failure = #expect(throws: Refusal.self) {
      try Course(
        hospital,
        TestDraft { $0.column = "news" },
        by: "stranger",
        after: [published],
        .corrects
      )
    }
    #expect(failure?.code == .notFound)
  }

  @Test func `a comment is about a finding that there is`() throws {
    let finding = ReviewFinding.made(.warning)
    let course = try Course(TestDraft { $0.findings = [finding] })
    func refusal(_ fingerprint: String) -> Refusal.Code? {
      course.refusal("writer", .comment(text: "？", fingerprint: fingerprint, isBlocking: false))?
        .code
    }
    #expect(refusal(finding.fingerprint) == nil)
    #expect(refusal("another") == .notFound)
  }
}
