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

  func auditEntries(before sequence: Int64, limit: Int, subject: String?) throws -> [AuditEntry] {
    let rows =
      if let subject {
        try all(
          AuditEntryRow.self,
          "WHERE subject_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?",
          [subject, sequence, limit]
        )
      } else {
        try all(
          AuditEntryRow.self,
          "WHERE sequence < ? ORDER BY sequence DESC LIMIT ?",
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
    if entry.isCheckpointDue(since: try lastCheckpoint()) {
      try checkpoint(at: entry.at)
    }
    return entry
  }

  func save(_ checkpoint: Checkpoint) throws { try database.insert(CheckpointRow(checkpoint)) }

  /// Signs the end of the chain, once; nil where there is nothing to sign.
  @discardableResult
  func checkpoint(at now: Timestamp) throws -> Checkpoint? {
    guard let head = try auditHead() else { return nil }
    let row = try first(CheckpointRow.self, where: "sequence = ?", [head.sequence])
    if let row { return row.checkpoint }
    let checkpoint = try Checkpoint(chain: try chain(), head: head, at: now, key: key)
    try save(checkpoint)
    return checkpoint
  }

  private func lastCheckpoint() throws -> Timestamp? {
    let sql = "SELECT at FROM checkpoint ORDER BY sequence DESC LIMIT 1"
    return try Timestamp.fetchOne(database.cachedStatement(sql: sql))
  }

  /// The checkpoints after an entry, and the end of the chain where none is there.
  func anchors(since sequence: Int64) throws -> [Anchor] {
    guard let head = try auditHead(), head.sequence > sequence else { return [] }
    let signed = try all(CheckpointRow.self, "WHERE sequence > ? ORDER BY sequence", [sequence])
      .map { Anchor($0.checkpoint) }
    guard signed.last?.sequence != head.sequence else { return signed }
    return signed + [Anchor(chain: try chain(), sequence: head.sequence, head: head.hash)]
  }

  /// Whether the record has the entry that was anchored last.
  func agrees(with anchor: Anchor?) throws -> Bool {
    guard let anchor else { return true }
    let sql = "SELECT hash FROM audit_entry WHERE sequence = ?"
    let hash = try String.fetchOne(database, sql: sql, arguments: [anchor.sequence])
    return try anchor.chain == chain() && hash == anchor.head
  }
}
