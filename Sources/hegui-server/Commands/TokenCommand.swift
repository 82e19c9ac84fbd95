import ArgumentParser
import Reviewing
import Serving
import Storing

struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "程序用的令牌",
    subcommands: [Create.self]
  )

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "造一个令牌，只打印这一次")

    @OptionGroup var place: DataArguments

    @Option(help: ArgumentHelp("谁的令牌（登录名）；能做的不会多过本人", valueName: "name"))
    var user: String

    @Option(help: ArgumentHelp("用途，如 ci", valueName: "word"))
    var kind = "ci"

    @Option(help: ArgumentHelp("权限，可重复：\(scopeNames)；默认 check、read", valueName: "scope"))
    var scope: [String] = []

    @Option(help: ArgumentHelp("多少天后失效，最多 365", valueName: "days"))
    var days = 90

    func run() async throws {
      guard APIToken.days.contains(days) else {
        throw CommandFailure(message: "--days 为 1 到 365（1 to 365）")
      }
      let scopes = try scope.isEmpty ? [Scope.check, .read] : scope.map(Self.scope)
      let home = try await place.home()
      let (text, now, desk) = (TokenText(kind: kind), Timestamp.now, AccountDesk(ids: IDSource()))
      let (name, kind, days) = (user, kind, days)
      try await home.store.write { writing in
        guard let user = try writing.user(named: name) else {
          throw CommandFailure(message: "没有登录名 \(name)（no such person）")
        }
        _ = try desk.addToken(
          hashed: text.hash,
          of: user.id,
          named: kind,
          scopes: Set(scopes),
          days: days,
          by: GateHome.doer,
          at: now,
          in: writing
        )
      }
      try home.store.close()
      print(text.text)
    }

    private static func scope(_ name: String) throws -> Scope {
      guard let scope = Scope(rawValue: name) else {
        throw CommandFailure(message: "没有权限 \(name)，可用（scopes are）：\(scopeNames)")
      }
      return scope
    }
  }
}

private let scopeNames = Scope.allCases.map(\.rawValue).joined(separator: ", ")
