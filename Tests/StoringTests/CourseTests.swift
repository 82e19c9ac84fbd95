import ReviewSupport
import Reviewing
import Storing
import Testing

/// What the gate makes of submissions, kept and read again at every step.
struct CourseTests {
  private let place = TestFolder()

  private func store(_ hospital: Hospital) async throws -> SQLiteStore {
    let store = try await place.open()
    try await store.write { writing in
      for department in hospital.departments { try writing.save(department) }
      for user in hospital.users { try writing.save(user) }
      for column in hospital.columns { try writing.save(column) }
      try writing.save(
        PolicyVersion(
          number: 1,
          policy: hospital.policy,
          proposer: Hospital.id("admin"),
          proposedAt: Hospital.start
        )
      )
    }
    return store
  }

  private struct Keeper {
    let store: SQLiteStore
    var before: Submission?

    mutating func keep(_ course: Course) async throws {
      let (new, old, events) = (course.submission, before, course.last.events)
      try await store.write { writing in
        try writing.save(new, since: old)
        for event in events { try writing.append(event) }
      }
      before = new
      #expect(try await store.read { try $0.submission(new.id) } == new)
    }
  }

  @Test(arguments: [Policy.township, Policy.center])
  func `a draft's life is kept at every step`(_ policy: Policy) async throws {
    let hospital = Hospital(policy)
    var keeper = Keeper(store: try await store(hospital))
    var course = try Course(hospital)
    try await keeper.keep(course)
    try course.does("head", .comment(text: "时间请写全", fingerprint: nil, isBlocking: false))
    try await keeper.keep(course)
    try course.saves(TestDraft { $0.text = "门诊时间调整为上午八点。" })
    try await keeper.keep(course)
    try course.isApproved()
    try await keeper.keep(course)
    try course.does("publisher", .issuePermit(course.permitRequest()))
    try await keeper.keep(course)
    let permit = try #require(course.submission.permits.last)
    try course.does(
      "publisher",
      .consumePermit(permit.id, contentDigest: permit.contentDigest)
    )
    try await keeper.keep(course)
    try course.does("publisher", .recordPublication(course.report(permit)))
    try await keeper.keep(course)
    let publication = try #require(course.submission.publications.last)
    try course.does("chief", .retract(publication.id, Course.retraction()))
    try await keeper.keep(course)
    #expect(try await keeper.store.verifyAudit().isSound)
    let statistics = try await keeper.store.read {
      try $0.statistics(from: Hospital.start, to: Hospital.start.adding(hours: 1))
    }
    #expect(statistics.departments.map(\.retracted) == [1])
  }

  @Test func `what is returned, frozen or withdrawn is kept`() async throws {
    let hospital = Hospital()
    var keeper = Keeper(store: try await store(hospital))
    var course = try Course(hospital)
    try course.submits()
    try await keeper.keep(course)
    try course.does("officer", .return(course.ballot()))
    try await keeper.keep(course)
    try course.saves(TestDraft { $0.freezing = ["secrecy/mark"] })
    try await keeper.keep(course)
    #expect(course.submission.state == .frozen)
    #expect(course.submission.current?.manuscript.text == "")
    keeper.before = nil
    course = try Course(hospital)
    try course.does("writer", .withdraw(reason: "不再需要了"))
    try await keeper.keep(course)
  }
}
