import ArgumentParser
import Glibc

/// `serve` and `gate` belong to `hegui-server`, a program of its own, so that the linter stays small.
enum ServerCommands {
  private static let names = ["serve", "gate"]

  /// Runs `hegui-server` in the place of this program, where the first word is one of its commands.
  static func handOver(_ words: [String]) throws(CommandError) {
    guard words.count > 1, names.contains(words[1]) else { return }
    let server = executablePath.map { joined(folder(of: $0), "hegui-server") } ?? ""
    // Not freed: this program ends here either way.
    var arguments = unsafe (["hegui"] + words.dropFirst()).map { unsafe strdup($0) } + [nil]
    unsafe execv(server, &arguments)
    let code = errno
    throw CommandError(
      message: code == ENOENT
        ? "\(words[1]) 由 hegui-server 提供，程序旁没有它：\(server)（hegui-server is not beside this program）"
        : "\(server): \(unsafe String(cString: strerror(code)))"
    )
  }
}

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "开起审核关口的网页接口；hegui serve --help"
  )
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "审核关口的命令：送审、核对、发布、备份；hegui gate --help"
  )
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}
