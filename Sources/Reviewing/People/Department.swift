/// A department (科室) of the institution.
package struct Department: Hashable, Codable, Sendable, Identified {
  package static let idPrefix = "dep"

  package let id: ID<Department>
  /// Short, lower-case ASCII, such as `finance`; unique.
  package let key: String
  package var name: String

  package init(id: ID<Department>, key: String, name: String) {
    self.id = id
    self.key = key
    self.name = name
  }
}

/// A column (栏目) and who answers for it (seed 2, 四(一)).
package struct Column: Hashable, Codable, Sendable, Identified {
  package static let idPrefix = "col"

  package let id: ID<Column>
  /// Short, lower-case ASCII, such as `price-notice`; unique.
  package let key: String
  package var name: String
  package var owner: ID<Department>
  /// Days after which the column counts as not kept up; nil where it need not be.
  package var freshnessDays: Int?
  /// Whether whatever appears here goes to leadership.
  package var escalates: Bool
  /// The class of drafts here, such as `kepu` or `news`, where a draft does not say; nil for none.
  package var draftClass: String?
  package var isActive: Bool
  package var version: Int

  package init(
    id: ID<Column>,
    key: String,
    name: String,
    owner: ID<Department>,
    freshnessDays: Int? = nil,
    escalates: Bool = false,
    draftClass: String? = nil,
    isActive: Bool = true,
    version: Int = 1
  ) {
    self.id = id
    self.key = key
    self.name = name
    self.owner = owner
    self.freshnessDays = freshnessDays
    self.escalates = escalates
    self.draftClass = draftClass
    self.isActive = isActive
    self.version = version
  }
}
