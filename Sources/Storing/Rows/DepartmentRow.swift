import GRDB
import Reviewing

struct DepartmentRow: StoredRow {
  static let table = "department"
  static let key = ["id"]

  let id: ID<Department>
  let key: String
  let name: String
}

extension DepartmentRow {
  init(_ department: Department) {
    self.init(
      id: department.id,
      key: department.key,
      name: department.name
    )
  }

  var department: Department {
    Department(
      id: id,
      key: key,
      name: name
    )
  }
}
