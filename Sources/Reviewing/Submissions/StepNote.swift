/// What somebody wrote when taking a step that leaves no vote, waiver or other record to hold it: the note to the
/// reviewers, the reason of a withdrawal, of a revoked permit, of a failed publication.
///
/// The record names it by id and digest; the words stand here.
package struct StepNote: Hashable, Sendable, Identified {
  package static let idPrefix = "nte"

  package let id: ID<StepNote>
  /// As in the record, such as `draft.submit`.
  package let action: String
  package let author: ID<User>
  package let at: Timestamp
  /// Never empty.
  package let text: String

  package init(
    id: ID<StepNote>,
    action: String,
    author: ID<User>,
    at: Timestamp,
    text: String
  ) {
    self.id = id
    self.action = action
    self.author = author
    self.at = at
    self.text = text
  }
}
