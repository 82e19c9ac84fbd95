/// A source that rules rest on, of `rules/sources.yml`.
package struct RuleSource: Hashable, Sendable {
  /// How well the text of a source is known to those who wrote the rules.
  package enum Standing: String, Sendable, CaseIterable {
    /// Read in full, in an official text.
    case verified
    /// Known from reports and excerpts.
    case reported
    /// Known from memory; no rule is an error on its account alone.
    case unverified
  }

  package let title: String
  /// Empty where unknown.
  package let issuer: String
  /// Empty where unknown.
  package let date: String
  package let standing: Standing

  package init(
    title: String,
    issuer: String = "",
    date: String = "",
    standing: Standing = .verified
  ) {
    self.title = title
    self.issuer = issuer
    self.date = date
    self.standing = standing
  }
}
