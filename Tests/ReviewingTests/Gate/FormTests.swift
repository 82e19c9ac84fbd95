import Linting
import ReviewSupport
import Reviewing
import Testing

/// The release form is complete before anybody reads the draft.
struct FormTests {
  struct Case: Sendable {
    let fault: String
    let draft: TestDraft

    init(_ fault: String, _ change: (inout TestDraft) -> Void) {
      self.fault = fault
      draft = TestDraft(change)
    }
  }

  private static func urgency(
    _ ground: String = "台风临时停诊",
    _ leader: String = "leader",
    hours: Int = 10
  ) -> ReleaseForm.Urgency {
    ReleaseForm.Urgency(
      ground: ground,
      dutyLeader: Hospital.id(leader),
      validUntil: Hospital.start.adding(hours: hours)
    )
  }

  static let cases = [
    Case("/form/public_basis") { $0.form.publicBasis = nil },
    Case("/form/basis_note") { $0.form.publicBasis = .officialDocument },
    Case("/form/basis_note") { $0.form.publicBasis = .orderedReprint },
    Case("/form/publicity") { $0.form.publicity = nil },
    Case("/form/personal_data") { $0.form.personalData = nil },
    Case("/form/consents") { $0.form.personalData = .identifiable },
    Case("/form/consents") { $0.form.showsMinors = true },
    Case("/form/fact_checked_by") { $0.form.factCheckedBy = " \u{3000}" },
    Case("/form/note") {
      $0.form.concerns = [.other]
      $0.form.note = ""
    },
    Case("/form/note") {
      $0.column = "news"
      $0.form.note = ""
    },
    Case("/form/authors") {
      $0.column = "health"
      $0.form.medicalReviewer = "李医生"
    },
    Case("/form/medical_reviewer") {
      $0.column = "health"
      $0.form.authors = ["赵医生"]
    },
    Case("/form/urgency/ground") { $0.form.urgency = urgency("急") },
    Case("/form/urgency/duty_leader") { $0.form.urgency = urgency("台风临时停诊", "chief") },
    Case("/form/urgency/valid_until") { $0.form.urgency = urgency(hours: 0) },
    Case("/form/expires_at") { $0.form.expiresAt = Hospital.start },
    Case("/channels") { $0.channels = [] },
  ]

  @Test(arguments: cases)
  func `a gap in the form is named`(_ test: Case) throws {
    let course = try Course(test.draft)
    let refusal = course.refusal("writer", .submit(note: ""))
    #expect(refusal?.code == .gateBlocked)
    #expect(refusal?.requirements.map(\.key) == ["form.complete"])
    #expect(refusal?.requirements.first?.failing == [test.fault])
  }

  @Test func `a closed column takes nothing`() throws {
    let course = try Course(TestDraft { $0.column = "closed" })
    #expect(
      course.refusal("writer", .submit(note: ""))?.requirements.map(\.key) == ["column.active"]
    )
  }

  @Test func `an unknown column is refused at once`() {
    #expect(throws: Refusal.self) { try Course(TestDraft { $0.column = "nowhere" }) }
  }

  @Test func `consents, reviewers and authors fill the gaps`() throws {
    var course = try Course(
      TestDraft {
        $0.column = "health"
        $0.form.authors = ["赵医生"]
        $0.form.medicalReviewer = "李医生"
        $0.form.personalData = .identifiable
        $0.form.consents = ["TY-2026-01"]
      }
    )
    try course.submits()
  }
}
