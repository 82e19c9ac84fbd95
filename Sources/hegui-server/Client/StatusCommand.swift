import ArgumentParser

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "还差什么、谁能处理；可以发布为 0，否则为 1"
  )

  @OptionGroup var server: ServerArguments

  @Argument(help: ArgumentHelp("稿件编号", valueName: "id"))
  var draft: String

  func run() async throws {
    let reply = try await server.client.get("/v1/drafts/\(draft)/gate").granted()
    let summary = reply.object["summary"] as? [String: String]
    print("\(reply["state"] ?? "") \(summary?["zh"] ?? "")")
    for line in reply.unmet { print("  \(line)") }
    guard reply.object["publishable"] as? Bool != true, reply["state"] != "published" else {
      return
    }
    throw CommandFailure(message: "还不能发布（not publishable）", status: 1)
  }
}
