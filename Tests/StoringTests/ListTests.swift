import Reviewing
import Storing
import Testing

struct ListTests {
  private let place = TestFolder()

  private func store(_ count: Int) async throws -> SQLiteStore {
    let store = try await place.open()
    try await store.write { writing in
      try writing.populate()
      for number in 1...count {
        var submission = Submission.sample(number, department: number % 3 == 0 ? "dep_b" : "dep_a")
        if number % 5 == 0 {
          submission.state = .inReview
          submission.stage = "second"
          submission.policy = 1
        }
        if number % 7 == 0 {
          submission.state = .withdrawn
          submission.stage = nil
        }
        try writing.save(submission, since: nil)
      }
    }
    return store
  }

  @Test func `pages go from the newest on, each draft once`() async throws {
    let store = try await store(120)
    var query = SubmissionQuery(limit: 25)
    var seen: [String] = []
    while true {
      let asked = query
      let page = try await store.read { try $0.submissions(asked) }
      guard let last = page.last else { break }
      seen += page.map(\.id.value)
      query.before = last.id
    }
    #expect(seen.count == 120)
    #expect(seen == seen.sorted().reversed())
  }

  @Test func `a page has what its query asks for`() async throws {
    let store = try await store(120)
    func count(_ change: (inout SubmissionQuery) -> Void) async throws -> Int {
      var query = SubmissionQuery(limit: 200)
      change(&query)
      let asked = query
      return try await store.read { try $0.submissions(asked) }.count
    }
    #expect(try await count { $0.states = [.inReview, .withdrawn] } == 21 + 17)
    #expect(try await count { $0.states = [] } == 0)
    #expect(try await count { $0.stage = "second" } == 21)
    #expect(try await count { $0.department = "dep_b" } == 40)
    #expect(try await count { $0.column = "col_price" } == 0)
    #expect(try await count { $0.creator = "usr_wang" } == 120)
    #expect(try await count { $0.text = "通知" } == 120)
    #expect(try await count { $0.text = "%" } == 0)
  }

  @Test func `a line of a list is that of the submission`() async throws {
    let store = try await store(5)
    let first = try await store.read { try $0.submissions(SubmissionQuery(limit: 1)) }
    let submission = try await store.read { try $0.submission(Submission.sample(5).id) }
    #expect(first == submission.map { [SubmissionSummary(of: $0)] })
  }

  @Test func `statistics count what happened in the time`() async throws {
    let store = try await store(30)
    try await store.write { try $0.save(Submission.full(500), since: nil) }
    let statistics = try await store.read {
      try $0.statistics(from: .start, to: .start.adding(hours: 24))
    }
    let publicity = statistics.departments.first { $0.key == "dep_a" }
    #expect(publicity?.published == 1)
    #expect(publicity?.submitted == 5)
    #expect(publicity?.warnings == 5)
    #expect(statistics.columns.map(\.key) == ["col_news"])
    let last = try await store.read { try $0.lastPublications() }
    #expect(last == ["col_news": .start])
  }
}
