import ArgumentParser
import Foundation

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "取发布许可、用掉、登记发布；内容与批准的不同就拒绝"
  )

  @OptionGroup var server: ServerArguments

  @Argument(help: ArgumentHelp("要发布的文件", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("稿件编号", valueName: "id"))
  var draft: String

  @Option(help: ArgumentHelp("发布渠道", valueName: "name"))
  var channel = "wechat"

  @Option(help: ArgumentHelp("发布后的地址", valueName: "url"))
  var url: String?

  @Option(help: ArgumentHelp("先运行这条命令去发布；它失败就登记失败", valueName: "command"))
  var with: String?

  /// Before anything goes out that could not be recorded.
  func validate() throws {
    guard let url,
      url.range(of: "^https?://[^/]", options: [.regularExpression, .caseInsensitive]) == nil
    else { return }
    throw ValidationError(
      "--url 要以 https:// 或 http:// 开头（--url must begin with https:// or http://）"
    )
  }

  func run() async throws {
    let client = try server.client
    let file = try DraftFile(file)
    let content: [String: Any] = ["content": file.text, "format": file.format]
    let known = try await client.get("/v1/drafts/\(draft)").granted()
    let permit = try await client.post(
      "/v1/drafts/\(draft)/permits",
      ["channel": channel],
      tag: known.tag
    ).granted()
    let id = permit["id"] ?? ""
    let consumed = try await client.post("/v1/permits/\(id)/consume", content, tag: permit.tag)
      .granted()
    if let with, try run(with) != 0 {
      _ = try await client.post(
        "/v1/permits/\(id)/failure",
        ["reason": "command failed"],
        tag: consumed.tag
      ).granted()
      throw CommandFailure(message: "发布命令失败，已登记（the command failed, recorded）", status: 1)
    }
    var report = content
    report["permit"] = id
    report["url"] = url
    let published = try await client.post("/v1/publications", report, tag: consumed.tag).granted()
    print(published["id"] ?? "")
  }

  private func run(_ command: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
