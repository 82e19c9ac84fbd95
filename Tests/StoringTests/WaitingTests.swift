import ReviewSupport
import Reviewing
import Storing
import Testing

/// The lists that must not lose what waits for somebody, in every store.
struct WaitingTests {
  private let place = TestFolder()

  private func store(
    _ kind: ConformanceTests.Kind,
    _ submissions: [Submission]
  ) async throws -> any ReviewStore {
    let store: any ReviewStore =
      switch kind {
      case .sqlite: try await place.open()
      case .memory: MemoryStore()
      }
    try await store.write { writing in
      try writing.populate()
      for submission in submissions { try writing.save(submission, since: nil) }
    }
    return store
  }

  private func found(
    _ store: any ReviewStore,
    _ change: (inout SubmissionQuery) -> Void
  ) async throws -> [ID<Submission>] {
    var query = SubmissionQuery(limit: 1)
    query.states = [.published]
    change(&query)
    return try await store.read { [query] in try $0.allSubmissions(query).map(\.id) }
  }

  /// Out on both of its channels, and found to be as approved.
  private static func done(_ number: Int) -> Submission {
    var submission = Submission.full(number)
    let digest = Revision.sample(1).contentDigest
    let permit = ID<Permit>("prm_w\(number)")
    submission.permits.append(.sample(permit, digest, channel: "website"))
    submission.publications.append(
      .sample(ID("pub_w\(number)"), permit, digest, channel: "website")
    )
    for index in submission.publications.indices {
      submission.publications[index].verifications.append(verification(.equal))
    }
    return submission
  }

  private static func verification(_ outcome: Verification.Outcome) -> Verification {
    Verification(at: .start, by: "usr_li", outcome: outcome, contentDigest: nil, differences: [])
  }

  @Test(arguments: ConformanceTests.Kind.allCases)
  func `what is out and not as approved is found, and a channel that waits`(
    _ kind: ConformanceTests.Kind
  ) async throws {
    var differing = Self.done(3)
    differing.publications[0].verifications.append(Self.verification(.differs))
    var retracted = Self.done(4)
    retracted.publications[0].state = .retracted
    retracted.publications[0].verifications.append(Self.verification(.differs))
    var underWay = Self.done(5)
    underWay.permits.append(.sample("prm_5x", Digest(of: []), channel: "website"))
    let halfOut = Submission.full(1)
    let all = [halfOut, Self.done(2), differing, retracted, underWay]
    let found = try await found(store(kind, all)) { $0.awaitsPublishing = true }
    #expect(found == [underWay.id, differing.id, halfOut.id])
  }

  @Test(arguments: ConformanceTests.Kind.allCases)
  func `what went out urgently is found until leadership has confirmed it`(
    _ kind: ConformanceTests.Kind
  ) async throws {
    let urgency = ReleaseForm.Urgency(ground: "停诊", dutyLeader: "usr_li", validUntil: .start)
    let urgent = Revision.sample(1, urgency: urgency)
    let all = (1...4).map { number in
      var submission = Submission.sample(number)
      submission.state = .published
      submission.revisions = [number == 1 ? .sample(1) : urgent]
      guard number > 2 else { return submission }
      submission.votes = [
        .sample(ID("vot_\(number)"), urgent.contentDigest, stage: Vote.confirmationStage)
      ]
      if number == 3 { submission.votes[0].outdated = "returned" }
      return submission
    }
    let found = try await found(store(kind, all)) { $0.awaitsConfirmation = true }
    #expect(found == [all[2].id, all[1].id])
  }

  @Test(arguments: ConformanceTests.Kind.allCases)
  func `what publishing has to know of a draft is the draft's own`(
    _ kind: ConformanceTests.Kind
  ) async throws {
    let all = [Self.done(2), .full(1), .sample(3)]
    let store = try await store(kind, all)
    let summaries = all.map { SubmissionSummary(of: $0) }
    let releases = try await store.read { try $0.releases(of: summaries) }
    #expect(releases == all.map(Release.init(of:)))
  }

  @Test(arguments: ConformanceTests.Kind.allCases)
  func `the ledger has every waiver, open or over, with its draft`(
    _ kind: ConformanceTests.Kind
  ) async throws {
    let all = (1...6).map { number in
      var submission = Submission.full(number)
      let states: [Waiver.State] = [.pending, .granted, .denied, .revoked, .granted]
      if number < 6 { submission.waivers[0].state = states[number - 1] }
      if number == 6 { submission.waivers = [] }
      return submission
    }
    let store = try await store(kind, all)
    func ids(_ query: WaiverQuery) async throws -> [ID<Waiver>] {
      try await store.read { try $0.waivers(query).map(\.waiver.id) }
    }
    let end = Timestamp.start.adding(hours: 24)
    #expect(try await ids(WaiverQuery(isOver: false, at: .start)) == ["wvr_5", "wvr_2", "wvr_1"])
    #expect(try await ids(WaiverQuery(isOver: false, at: end)).isEmpty)
    var over = WaiverQuery(isOver: true, at: end, limit: 2)
    over.before = "wvr_5"
    #expect(try await ids(over) == ["wvr_4", "wvr_3"])
    let line = try await store.read {
      try $0.waivers(WaiverQuery(isOver: true, at: .start)).first
    }
    #expect(line?.draft == SubmissionSummary(of: all[3]))
    #expect(line?.waiver == all[3].waivers[0])
  }
}
