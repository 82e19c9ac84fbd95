/// What an operation comes to.
package struct Decision: Sendable {
  package let submission: Submission
  /// What goes into the record, in the transaction that saves the submission.
  package let events: [AuditEvent]
  /// Nothing to save: an unchanged save makes no revision.
  package let isUnchanged: Bool
  /// Why the answer is no all the same; the submission and the record are to be kept first.
  ///
  /// An attempt to publish other bytes than the approved ones is refused and remembered.
  package let refusal: Refusal?

  package init(
    submission: Submission,
    events: [AuditEvent],
    isUnchanged: Bool,
    refusal: Refusal? = nil
  ) {
    self.submission = submission
    self.events = events
    self.isUnchanged = isUnchanged
    self.refusal = refusal
  }
}
