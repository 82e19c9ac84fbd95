/// What an organisation says of a column that its drafts appear in.
package struct ColumnSetting: Hashable, Sendable {
  /// The class of its drafts, such as `kepu` or `news`.
  package var draftClass: String?
  /// Who answers for it.
  package var department: String?

  package init() {}
}
