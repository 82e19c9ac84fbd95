import GRDB
import Linting
import Reviewing

/// What a list shows of a submission.
struct SummaryRow: Decodable, FetchableRecord {
  static var databaseColumnDecodingStrategy: DatabaseColumnDecodingStrategy {
    .convertFromSnakeCase
  }

  let id: ID<Submission>
  let title: String
  let state: SubmissionState
  let stage: String?
  let department: ID<Department>
  let column: ID<Reviewing.Column>?
  let creator: ID<User>
  let revision: Int
  let verdict: Verdict?
  let isEscalated: Bool
  let createdAt: Timestamp
  let updatedAt: Timestamp
  let waitingSince: Timestamp?
  let version: Int

  var summary: SubmissionSummary {
    SubmissionSummary(
      id: id,
      title: title,
      state: state,
      stage: stage,
      department: department,
      column: column,
      creator: creator,
      revision: revision,
      verdict: verdict,
      isEscalated: isEscalated,
      createdAt: createdAt,
      updatedAt: updatedAt,
      waitingSince: waitingSince,
      version: version
    )
  }
}

/// What a list of what is published shows beside that.
struct ReleaseRow: Decodable, FetchableRecord {
  static var databaseColumnDecodingStrategy: DatabaseColumnDecodingStrategy {
    .convertFromSnakeCase
  }

  let id: ID<Submission>
  let approvedAt: Timestamp?
  let channels: [String]
}
