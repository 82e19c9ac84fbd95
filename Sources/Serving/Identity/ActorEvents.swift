import Reviewing

extension Actor {
  /// What is recorded of something that this person does to an account, a column or the like.
  func event(
    _ action: String,
    _ kind: String,
    _ id: String,
    at now: Timestamp,
    _ data: JSON = [:]
  ) -> AuditEvent {
    AuditEvent(
      at: now,
      doer: doer,
      action: action,
      subject: AuditEntry.Subject(kind: kind, id: id),
      data: data
    )
  }
}
