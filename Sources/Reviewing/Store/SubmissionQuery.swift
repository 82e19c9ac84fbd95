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
  /// Only those that went the urgent way and have no written word of leadership since.
  package var awaitsConfirmation = false
  /// Only those with a channel where nothing is out yet, or what is out was not found to be as approved.
  package var awaitsPublishing = false
  /// The last one of the page before.
  package var before: ID<Submission>?
  package var limit: Int

  package init(limit: Int = 50) { self.limit = limit }
}

extension StoreReading {
  /// All that a query asks for, whatever its limit.
  package func allSubmissions(_ query: SubmissionQuery) throws -> [SubmissionSummary] {
    var query = query
    query.limit = 500
    var found: [SubmissionSummary] = []
    while true {
      let page = try submissions(query)
      found += page
      guard page.count == query.limit, let last = page.last else { return found }
      query.before = last.id
    }
  }
}

/// Which waivers are asked for.
package struct WaiverQuery: Hashable, Sendable {
  /// Those that are over, in place of those that wait for a decision or hold.
  package var isOver: Bool
  package let now: Timestamp
  /// The last one of the page before.
  package var before: ID<Waiver>?
  /// Nil for all.
  package var limit: Int?

  package init(isOver: Bool, at now: Timestamp, limit: Int? = nil) {
    self.isOver = isOver
    self.now = now
    self.limit = limit
  }
}

/// A waiver with the draft that it belongs to.
package struct WaiverLine: Hashable, Sendable {
  package let draft: SubmissionSummary
  package let waiver: Waiver

  package init(draft: SubmissionSummary, waiver: Waiver) {
    self.draft = draft
    self.waiver = waiver
  }
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
