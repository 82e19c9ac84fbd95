import GRDB
import Reviewing

struct ColumnRow: StoredRow {
  static let table = "column"
  static let key = ["id"]

  let id: ID<Reviewing.Column>
  let key: String
  let name: String
  let owner: ID<Department>
  let freshnessDays: Int?
  let escalates: Bool
  let draftClass: String?
  let isActive: Bool
  let version: Int
}

extension ColumnRow {
  init(_ column: Reviewing.Column) {
    self.init(
      id: column.id,
      key: column.key,
      name: column.name,
      owner: column.owner,
      freshnessDays: column.freshnessDays,
      escalates: column.escalates,
      draftClass: column.draftClass,
      isActive: column.isActive,
      version: column.version
    )
  }

  var column: Reviewing.Column {
    Reviewing.Column(
      id: id,
      key: key,
      name: name,
      owner: owner,
      freshnessDays: freshnessDays,
      escalates: escalates,
      draftClass: draftClass,
      isActive: isActive,
      version: version
    )
  }
}
