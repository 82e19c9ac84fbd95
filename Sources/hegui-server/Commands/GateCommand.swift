import ArgumentParser

struct GateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "审核关口的命令（commands of the review gate）",
    subcommands: [
      InitCommand.self, UserCommand.self, TokenCommand.self, BackupCommand.self,
      RestoreCommand.self, KeyCommand.self, AuditCommand.self, SubmitCommand.self,
      StatusCommand.self,
      VerifyCommand.self, PublishCommand.self,
    ]
  )
}

/// Where the data lies; for commands that no server runs beside.
struct DataArguments: ParsableArguments {
  @Option(help: ArgumentHelp("数据文件夹", valueName: "dir"))
  var data = "gate-data"

  @Option(help: ArgumentHelp("审计锚点文件", valueName: "file"))
  var anchors: String?

  func home(isNew: Bool = false) async throws -> GateHome {
    try await GateHome(data, anchors: anchors, isNew: isNew)
  }
}
