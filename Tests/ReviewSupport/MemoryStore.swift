package import Reviewing
import Synchronization

/// A store of values in memory, for tests: one write at a time, and a write that throws leaves nothing behind.
package final class MemoryStore: ReviewStore {
  /// A request is answered once.
  struct AnsweredAlready: Error {}

  private let content: Mutex<Content>

  package init(chain: String = "test") { content = Mutex(Content(chainName: chain)) }

  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (any StoreReading) throws -> Value
  ) async throws -> Value {
    let snapshot = content.withLock { $0 }
    return try body(MemoryView(snapshot))
  }

  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (any StoreWriting) throws -> Value
  ) async throws -> Value {
    try content.withLock { content in
      let view = MemoryView(content)
      let value = try body(view)
      content = view.content
      return value
    }
  }
}

extension MemoryStore {
  /// Without checkpoints and anchors, of which this store makes none.
  package func verifyAudit(code: AuditCode?) async throws -> AuditReport {
    let content = content.withLock { $0 }
    var verifier = AuditVerifier(
      chain: content.chainName,
      checkpoints: content.checkpoints,
      anchors: nil,
      keys: [],
      code: code
    )
    for entry in content.entries { verifier.read(entry) }
    return verifier.finish(head: content.entries.last.map { ($0.sequence, $0.hash) })
  }
}

/// All that a store keeps.
struct Content: Sendable {
  let chainName: String
  var submissions: [ID<Submission>: Submission] = [:]
  var users: [ID<User>: User] = [:]
  var departments: [ID<Department>: Department] = [:]
  var columns: [ID<Column>: Column] = [:]
  var policies: [Int: PolicyVersion] = [:]
  var sessions: [Digest: Session] = [:]
  var tokens: [ID<APIToken>: APIToken] = [:]
  var links: [Digest: SignInLink] = [:]
  var answers: [String: (response: StoredResponse, at: Timestamp)] = [:]
  var entries: [AuditEntry] = []
  var checkpoints: [Checkpoint] = []
}
