/// What publishing has to know of a submission: where it goes and how far it has come, and nothing of its texts.
package struct Release: Hashable, Sendable {
  package let summary: SubmissionSummary
  package let approvedAt: Timestamp?
  /// Where the current revision is to appear.
  package let channels: [String]
  /// In the order of their making.
  package let permits: [Permit]
  package let publications: [Publication]

  package init(
    summary: SubmissionSummary,
    approvedAt: Timestamp?,
    channels: [String],
    permits: [Permit],
    publications: [Publication]
  ) {
    self.summary = summary
    self.approvedAt = approvedAt
    self.channels = channels
    self.permits = permits
    self.publications = publications
  }

  package init(of submission: Submission) {
    summary = SubmissionSummary(of: submission)
    approvedAt = submission.approvedAt
    channels = submission.current?.manuscript.channels ?? []
    permits = submission.permits
    publications = submission.publications
  }
}
