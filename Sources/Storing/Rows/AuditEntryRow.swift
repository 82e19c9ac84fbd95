import GRDB
import Reviewing

struct AuditEntryRow: StoredRow {
  static let table = "audit_entry"
  static let key = ["sequence"]

  let sequence: Int64
  let at: Timestamp
  let user: ID<User>?
  let displayName: String
  let means: String
  let address: String
  let requestId: String
  let action: String
  let subjectKind: String
  let subjectId: String
  let subjectRevision: Int?
  let data: String
  let previous: String
  let hash: String
}

extension AuditEntryRow {
  init(_ entry: AuditEntry) {
    self.init(
      sequence: entry.sequence,
      at: entry.at,
      user: entry.doer.user,
      displayName: entry.doer.displayName,
      means: entry.doer.means,
      address: entry.doer.address,
      requestId: entry.doer.requestID,
      action: entry.action,
      subjectKind: entry.subject.kind,
      subjectId: entry.subject.id,
      subjectRevision: entry.subject.revision,
      data: entry.canonicalData,
      previous: entry.previous,
      hash: entry.hash
    )
  }

  var entry: AuditEntry {
    AuditEntry(
      sequence: sequence,
      at: at,
      doer: AuditEntry.Doer(
        user: user,
        displayName: displayName,
        means: means,
        address: address,
        requestID: requestId
      ),
      action: action,
      subject: AuditEntry.Subject(kind: subjectKind, id: subjectId, revision: subjectRevision),
      canonicalData: data,
      previous: previous,
      hash: hash
    )
  }
}
