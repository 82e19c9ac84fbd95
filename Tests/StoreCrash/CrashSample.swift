import Linting
import Reading
import Reviewing

/// What the writing process writes and the watching one expects, made from a number alone.
enum CrashSample {
  static let start = Timestamp(milliseconds: 1_790_000_000_000)
  private static let department: ID<Department> = ID("dep_1")
  private static let user: ID<User> = ID("usr_1")
  static let userName = "u"
  static let column: ID<Column> = ID("col_1")

  static func populate(_ writing: any StoreWriting) throws {
    try writing.save(Department(id: department, key: "d", name: "宣传科"))
    try writing.save(
      User(
        id: user,
        name: userName,
        displayName: "王敏",
        department: department,
        roles: [.submitter],
        createdAt: start
      )
    )
    try writing.save(Column(id: column, key: "c", name: "新闻", owner: department))
  }

  /// What a server needs besides.
  static func activatePolicy(_ writing: any StoreWriting) throws {
    try writing.save(
      PolicyVersion(
        number: 1,
        policy: .township,
        proposer: user,
        proposedAt: start,
        activator: user,
        activatedAt: start
      )
    )
  }

  /// Every draft gets five versions.
  static func id(_ number: Int64) -> ID<Submission> { ID("drf_\(100_000_000 + (number - 1) / 5)") }
  static func version(_ number: Int64) -> Int { Int((number - 1) % 5) + 1 }

  static func next(_ id: ID<Submission>, _ before: Submission?) -> Submission {
    var next =
      before ?? Submission(id: id, department: department, creator: user, createdAt: start)
    next.version = (before?.version ?? 0) + 1
    next.revisions.append(revision(next.revisions.count + 1, id))
    return next
  }

  private static func revision(_ number: Int, _ id: ID<Submission>) -> Revision {
    Revision(
      number: number,
      author: user,
      at: start,
      manuscript: Manuscript(
        format: .markdown,
        text: String(repeating: "第\(number)稿\(id)。", count: 50),
        column: column,
        channels: ["website"]
      ),
      form: ReleaseForm(),
      canonical: CanonicalContent(title: "题", blocks: [], links: [], images: []),
      change: .content,
      check: CheckResult(
        verdict: .pass,
        findings: [],
        freezing: [],
        failure: nil,
        ruleset: "r",
        title: nil,
        today: "2026-11-22",
        checkedAt: start
      ),
      note: ""
    )
  }

  static func event(_ number: Int64) -> AuditEvent {
    AuditEvent(
      at: start,
      doer: AuditEntry.Doer(
        user: user,
        displayName: "王敏",
        means: "session",
        address: "",
        requestID: "\(number)"
      ),
      action: number % 7 == 0 ? "permit.issue" : "draft.revise",
      subject: AuditEntry.Subject(kind: "draft", id: id(number).value, revision: version(number)),
      data: ["number": .int(number)]
    )
  }

  static func key(_ number: Int64) -> IdempotencyKey {
    IdempotencyKey(user: user, target: "POST", key: "\(number)", fingerprint: Digest(of: []))
  }

  static func answer(_ number: Int64) -> StoredResponse {
    StoredResponse(
      status: 201,
      headers: [:],
      body: Array("\(number)".utf8),
      fingerprint: Digest(of: [])
    )
  }
}
