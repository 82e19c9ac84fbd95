import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Linting
import Reviewing
import Serving
import Storing

/// A small institution in a store of its own, with a token for everybody.
struct House: Sendable {
  let store: SQLiteStore
  let tokens: [String: String]
  let column: ID<Column>
  let users: [String: User]

  static let people: [(name: String, department: String, roles: Set<Role>)] = [
    ("writer", "clinic", [.submitter]), ("stranger", "office", [.submitter]),
    ("officer", "publicity", [.informationOfficer]), ("head", "publicity", [.secondReviewer]),
    ("leader", "office", [.leader]), ("publisher", "office", [.publisher]),
    ("auditor", "office", [.auditor]), ("admin", "office", [.administrator]),
  ]

  static func build(_ folder: TemporaryFolder) async throws -> House {
    let now = TestServer.now
    let store = try await SQLiteStore.open(DataFolder(folder.path), at: now)
    let ids = IDSource()
    var tokens: [String: String] = [:]
    var users: [String: User] = [:]
    var saved: [APIToken] = []
    let departments = ["clinic", "publicity", "office"].map {
      Department(id: ids.next(at: now), key: $0, name: "科室 \($0)")
    }
    for person in people {
      let department = departments.first { $0.key == person.department }
      let user = User(
        id: ids.next(at: now),
        name: person.name,
        displayName: "某\(person.name)",
        department: department?.id ?? ID(""),
        roles: person.roles,
        createdAt: now
      )
      users[person.name] = user
      let text = TokenText(kind: "test")
      tokens[person.name] = text.text
      saved.append(
        APIToken(
          id: ids.next(at: now),
          hash: text.hash,
          user: user.id,
          name: "test",
          scopes: Set(Scope.allCases),
          createdAt: now,
          expiresAt: now.adding(hours: 24)
        )
      )
    }
    let column = Column(
      id: ids.next(at: now),
      key: "news",
      name: "动态",
      owner: departments[0].id,
      freshnessDays: 14
    )
    let policy = PolicyVersion(
      number: 1,
      policy: .township,
      proposer: users["admin"]?.id ?? ID(""),
      proposedAt: now,
      activator: users["leader"]?.id,
      activatedAt: now
    )
    try await store.write { [users, saved] store in
      for department in departments { try store.save(department) }
      for user in users.values { try store.save(user) }
      try store.save(column)
      try store.save(policy)
      for token in saved { try store.save(token) }
    }
    return House(store: store, tokens: tokens, column: column.id, users: users)
  }

  /// Runs a test against the server over a house of its own.
  static func test<Value: Sendable>(
    _ settings: ServerSettings = TestServer.settings(),
    on setup: TestingSetup = .router,
    _ body: @Sendable (House, any TestClientProtocol) async throws -> Value
  ) async throws -> Value {
    let folder = TemporaryFolder()
    let house = try await build(folder)
    let application = try TestServer.application(house.store, settings)
    return try await application.test(setup) { try await body(house, $0) }
  }
}

/// A folder that goes when it is no longer held.
final class TemporaryFolder: Sendable {
  let path = FileManager.default.temporaryDirectory.path + "/hegui-test-\(UUID().uuidString)"

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Finds nothing but what a draft says of itself: each 【错】 is an error, 【敏】 escalates, 【密】 freezes.
struct MarkChecker: ManuscriptChecker {
  let ruleset = "sha256:" + String(repeating: "0", count: 64)

  func check(_ manuscript: Manuscript, at now: Timestamp) -> CheckResult {
    let isFrozen = manuscript.text.contains("【密】")
    var findings: [ReviewFinding] = []
    for number in 0..<manuscript.text.ranges(of: "【错】").count {
      findings.append(finding(.error, nil, number))
    }
    if manuscript.text.contains("【敏】") { findings.append(finding(.warning, .leadership)) }
    let verdict: Verdict =
      findings.contains { $0.severity == .error } ? .block : findings.isEmpty ? .pass : .review
    return CheckResult(
      verdict: isFrozen ? .review : verdict,
      findings: isFrozen ? [] : findings,
      freezing: isFrozen ? ["secrecy/mark"] : [],
      failure: nil,
      ruleset: ruleset,
      title: nil,
      today: "2026-11-21",
      checkedAt: now
    )
  }

  private func finding(
    _ severity: Severity,
    _ escalation: Escalation?,
    _ number: Int = 0
  ) -> ReviewFinding {
    let start = ReviewFinding.Position(line: 1, column: 1, byte: 0)
    return ReviewFinding(
      rule: "wording/\(severity.rawValue)",
      severity: severity,
      escalation: escalation,
      message: Localized("有问题", "a fault"),
      start: start,
      end: start,
      text: "",
      fingerprint: "mark-\(severity.rawValue)" + (number == 0 ? "" : "-\(number)"),
      matched: Digest(of: severity.rawValue.utf8)
    )
  }
}
