import ArgumentParser
import Glibc
import Rules
import SourceText

/// The program: parses the arguments, runs a command, and turns what happens into an exit status.
@main
struct Hegui: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hegui",
    abstract: "合规：检查医院公众号、网站稿件的规范与合规问题",
    discussion: "退出状态：0 没有达到 --fail-on 的问题；1 有；2 没能查完（用法、配置、文件有误）。",
    version: toolVersion,
    subcommands: [
      LintCommand.self, ExplainCommand.self, RulesCommand.self, CorpusCommand.self,
      InitCommand.self, ServeCommand.self, LSPCommand.self, GateCommand.self,
    ]
  )

  static func main() async {
    keepFreedMemory()
    // A reader that has gone away is found by write(2).
    signal(SIGPIPE, SIG_IGN)
    let (status, outcome) = await run()
    withExtendedLifetime(outcome) { end(status) }
  }

  /// Does not return, which whoever calls it is not to know: it would free all it holds before.
  @inline(never)
  private static func end(_ status: Int32) { Glibc.exit(status) }

  /// The status, and what a lint has left.
  private static func run() async -> (Int32, LintOutcome?) {
    do {
      try ServerCommands.handOver(CommandLine.arguments)
      if let outcome = try await lint() { return (outcome.status.rawValue, outcome) }
      return (0, nil)
    } catch {
      return (status(of: error), nil)
    }
  }

  /// Runs the command; nil where it is not `lint`.
  private static func lint() async throws -> LintOutcome? {
    if let choice = PlainLint.choice(of: Array(CommandLine.arguments.dropFirst())) {
      return try await choice.run()
    }
    var command = try parseAsRoot()
    if let lint = command as? LintCommand { return try await lint.choice.run() }
    try command.run()
    return nil
  }

  /// Whether the command line says `--lang en`, whatever else is wrong with it.
  private static var asksForEnglish: Bool {
    let words = CommandLine.arguments
    return words.contains("--lang=en")
      || zip(words, words.dropFirst()).contains { $0 == ("--lang", "en") }
  }

  private static func status(of error: any Error) -> Int32 {
    do {
      throw error
    } catch let code as ExitCode {
      return code.rawValue
    } catch let error as CommandError {
      warn(error.message)
    } catch let error as RulePackError {
      warn(asksForEnglish ? error.english : error.description)
    } catch let error as FileError {
      warn(
        asksForEnglish
          ? error.description : "\(error.path)：\(error.chineseReason)（\(error.reason)）"
      )
    } catch {
      return report(error)
    }
    return ExitCode.incomplete.rawValue
  }

  /// Prints what ArgumentParser has to say; its own status for bad usage is 64, ours is 2.
  private static func report(_ error: any Error) -> Int32 {
    let text = Array((fullMessage(for: error) + "\n").utf8)
    if exitCode(for: error) == .success {
      try? writeAll(text, to: STDOUT_FILENO, path: "standard output")
      return 0
    }
    try? writeAll(text, to: STDERR_FILENO, path: "standard error")
    return ExitCode.incomplete.rawValue
  }
}

let toolVersion = "0.1.0"

/// Why a command cannot be run; the status is 2.
struct CommandError: Error {
  /// Says what is wrong and what to do, in the user's language.
  let message: String
}

extension ExitCode {
  /// Bad usage, a rule that does not load, a draft that cannot be read or judged.
  static let incomplete = ExitCode(2)
}
