import GRDB
import Reviewing

struct VoteRow: StoredRow {
  static let table = "vote"
  static let key = ["id"]

  let submission: ID<Submission>
  let position: Int
  let id: ID<Vote>
  let stage: String
  let decision: Vote.Decision
  let voter: ID<User>
  let at: Timestamp
  let revision: Int
  let contentDigest: Digest
  let comment: String
  let checklist: [String]
  let relaxed: [String]
  let outdated: String?
}

extension VoteRow {
  init(_ vote: Vote, of submission: ID<Submission>, at position: Int) {
    self.init(
      submission: submission,
      position: position,
      id: vote.id,
      stage: vote.stage,
      decision: vote.decision,
      voter: vote.voter,
      at: vote.at,
      revision: vote.revision,
      contentDigest: vote.contentDigest,
      comment: vote.comment,
      checklist: vote.checklist,
      relaxed: vote.relaxed,
      outdated: vote.outdated
    )
  }

  var vote: Vote {
    Vote(
      id: id,
      stage: stage,
      decision: decision,
      voter: voter,
      at: at,
      revision: revision,
      contentDigest: contentDigest,
      comment: comment,
      checklist: checklist,
      relaxed: relaxed,
      outdated: outdated
    )
  }
}
