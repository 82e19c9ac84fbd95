package import Reading

/// An example that is at once test and reference.
package struct RuleCase: Sendable {
  /// What the example shows; empty where it speaks for itself.
  package let note: String
  /// A draft in Markdown (in HTML where it starts with `<`), with `⟦…⟧` around each expected finding.
  package let draft: String
  /// Whether at least one finding of the rule is expected.
  package let isFlagged: Bool
  /// The draft after the rule's fixes, safe or not; nil where the rule offers none.
  package let fixed: String?
  package let profile: Profile?
  /// What is known of files beside the draft, by the address that it names them by.
  package let beside: [String: FileBeside]
  /// What the organisation says of its columns.
  package let columns: [String: ColumnSetting]

  private init(
    note: String,
    draft: String,
    isFlagged: Bool,
    fixed: String?,
    profile: Profile?,
    beside: [String: FileBeside],
    columns: [String: ColumnSetting]
  ) {
    self.note = note
    self.draft = draft
    self.isFlagged = isFlagged
    self.fixed = fixed
    self.profile = profile
    self.beside = beside
    self.columns = columns
  }

  /// A draft without a finding of this rule.
  package static func ok(
    _ note: String,
    _ draft: String,
    profile: Profile? = nil,
    beside: [String: FileBeside] = [:],
    columns: [String: ColumnSetting] = [:]
  ) -> Self {
    Self(
      note: note,
      draft: draft,
      isFlagged: false,
      fixed: nil,
      profile: profile,
      beside: beside,
      columns: columns
    )
  }

  /// A draft with findings of this rule: at each `⟦…⟧`, or about the whole draft where there is no mark.
  package static func flags(
    _ note: String,
    _ draft: String,
    fixed: String? = nil,
    profile: Profile? = nil,
    beside: [String: FileBeside] = [:],
    columns: [String: ColumnSetting] = [:]
  ) -> Self {
    Self(
      note: note,
      draft: draft,
      isFlagged: true,
      fixed: fixed,
      profile: profile,
      beside: beside,
      columns: columns
    )
  }
}

/// Where a draft is to appear.
package enum Profile: String, Sendable, CaseIterable {
  case wechat
  case website
  case govmedia
}
