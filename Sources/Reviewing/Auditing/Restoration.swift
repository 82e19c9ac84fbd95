/// What the record says of a restored backup: which entries, known from anchors, the backup did not have.
///
/// Without it a restored backup looks like a record whose end has been cut off, which it is.
package struct Restoration: Hashable, Sendable {
  package static let action = "audit.restore"

  /// The last entry that any anchor knew of; not more than the backup's where nothing was lost.
  package let lostUpTo: Int64
  /// SHA-256 of the file that was restored.
  package let backup: Digest

  package init(lostUpTo: Int64, backup: Digest) {
    self.lostUpTo = lostUpTo
    self.backup = backup
  }

  package init?(_ entry: AuditEntry) {
    guard entry.action.utf8.elementsEqual(Self.action.utf8), case .object(let members) = entry.data,
      case .int(let lost) = members["lost_up_to"], case .string(let backup) = members["backup"],
      let backup = Digest(backup)
    else { return nil }
    self.init(lostUpTo: lost, backup: backup)
  }

  package func event(by doer: AuditEntry.Doer, chain: String, at now: Timestamp) -> AuditEvent {
    AuditEvent(
      at: now,
      doer: doer,
      action: Self.action,
      subject: AuditEntry.Subject(kind: "store", id: chain),
      data: ["lost_up_to": .int(lostUpTo), "backup": .string(backup.description)]
    )
  }
}
