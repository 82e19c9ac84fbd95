import ArgumentParser

struct LSPCommand: UnbuiltCommand {
  static let configuration = unbuilt("lsp", "编辑器的语言服务（尚未提供）")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

/// A command that is promised and not there yet; it is refused, never taken for a path.
protocol UnbuiltCommand: ParsableCommand {}

extension UnbuiltCommand {
  func run() throws {
    let name = Self._commandName
    throw CommandError(
      message: "这个版本还没有 \(name) 命令，可用 lint（\"\(name)\" is not built yet, use lint）"
    )
  }

  static func unbuilt(_ name: String, _ abstract: String) -> CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: abstract, shouldDisplay: false)
  }
}
