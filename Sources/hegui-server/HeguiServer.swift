import ArgumentParser
import Foundation
import Glibc

/// `hegui serve` and `hegui gate`: the review gate, its server and its commands.
@main
struct HeguiServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hegui",
    abstract: "合规：发布前的审核关口（the review gate）",
    discussion: "退出状态：0 通过；1 不通过或被拒绝；2 没能办成（用法、网络、文件有误）。",
    version: toolVersion,
    subcommands: [ServeCommand.self, GateCommand.self]
  )

  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    Glibc.exit(await status())
  }

  private static func status() async -> Int32 {
    do {
      var command = try parseAsRoot()
      if var running = command as? any AsyncParsableCommand {
        try await running.run()
      } else {
        try command.run()
      }
      return 0
    } catch let failure as CommandFailure {
      warn(failure.message)
      return failure.status
    } catch {
      let code = exitCode(for: error)
      // A mistake in the words of a command is status 2, as of `lint`.
      let isUsage = code.rawValue == ExitCode.validationFailure.rawValue
      // What is not of the command line's words speaks for itself.
      let text = code == .failure ? "\(error)" : fullMessage(for: error)
      if code.isSuccess { print(text) } else { warn(text.isEmpty ? "\(error)" : text) }
      return code.isSuccess ? 0 : isUsage || code.rawValue == 1 ? 2 : code.rawValue
    }
  }
}

let toolVersion = "0.1.0"

/// Why a command ends: 1 for a no, 2 for what could not be done.
struct CommandFailure: Error {
  let message: String
  var status: Int32 = 2
}

/// To standard error, so that standard output has results alone.
func warn(_ text: String) {
  FileHandle.standardError.write(Data("hegui: \(text)\n".utf8))
}
