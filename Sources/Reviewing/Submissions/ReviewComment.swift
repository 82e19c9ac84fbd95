/// A remark on a submission; one that blocks must be resolved before a stage is passed.
package struct ReviewComment: Hashable, Sendable, Identified {
  package static let idPrefix = "cmt"

  package let id: ID<ReviewComment>
  package let author: ID<User>
  package let at: Timestamp
  package let revision: Int
  package let text: String
  /// The finding it is about; nil for the whole.
  package let fingerprint: String?
  package let isBlocking: Bool
  package var resolvedBy: ID<User>?
  package var resolvedAt: Timestamp?

  package init(
    id: ID<ReviewComment>,
    author: ID<User>,
    at: Timestamp,
    revision: Int,
    text: String,
    fingerprint: String?,
    isBlocking: Bool,
    resolvedBy: ID<User>? = nil,
    resolvedAt: Timestamp? = nil
  ) {
    self.id = id
    self.author = author
    self.at = at
    self.revision = revision
    self.text = text
    self.fingerprint = fingerprint
    self.isBlocking = isBlocking
    self.resolvedBy = resolvedBy
    self.resolvedAt = resolvedAt
  }
}
