import ArgumentParser
import Reviewing
import Serving
import Storing

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "新建数据：科室、栏目、审核制度、一位系统管理员"
  )

  @OptionGroup var place: DataArguments

  @Option(help: "预设的制度：township（卫生院）、center（卫生中心）")
  var preset = "township"

  @Option(help: ArgumentHelp("系统管理员的登录名（小写字母）", valueName: "name"))
  var admin: String

  func run() async throws {
    let name = try signInName(admin)
    let now = Timestamp.now
    let ids = IDSource()
    let institution = try Institution(preset: preset, ids: ids, now: now)
    guard !DataFolder(place.data).hasDatabase else {
      throw CommandFailure(message: "\(place.data) 已经有数据（there is data already）")
    }
    let home = try await place.home(isNew: true)
    let user = User(
      id: ids.next(at: now),
      name: name,
      displayName: admin,
      department: institution.department("information").id,
      roles: [.administrator],
      createdAt: now
    )
    let link = Secret()
    try await home.store.write { writing in
      try institution.save(proposer: user, at: now, in: writing)
      try writing.save(
        SignInLink(hash: link.hash, user: user.id, expiresAt: now.adding(hours: 24))
      )
    }
    try home.store.close()
    print("已建好 \(place.data)。系统管理员 \(name) 的一次性登录码（24 小时内有效，one-time sign-in code）：")
    print(link.text)
  }
}

/// What one signs in with: lower-case letters, digits and hyphens.
func signInName(_ name: String) throws -> String {
  guard User.isSignInName(name) else {
    throw CommandFailure(
      message: "登录名 \(name) 只能用小写字母、数字、连字符（2 到 32 个）（use a–z, 0–9 and hyphens）"
    )
  }
  return name
}
