import ArgumentParser
import Editing
import Glibc
import Linting
import Reading
import SourceText

struct LSPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "编辑器的语言服务（LSP），经标准输入输出"
  )

  @OptionGroup var rule: RuleArguments

  @Option(help: "发布渠道：wechat、website、govmedia；默认按 hegui.yml 或页面判断")
  var profile: Profile?

  @Option(help: ArgumentHelp("与时间有关的规则以此为今天", valueName: "YYYY-MM-DD"))
  var today: String?

  @Flag(help: ArgumentHelp("编辑器的插件会给出，可有可无", visibility: .hidden))
  var stdio = false

  @Option(help: ArgumentHelp("编辑器的插件会给出，可有可无", visibility: .hidden))
  var clientProcessId: Int?

  func run() throws {
    var server = LanguageServer(
      version: toolVersion,
      language: rule.lang,
      judge: EditorJudge(
        choice: rule.choice,
        profile: profile,
        today: try today.map(parsedDay),
        home: workingFolder
      )
    )
    let status: Int32
    do {
      status = try server.serve(
        reading: { try readPart(of: STDIN_FILENO) },
        isQuiet: { !hasInput(STDIN_FILENO) },
        writing: { try writeAll($0, to: STDOUT_FILENO, path: "standard output") }
      )
    } catch let fault as MessageReader.Fault {
      throw CommandError(
        message: "编辑器发来的消息不合 LSP 格式（\(fault.reason)），已停止（the stream is not LSP: \(fault)）"
      )
    }
    throw ExitCode(status)
  }
}

extension MessageReader.Fault {
  fileprivate var reason: String {
    switch self {
    case .badHeader: "看不懂消息头"
    case .noLength: "没有 Content-Length"
    case .tooLong: "消息太长"
    case .cutShort: "消息没有完就断了"
    }
  }
}

/// What has come in so far, at most 64 KB; waits where nothing has, and is empty at the stream's end.
private func readPart(of descriptor: Int32) throws(FileError) -> [UInt8] {
  var failure: Int32 = 0
  let part = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
    var result = unsafe read(descriptor, buffer.baseAddress, buffer.count)
    while result < 0, errno == EINTR {
      result = unsafe read(descriptor, buffer.baseAddress, buffer.count)
    }
    failure = result < 0 ? errno : 0
    count = max(result, 0)
  }
  guard failure == 0 else { throw FileError(path: "standard input", code: failure) }
  return part
}

/// Whether a read would not have to wait.
private func hasInput(_ descriptor: Int32) -> Bool {
  var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return unsafe poll(&wanted, 1, 0) > 0
}
