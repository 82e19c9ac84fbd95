import ArgumentParser
import Reviewing
import Storing

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "备份数据库并核对；服务运行时也可以"
  )

  @OptionGroup var place: DataArguments

  @Argument(help: ArgumentHelp("备份文件，不能已经存在", valueName: "file"))
  var file: String

  func run() async throws {
    do {
      let report = try DataFolder(place.data).backUp(to: file, anchors: place.anchors)
      print("已备份到 \(file)，审计记录 \(report.entries) 条，核对无误（backed up and verified）")
    } catch {
      throw CommandFailure(message: "\(error)")
    }
  }
}

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "用备份换下数据库；原来的留在 backups 里"
  )

  @OptionGroup var place: DataArguments

  @Argument(help: ArgumentHelp("备份文件", valueName: "file"))
  var file: String

  func run() async throws {
    do {
      let restore = Restore(
        folder: DataFolder(place.data),
        backup: file,
        anchors: place.anchors,
        doer: GateHome.doer,
        at: .now
      )
      let report = try await restore.run()
      print("已恢复，审计记录 \(report.entries) 条（restored）")
    } catch {
      throw CommandFailure(message: "\(error)")
    }
  }
}

struct KeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "签名的密钥",
    subcommands: [Change.self]
  )

  struct Change: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "换一把新密钥；旧的公钥留着，以前的检查点和许可仍能核对"
    )

    @OptionGroup var place: DataArguments

    func run() async throws {
      do {
        let change = KeyChange(
          folder: DataFolder(place.data),
          anchors: place.anchors,
          doer: GateHome.doer,
          at: .now
        )
        print("新密钥 \(try await change.run())（the new key）")
      } catch {
        throw CommandFailure(message: "\(error)")
      }
    }
  }
}

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "审计记录",
    subcommands: [Verify.self]
  )

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "核对审计记录：改动、插入、换序、删除、截尾、整链替换；服务运行时也可以"
    )

    @OptionGroup var place: DataArguments

    @Option(help: ArgumentHelp("纸质发布表上的检查点码", valueName: "code"))
    var code: String?

    func run() async throws {
      let typed = try code.map { text in
        guard let code = AuditCode(text) else {
          throw CommandFailure(message: "\(text) 不是检查点码（not a code of a form）")
        }
        return code
      }
      let report: AuditReport
      do {
        report = try SQLiteStore.verifyAudit(
          DataFolder(place.data),
          anchors: place.anchors,
          code: typed
        )
      } catch {
        throw CommandFailure(message: "\(error)")
      }
      print("记录 \(report.entries) 条，检查点 \(report.checkpoints)，锚点 \(report.anchors)")
      for fault in report.faults { print("✗ \(fault.kind.rawValue) 第 \(fault.sequence) 条") }
      guard report.isSound else {
        throw CommandFailure(message: "审计记录被动过（the record was tampered with）", status: 1)
      }
      print("✓ 核对无误（sound）")
    }
  }
}
