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

  @Test func `how long each stage and the whole took is told from the record`() async throws {
    let hospital = Hospital()
    var course = try Course(hospital)
    try course.submits()
    course.passes(hours: 2)
    try course.does("officer", .return(course.ballot))
    course.passes(hours: 10)
    try course.submits(note: "来源已经核对过了")
    course.passes(hours: 4)
    try course.approves("officer")
    course.passes(hours: 30)
    try course.approves("chief")
    course.passes(hours: 1)
    try course.does("publisher", .issuePermit(course.permitRequest()))
    let permit = try #require(course.submission.permits.last)
    try course.does("publisher", .consumePermit(permit.id, contentDigest: permit.contentDigest))
    try course.does("publisher", .recordPublication(course.report(permit)))
    let (submission, events) = (course.submission, course.events)
    for store in [try await store(hospital) as any ReviewStore, MemoryStore()] {
      try await store.write { writing in
        try writing.save(submission, since: nil)
        for event in events { try writing.append(event) }
      }
      let hour = Hospital.start
      let all = try await store.read { try $0.statistics(from: hour, to: hour.adding(hours: 48)) }
      #expect(all.stages.map(\.key) == ["first", "second"])
      #expect(all.stages.map(\.count) == [2, 1])
      #expect(all.stages.map(\.median) == [180, 1800] && all.stages[0].longest == 240)
      #expect(all.publications.map(\.key) == ["", submission.department.value])
      #expect(all.publications.map(\.median) == [47 * 60, 47 * 60])
      let part = try await store.read {
        try $0.statistics(from: hour.adding(hours: 3), to: hour.adding(hours: 17))
      }
      #expect(part.stages.map(\.median) == [240] && part.publications.isEmpty)
    }
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
