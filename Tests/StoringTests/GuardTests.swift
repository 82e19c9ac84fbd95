import Foundation
import GRDB
import Reviewing
import Testing

@testable import Storing

/// The schema refuses what no program of ours would do.
struct GuardTests {
  private let place = TestFolder()

  private func store() async throws -> SQLiteStore {
    let store = try await place.open()
    try await store.write { writing in
      try writing.populate()
      try writing.save(Submission.full(1), since: nil)
      for number in 1...3 { try writing.append("a", number: Int64(number)) }
    }
    return store
  }

  @Test(
    arguments: [
      "UPDATE audit_entry SET action = 'b' WHERE sequence = 2", "DELETE FROM audit_entry",
      "DELETE FROM checkpoint", "UPDATE checkpoint SET head = head", "DELETE FROM revision",
      "UPDATE revision SET note = 'x'", "UPDATE manuscript SET text = x'00'", "DELETE FROM vote",
      "UPDATE vote SET decision = 'reject'", "DELETE FROM waiver", "DELETE FROM step_note",
      "UPDATE step_note SET text = 'x'", "UPDATE waiver SET note = 'x'",
      "UPDATE permit SET state = 'issued', consumer = NULL, consumed_at = NULL",
      "UPDATE permit SET expires_at = 9e15", "DELETE FROM submission",
      "UPDATE submission SET version = 0", "UPDATE submission SET state = 'done'",
      "UPDATE submission SET state = 'in_review'", "UPDATE policy SET content = '{}'",
      "INSERT INTO audit_entry SELECT 9, at, user, display_name, means, address, request_id, "
        + "action, subject_kind, subject_id, subject_revision, data, previous, hash "
        + "FROM audit_entry WHERE sequence = 3",
      "INSERT INTO vote SELECT 'vot_9', submission, 9, stage, decision, voter, at, 7, "
        + "content_digest, comment, checklist, relaxed, outdated FROM vote",
      "UPDATE submission SET creator = 'usr_nobody'",
      "UPDATE \"user\" SET roles = 'not JSON'", "UPDATE submission SET created_at = 'soon'",
    ]
  )
  func `the schema refuses`(_ sql: String) async throws {
    let store = try await store()
    await #expect(throws: DatabaseError.self) {
      try await store.pool.write { try $0.execute(sql: sql) }
    }
  }

  @Test func `an outdated vote never counts again`() async throws {
    let store = try await store()
    try await store.pool.write { try $0.execute(sql: "UPDATE vote SET outdated = 'changed'") }
    await #expect(throws: DatabaseError.self) {
      try await store.pool.write { try $0.execute(sql: "UPDATE vote SET outdated = NULL") }
    }
  }

  @Test func `text that SQLite would cut off is refused`() async throws {
    let store = try await store()
    let user = User(
      id: "usr_x",
      name: "x",
      displayName: "a\u{0}b",
      department: "dep_a",
      roles: [],
      createdAt: .start
    )
    await #expect(throws: StoreError.zeroByte(table: "user", column: "display_name")) {
      try await store.write { try $0.save(user) }
    }
  }

  @Test func `commits are synchronous and references are checked on the writing connection`()
    async throws
  {
    let store = try await store()
    let settings = try await store.pool.writeWithoutTransaction { database in
      try ["synchronous", "foreign_keys", "journal_mode"]
        .map { try String.fetchOne(database, sql: "PRAGMA \($0)") }
    }
    #expect(settings == ["2", "1", "wal"])
    let attributes = try FileManager.default.attributesOfItem(atPath: place.folder.database)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}
