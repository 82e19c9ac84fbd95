import ReviewSupport
import Reviewing
import Storing
import Testing

/// What every store must do, whatever it keeps things in.
struct ConformanceTests {
  private let place = TestFolder()

  enum Kind: CaseIterable {
    case sqlite
    case memory
  }

  private func store(_ kind: Kind) async throws -> any ReviewStore {
    let store: any ReviewStore =
      switch kind {
      case .sqlite: try await place.open()
      case .memory: MemoryStore()
      }
    try await store.write { try $0.populate() }
    return store
  }

  @Test(arguments: Kind.allCases)
  func `a submission comes back byte for byte`(_ kind: Kind) async throws {
    let store = try await store(kind)
    let before = Submission.full(1)
    try await store.write { try $0.save(before, since: nil) }
    let after = try await store.read { try $0.submission(before.id) }
    #expect(after == before)
    #expect(
      after?.revisions[0].manuscript.text.utf8.elementsEqual(
        before.revisions[0].manuscript.text.utf8
      ) ?? false
    )
    for found in try await store.read({
      [
        try $0.submission(ofPermit: "prm_1"), try $0.submission(ofWaiver: "wvr_1"),
        try $0.submission(ofPublication: "pub_1"),
      ]
    }) { #expect(found?.id == before.id) }
    #expect(try await store.read { try $0.submission("drf_none") } == nil)
  }

  @Test(arguments: Kind.allCases)
  func `what has changed is written, also where only the bytes differ`(_ kind: Kind) async throws {
    let store = try await store(kind)
    let before = Submission.full(1)
    var after = before
    after.version = 2
    after.state = .retracted
    after.revisions.append(.sample(2, text: "改"))
    after.votes[0].outdated = "revision 2"
    after.waivers[0].state = .granted
    after.waivers[0].decider = "usr_li"
    after.waivers[0].decisionNote = "e\u{301}"
    after.waivers[0].seconder = "usr_zhao"
    after.waivers[0].secondedAt = .start
    after.waivers[0].secondNote = "同意"
    after.waivers[0].revocation = .init(by: "usr_wang", at: .start, reason: "依据不足")
    after.comments[0].resolvedBy = "usr_wang"
    after.comments[0].resolvedAt = .start
    after.publications[0].state = .retracted
    after.escalations[0].lifted = EscalationGround.Lifting(by: "usr_li", reason: "已核实", at: .start)
    let (second, first) = (after, before)
    try await store.write { try $0.save(first, since: nil) }
    try await store.write { try $0.save(second, since: first) }
    #expect(try await store.read { try $0.submission(first.id) } == second)
    after.waivers[0].decisionNote = "\u{E9}"
    let third = after
    #expect(third == second)
    try await store.write { try $0.save(third, since: second) }
    let note = try await store.read { try $0.submission(first.id)?.waivers[0].decisionNote }
    #expect(note?.unicodeScalars.count == 1)
  }

