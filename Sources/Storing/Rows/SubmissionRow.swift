import GRDB
import Linting
import Reviewing

struct SubmissionRow: StoredRow {
  static let table = "submission"
  static let key = ["id"]

  let id: ID<Submission>
  let department: ID<Department>
  let creator: ID<User>
  let createdAt: Timestamp
  let updatedAt: Timestamp
  let version: Int
  let state: SubmissionState
  let stage: String?
  let stages: [String]
  let policy: Int?
  let waitingSince: Timestamp?
  let approvedAt: Timestamp?
  let predecessor: ID<Submission>?
  let relation: Submission.Predecessor.Relation?
  let escalations: [EscalationGround]
  /// From here on what lists show of the current revision.
  let title: String
  let column: ID<Reviewing.Column>?
  let revision: Int
  let verdict: Verdict?
  let isEscalated: Bool
}

extension SubmissionRow {
  init(_ submission: Submission) {
    let summary = SubmissionSummary(of: submission)
    self.init(
      id: submission.id,
      department: submission.department,
      creator: submission.creator,
      createdAt: submission.createdAt,
      updatedAt: submission.updatedAt,
      version: submission.version,
      state: submission.state,
      stage: submission.stage,
      stages: submission.stages,
      policy: submission.policy,
      waitingSince: submission.waitingSince,
      approvedAt: submission.approvedAt,
      predecessor: submission.predecessor?.id,
      relation: submission.predecessor?.relation,
      escalations: submission.escalations,
      title: summary.title,
      column: summary.column,
      revision: summary.revision,
      verdict: summary.verdict,
      isEscalated: summary.isEscalated
    )
  }

  /// Without its parts.
  var submission: Submission {
    var submission = Submission(
      id: id,
      department: department,
      creator: creator,
      createdAt: createdAt,
      predecessor: predecessor.flatMap { id in
        relation.map { Submission.Predecessor(id: id, relation: $0) }
      }
    )
    submission.updatedAt = updatedAt
    submission.version = version
    submission.state = state
    submission.stage = stage
    submission.stages = stages
    submission.policy = policy
    submission.waitingSince = waitingSince
    submission.approvedAt = approvedAt
    submission.escalations = escalations
    return submission
  }
}
