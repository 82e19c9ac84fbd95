import GRDB
import Reviewing

extension Transaction {
  func chain() throws -> String {
    guard let chain = try String.fetchOne(database, sql: "SELECT chain FROM store") else {
      throw StoreError.damaged("the chain has no name")
    }
    return chain
  }

  func auditHead() throws -> (sequence: Int64, hash: String)? {
    let statement = try database.cachedStatement(sql: "SELECT sequence, hash FROM audit_head")
    guard let row = try Row.fetchOne(statement) else {
      throw StoreError.damaged("the record has no head")
    }
    return row["sequence"] == Int64(0) ? nil : (row["sequence"], row["hash"])
  }

  func auditEntries(after sequence: Int64, limit: Int, subject: String?) throws -> [AuditEntry] {
    let rows =
      if let subject {
        try all(
          AuditEntryRow.self,
          "WHERE subject_id = ? AND sequence > ? ORDER BY sequence LIMIT ?",
          [subject, sequence, limit]
        )
      } else {
        try all(
          AuditEntryRow.self,
          "WHERE sequence > ? ORDER BY sequence LIMIT ?",
          [sequence, limit]
        )
      }
    return rows.map(\.entry)
  }

  func checkpoints() throws -> [Checkpoint] {
    try all(CheckpointRow.self, "ORDER BY sequence").map(\.checkpoint)
  }

  @discardableResult
  func append(_ event: AuditEvent) throws -> AuditEntry {
    let entry = AuditChain.entry(for: event, after: try auditHead())
    try database.insert(AuditEntryRow(entry))
    return entry
  }

  func save(_ checkpoint: Checkpoint) throws { try database.insert(CheckpointRow(checkpoint)) }
}
