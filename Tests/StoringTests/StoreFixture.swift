import Foundation
import Reviewing
import Storing

/// A folder of its own for one test, gone after it.
final class TestFolder: Sendable {
  let folder = DataFolder(NSTemporaryDirectory() + "hegui-store-\(UUID().uuidString)")

  deinit { try? FileManager.default.removeItem(atPath: folder.path) }

  func open(anchors: String? = nil) async throws -> SQLiteStore {
    try await SQLiteStore.open(folder, anchors: anchors, at: .start)
  }
}

extension Timestamp {
  static let start = Timestamp(milliseconds: 1_790_000_000_000)
}

extension StoreWriting {
  /// The people, places and the policy that submissions name.
  func populate() throws {
    try save(Department(id: "dep_a", key: "publicity", name: "宣传科"))
    try save(Department(id: "dep_b", key: "finance", name: "财务科"))
    for name in ["wang", "li", "zhao"] {
      try save(
        User(
          id: ID("usr_\(name)"),
          name: name,
          displayName: "王敏",
          department: "dep_a",
          roles: [.submitter, .publisher, .secondReviewer],
          createdAt: .start
        )
      )
    }
    try save(Column(id: "col_news", key: "news", name: "院内新闻", owner: "dep_a"))
    try save(Column(id: "col_price", key: "price-notice", name: "价格公示", owner: "dep_b"))
    try save(PolicyVersion(number: 1, policy: .sample, proposer: "usr_wang", proposedAt: .start))
  }

  func append(_ action: String, at now: Timestamp = .start, number: Int64 = 0) throws {
    try append(
      AuditEvent(
        at: now,
        doer: AuditEntry.Doer(
          user: "usr_wang",
          displayName: "王敏",
          means: "session",
          address: "10.1.2.3",
          requestID: "r\(number)"
        ),
        action: action,
        subject: AuditEntry.Subject(kind: "draft", id: "drf_1", revision: 1),
        data: ["number": .int(number)]
      )
    )
  }
}

extension ID: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}
