import ArgumentParser
import Reviewing
import Serving
import Storing

struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user",
    abstract: "人员",
    subcommands: [Add.self]
  )

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "添一位人员，打印一次性登录码")

    @OptionGroup var place: DataArguments

    @Argument(help: ArgumentHelp("登录名", valueName: "name"))
    var name: String

    @Option(help: "姓名")
    var displayName: String

    @Option(help: ArgumentHelp("科室的代号，如 finance", valueName: "key"))
    var department: String

    @Option(help: ArgumentHelp("角色，可重复：\(roleNames)", valueName: "role"))
    var role: [String]

    func run() async throws {
      let name = try signInName(name)
      let roles = try Set(role.map(Self.role))
      let home = try await place.home()
      let (link, now, desk) = (Secret(), Timestamp.now, AccountDesk(ids: IDSource()))
      let (key, display) = (department, displayName)
      try await home.store.write { writing in
        guard let department = try writing.departments().first(where: { $0.key == key }) else {
          throw CommandFailure(message: "没有科室 \(key)（no such department）")
        }
        let person = AccountDesk.NewUser(
          name: name,
          displayName: display,
          department: department.id,
          roles: roles
        )
        do {
          let user = try desk.add(person, by: GateHome.doer, at: now, in: writing)
          try writing.save(
            SignInLink(hash: link.hash, user: user.id, expiresAt: now.adding(hours: 24))
          )
        } catch AccountDesk.Fault.nameTaken {
          throw CommandFailure(message: "已有登录名 \(name)（the name is taken）")
        }
      }
      try home.store.close()
      print(link.text)
    }

    private static func role(_ name: String) throws -> Role {
      guard let role = Role(rawValue: name) else {
        throw CommandFailure(message: "没有角色 \(name)，可用（roles are）：\(roleNames)")
      }
      return role
    }
  }
}

private let roleNames = Role.allCases.map(\.rawValue).joined(separator: ", ")
