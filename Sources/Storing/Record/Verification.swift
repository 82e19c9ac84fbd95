import Foundation
import GRDB
package import Reviewing

extension SQLiteStore {
  /// Signs the end of the record now.
  @discardableResult
  package func checkpoint(at now: Timestamp) async throws -> Checkpoint? {
    try await pool.writeWithoutTransaction { [key, anchors] database in
      var checkpoint: Checkpoint?
      try database.inTransaction(.immediate) {
        checkpoint = try Transaction(database, key).checkpoint(at: now)
        return .commit
      }
      if let checkpoint { try anchors.append([Anchor(checkpoint)]) }
      return checkpoint
    }
  }

  /// Verifies the record as it is now, while others write.
  package func verifyAudit(code: AuditCode?) async throws -> AuditReport {
    // Before the database, which may be ahead of them but not behind.
    let anchors = try anchors.read()
    return try await pool.read { [key, verifyingKeys] in
      try Transaction($0, key).verify(anchors: anchors, keys: verifyingKeys, code: code)
    }
  }

  /// Verifies the record of a folder that another process may have open; changes nothing.
  package static func verifyAudit(
    _ folder: DataFolder,
    anchors path: String? = nil,
    code: AuditCode? = nil
  ) throws -> AuditReport {
    guard folder.hasDatabase else { throw StoreError.missing(path: folder.database) }
    let key = try folder.signingKey()
    let keys = try folder.verifyingKeys()
    let anchors = try AnchorFile(path: path ?? folder.anchors).read()
    var configuration = Configuration.ofStore
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: folder.database, configuration: configuration)
      return try queue.read {
        _ = try Migrator().check($0)
        return try Transaction($0, key).verify(anchors: anchors, keys: keys, code: code)
      }
    } catch let error as DatabaseError {
      throw StoreError(error, of: folder.database)
    }
  }
}

extension Transaction {
  func verify(anchors: [Anchor]?, keys: [VerifyingKey], code: AuditCode?) throws -> AuditReport {
    var verifier = AuditVerifier(
      chain: try chain(),
      checkpoints: try checkpoints(),
      anchors: anchors,
      keys: keys,
      code: code
    )
    let sql = "SELECT \(AuditEntryRow.columns) FROM audit_entry ORDER BY sequence"
    let entries = try Row.fetchCursor(database, sql: sql)
    while let row = try entries.next() { verifier.read(AuditEntryRow.entry(row)) }
    return verifier.finish(head: try auditHead())
  }
}

extension AuditEntryRow {
  fileprivate static let columns = """
    sequence, at, user, display_name, means, address, request_id, action, subject_kind, \
    subject_id, subject_revision, data, previous, hash
    """

  /// By place rather than by name: a record is long.
  fileprivate static func entry(_ row: Row) -> AuditEntry {
    AuditEntryRow(
      sequence: row[0],
      at: Timestamp(milliseconds: row[1]),
      user: (row[2] as String?).map { ID($0) },
      displayName: row[3],
      means: row[4],
      address: row[5],
      requestId: row[6],
      action: row[7],
      subjectKind: row[8],
      subjectId: row[9],
      subjectRevision: row[10],
      data: row[11],
      previous: row[12],
      hash: row[13]
    ).entry
  }
}
