import GRDB
import Reviewing

struct UserRow: StoredRow {
  static let table = "user"
  static let key = ["id"]

  let id: ID<User>
  let name: String
  let displayName: String
  let department: ID<Department>
  let roles: [Role]
  let password: PasswordHash?
  let isDisabled: Bool
  let createdAt: Timestamp
  let version: Int
}

extension UserRow {
  init(_ user: User) {
    self.init(
      id: user.id,
      name: user.name,
      displayName: user.displayName,
      department: user.department,
      roles: user.roles.sorted { $0.rawValue < $1.rawValue },
      password: user.password,
      isDisabled: user.isDisabled,
      createdAt: user.createdAt,
      version: user.version
    )
  }

  var user: User {
    User(
      id: id,
      name: name,
      displayName: displayName,
      department: department,
      roles: Set(roles),
      password: password,
      isDisabled: isDisabled,
      createdAt: createdAt,
      version: version
    )
  }
}
