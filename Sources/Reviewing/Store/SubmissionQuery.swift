package import Linting

/// Which submissions are asked for; nil is any.
package struct SubmissionQuery: Hashable, Sendable {
  package var states: Set<SubmissionState>?
  package var stage: String?
  package var department: ID<Department>?
  package var column: ID<Column>?
  package var creator: ID<User>?
  /// Part of the title, byte for byte.
  package var text: String?
  /// Only those for which a waiver was ever asked.
  package var hasWaivers = false
  /// The last one of the page before.
  package var before: ID<Submission>?
  package var limit: Int

  package init(limit: Int = 50) { self.limit = limit }
}

/// A line of a list of submissions.
package struct SubmissionSummary: Hashable, Sendable {
  package let id: ID<Submission>
  package let title: String
  package let state: SubmissionState
  package let stage: String?
  package let department: ID<Department>
  package let column: ID<Column>?
  package let creator: ID<User>
  package let revision: Int
  package let verdict: Verdict?
  package let isEscalated: Bool
  package let createdAt: Timestamp
  package let updatedAt: Timestamp
  package let waitingSince: Timestamp?
  package let version: Int

  package init(
    id: ID<Submission>,
    title: String,
    state: SubmissionState,
    stage: String?,
    department: ID<Department>,
    column: ID<Column>?,
    creator: ID<User>,
    revision: Int,
    verdict: Verdict?,
    isEscalated: Bool,
    createdAt: Timestamp,
    updatedAt: Timestamp,
    waitingSince: Timestamp?,
    version: Int
  ) {
    self.id = id
    self.title = title
    self.state = state
    self.stage = stage
    self.department = department
    self.column = column
    self.creator = creator
    self.revision = revision
    self.verdict = verdict
    self.isEscalated = isEscalated
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.waitingSince = waitingSince
    self.version = version
  }

  package init(of submission: Submission) {
    id = submission.id
    title = submission.current?.canonical.title ?? ""
    state = submission.state
    stage = submission.stage
    department = submission.department
    column = submission.current?.manuscript.column
    creator = submission.creator
    revision = submission.current?.number ?? 0
    verdict = submission.current?.check.verdict
    isEscalated = submission.escalations.contains { $0.lifted == nil }
    createdAt = submission.createdAt
    updatedAt = submission.updatedAt
    waitingSince = submission.waitingSince
    version = submission.version
  }
}
