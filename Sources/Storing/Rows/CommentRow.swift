import GRDB
import Reviewing

struct CommentRow: StoredRow {
  static let table = "review_comment"
  static let key = ["id"]

  let submission: ID<Submission>
  let position: Int
  let id: ID<ReviewComment>
  let author: ID<User>
  let at: Timestamp
  let revision: Int
  let text: String
  let fingerprint: String?
  let isBlocking: Bool
  let resolvedBy: ID<User>?
  let resolvedAt: Timestamp?
}

extension CommentRow {
  init(_ comment: ReviewComment, of submission: ID<Submission>, at position: Int) {
    self.init(
      submission: submission,
      position: position,
      id: comment.id,
      author: comment.author,
      at: comment.at,
      revision: comment.revision,
      text: comment.text,
      fingerprint: comment.fingerprint,
      isBlocking: comment.isBlocking,
      resolvedBy: comment.resolvedBy,
      resolvedAt: comment.resolvedAt
    )
  }

  var comment: ReviewComment {
    ReviewComment(
      id: id,
      author: author,
      at: at,
      revision: revision,
      text: text,
      fingerprint: fingerprint,
      isBlocking: isBlocking,
      resolvedBy: resolvedBy,
      resolvedAt: resolvedAt
    )
  }
}
