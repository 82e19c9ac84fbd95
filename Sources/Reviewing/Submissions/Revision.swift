/// One version of what is to be published, which never changes.
package struct Revision: Hashable, Sendable {
  /// How much differs from the revision before, from little to much.
  package enum Change: String, Codable, Sendable, CaseIterable, Comparable {
    /// The markup: text, links and images are the same.
    case layout
    /// Also an image's alternative text.
    case imageText = "image_text"
    case content

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  }

  /// From 1.
  package let number: Int
  package let author: ID<User>
  package let at: Timestamp
  package let manuscript: Manuscript
  package let form: ReleaseForm
  /// What votes and permits name; of a frozen revision that of the empty text in its place.
  package let contentDigest: Digest
  package let canonical: CanonicalContent
  /// `content` for the first.
  package let change: Change
  package let check: CheckResult
  /// What the author says has been done.
  package let note: String

  package init(
    number: Int,
    author: ID<User>,
    at: Timestamp,
    manuscript: Manuscript,
    form: ReleaseForm,
    canonical: CanonicalContent,
    change: Change,
    check: CheckResult,
    note: String
  ) {
    self.number = number
    self.author = author
    self.at = at
    self.manuscript = manuscript
    self.form = form
    contentDigest = manuscript.contentDigest
    self.canonical = canonical
    self.change = change
    self.check = check
    self.note = note
  }
}