  @Test(arguments: Kind.allCases)
  func `a body that throws leaves nothing behind`(_ kind: Kind) async throws {
    struct Stop: Error {}
    let store = try await store(kind)
    let head = try await store.read { try $0.auditHead()?.sequence }
    await #expect(throws: Stop.self) {
      try await store.write { writing in
        try writing.save(Submission.full(1), since: nil)
        try writing.append("draft.begin")
        throw Stop()
      }
    }
    #expect(try await store.read { try $0.submission(Submission.full(1).id) } == nil)
    #expect(try await store.read { try $0.auditHead()?.sequence } == head)
  }

  @Test(arguments: Kind.allCases)
  func `people, places and policies come back`(_ kind: Kind) async throws {
    let store = try await store(kind)
    var user = try await store.read { try $0.user(named: "wang") }
    user?.password = PasswordHash(
      rounds: 15,
      blockSize: 8,
      parallelism: 1,
      salt: [1],
      key: [0, 255]
    )
    user?.isDisabled = true
    user?.version = 2
    let changed = try #require(user)
    try await store.write { try $0.save(changed) }
    #expect(try await store.read { try $0.user(changed.id) } == changed)
    #expect(try await store.read { try $0.users().map(\.name) } == ["li", "wang", "zhao"])
    #expect(try await store.read { try $0.user(named: "WANG") } == nil)
    #expect(try await store.read { try $0.departments().count } == 2)
    #expect(try await store.read { try $0.column("col_price")?.owner } == "dep_b")
    #expect(try await store.read { try $0.activePolicy() } == nil)
    var policy = try #require(try await store.read { try $0.policy(1) })
    #expect(policy.policy == .sample)
    policy.activator = "usr_li"
    policy.activatedAt = .start
    let active = policy
    try await store.write { try $0.save(active) }
    #expect(try await store.read { try $0.activePolicy() } == active)
  }

  @Test(arguments: Kind.allCases)
  func `answers are replayed, and swept when nobody can ask again`(_ kind: Kind) async throws {
    let store = try await store(kind)
    let key = IdempotencyKey(
      user: "usr_wang",
      target: "POST /v1/drafts",
      key: "k",
      fingerprint: Digest(of: [1])
    )
    let answer = StoredResponse(
      status: 201,
      headers: ["ETag": "\"1\""],
      body: [0, 255, 10],
      fingerprint: Digest(of: [1])
    )
    try await store.write { try $0.save(answer, for: key, at: .start) }
    #expect(try await store.read { try $0.replay(key) } == answer)
    await #expect(throws: (any Error).self) {
      try await store.write { try $0.save(answer, for: key, at: .start) }
    }
    let other = IdempotencyKey(
      user: "usr_li",
      target: key.target,
      key: key.key,
      fingerprint: key.fingerprint
    )
    #expect(try await store.read { try $0.replay(other) } == nil)
    try await store.write { try $0.sweep(before: Timestamp.start.adding(hours: 1)) }
    #expect(try await store.read { try $0.replay(key) } == nil)
  }

  @Test(arguments: Kind.allCases)
  func `sessions, tokens and links come back by their hash`(_ kind: Kind) async throws {
    let store = try await store(kind)
    let session = Session(
      hash: Digest(of: [1]),
      user: "usr_li",
      createdAt: .start,
      lastSeenAt: .start,
      csrfToken: "t"
    )
    let token = APIToken(
      id: "tok_1",
      hash: Digest(of: [2]),
      user: "usr_li",
      name: "CI",
      scopes: [.check, .submit],
      createdAt: .start,
      expiresAt: .start.adding(hours: 1)
    )
    let link = SignInLink(hash: Digest(of: [3]), user: "usr_li", expiresAt: .start)
    try await store.write {
      try $0.save(session)
      try $0.save(token)
      try $0.save(link)
    }
    #expect(try await store.read { try $0.session(hashed: session.hash) } == session)
    #expect(try await store.read { try $0.token(hashed: token.hash) } == token)
    #expect(try await store.read { try $0.tokens() } == [token])
    #expect(try await store.read { try $0.signInLink(hashed: link.hash) } == link)
    try await store.write { try $0.remove(session: session.hash) }
    #expect(try await store.read { try $0.session(hashed: session.hash) } == nil)
  }

  @Test(arguments: Kind.allCases)
  func `the sessions of one person end, except one`(_ kind: Kind) async throws {
    let store = try await store(kind)
    let owners: [(UInt8, String)] = [(1, "usr_li"), (2, "usr_li"), (3, "usr_wang")]
    let sessions = owners.map { number, user in
      Session(
        hash: Digest(of: [number]),
        user: ID(user),
        createdAt: .start,
        lastSeenAt: .start,
        csrfToken: "t"
      )
    }
    func left(_ kept: Digest?) async throws -> [Bool] {
      try await store.write { writing in
        for session in sessions { try writing.save(session) }
        try writing.remove(sessionsOf: "usr_li", but: kept)
      }
      return try await store.read { reading in
        try sessions.map { try reading.session(hashed: $0.hash) != nil }
      }
    }
    #expect(try await left(sessions[1].hash) == [false, true, true])
    #expect(try await left(nil) == [false, false, true])
  }

  @Test(arguments: Kind.allCases)
  func `the record is in order, and of a subject where one is asked for`(_ kind: Kind) async throws
  {
    let store = try await store(kind)
    try await store.write { writing in
      for number in 1...10 { try writing.append("a", number: Int64(number)) }
    }
    let page = try await store.read { try $0.auditEntries(after: 4, limit: 3, subject: nil) }
    #expect(page.map(\.sequence) == [5, 6, 7])
    let last = try await store.read { store in
      try [Int64.max, 4].map { try store.auditEntries(before: $0, limit: 2, subject: nil) }
    }
    #expect(last.map { $0.map(\.sequence) } == [[10, 9], [3, 2]])
    #expect(
      try await store.read { try $0.auditEntries(before: .max, limit: 99, subject: "x") } == []
    )
    #expect(try await store.read { try $0.auditEntries(after: 0, limit: 99, subject: "x") } == [])
    let head = try await store.read { try $0.auditHead() }
    #expect(head?.sequence == 10)
    #expect(page.allSatisfy { $0.hash == AuditChain.hash(of: $0) })
  }

  @Test(arguments: Kind.allCases)
  func `what is counted is the same in every store`(_ kind: Kind) async throws {
    let store = try await store(kind)
    try await store.write { writing in
      for submission in Submission.counted { try writing.save(submission, since: nil) }
    }
    let counted = try await store.read {
      try $0.statistics(from: .start, to: Timestamp.start.adding(hours: 1))
    }
    var publicity = ReviewStatistics.Row(key: "dep_a")
    publicity.submitted = 2
    publicity.warnings = 2
    publicity.returned = 1
    publicity.published = 3
    publicity.corrected = 1
    publicity.retracted = 1
    publicity.thousandsOfCharacters = 0.036
    var finance = ReviewStatistics.Row(key: "dep_b")
    finance.submitted = 1
    finance.warnings = 1
    finance.thousandsOfCharacters = 0.018
    #expect(counted.departments == [publicity, finance])
    #expect(counted.columns.map(\.key) == ["col_news", "col_price"])
    #expect(counted.columns.map(\.submitted) == [2, 1])
    let before = try await store.read {
      try $0.statistics(from: Timestamp.start.adding(hours: -1), to: .start)
    }
    #expect(before == ReviewStatistics(departments: [], columns: []))
  }
}
