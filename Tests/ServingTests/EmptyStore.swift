import Linting
import Reviewing

/// A store with nobody and nothing in it, for what asks no store.
struct EmptyStore: ReviewStore {
  struct Absent: Error {}

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any StoreReading) throws -> Value
  ) async throws -> Value { throw Absent() }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any StoreWriting) throws -> Value
  ) async throws -> Value { throw Absent() }

  func verifyAudit(code: AuditCode?) async throws -> AuditReport { throw Absent() }
}
