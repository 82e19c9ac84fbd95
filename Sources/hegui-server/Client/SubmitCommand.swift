import ArgumentParser
import Foundation

struct SubmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "把一篇稿件交给关口并送审；打印稿件编号"
  )

  @OptionGroup var server: ServerArguments

  @Argument(help: ArgumentHelp("稿件：md、html、txt", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("栏目的代号，如 health-education", valueName: "key"))
  var column: String

  @Option(help: ArgumentHelp("发布渠道，可重复", valueName: "name"))
  var channel: [String] = ["wechat"]

  @Option(help: ArgumentHelp("发布表，JSON", valueName: "file"))
  var form: String?

  @Option(help: ArgumentHelp("已有稿件的编号：交它的新版本", valueName: "id"))
  var draft: String?

  @Option(help: "这次改了什么")
  var note = ""

  @Flag(help: "只保存，不送审")
  var saveOnly = false

  func run() async throws {
    let client = try server.client
    let file = try DraftFile(file)
    let body: [String: Any] = [
      "content": file.text, "format": file.format, "column": try await columnID(client),
      "channels": channel, "form": try formObject(), "note": note,
    ]
    let saved: Reply
    if let draft {
      let known = try await client.get("/v1/drafts/\(draft)").granted()
      saved = try await client.post("/v1/drafts/\(draft)/revisions", body, tag: known.tag)
        .granted()
    } else {
      saved = try await client.post("/v1/drafts", body).granted()
    }
    let id = saved["id"] ?? draft ?? ""
    print(id)
    try say(saved)
    guard !saveOnly else { return }
    let submitted = try await client.post(
      "/v1/drafts/\(id)/transitions",
      ["action": "submit", "note": note],
      tag: saved.tag
    ).granted()
    warn(
      "已送审，现在 \(submitted["state"] ?? "")\(submitted["stage"].map { " \($0)" } ?? "")（submitted）"
    )
  }

  private func say(_ reply: Reply) throws {
    let revision = reply.object["revision"] as? [String: Any]
    let check = revision?["check"] as? [String: Any]
    let verdict = check?["verdict"] as? String ?? ""
    let counts = check?["counts"] as? [String: Int] ?? [:]
    warn(
      "检查结论 \(verdict)：错误 \(counts["errors"] ?? 0)，警告 \(counts["warnings"] ?? 0)，"
        + "建议 \(counts["suggestions"] ?? 0)"
    )
  }

  private func columnID(_ client: GateClient) async throws -> String {
    let columns = try await client.get("/v1/columns").granted().object["columns"]
    let known = columns as? [[String: Any]] ?? []
    guard let found = known.first(where: { $0["key"] as? String == column }),
      let id = found["id"] as? String
    else {
      let keys = known.compactMap { $0["key"] as? String }.joined(separator: ", ")
      throw CommandFailure(message: "没有栏目 \(column)，有（columns are）：\(keys)")
    }
    return id
  }

  private func formObject() throws -> [String: Any] {
    guard let form else { return [:] }
    guard let content = FileManager.default.contents(atPath: form),
      let object = try? JSONSerialization.jsonObject(with: content) as? [String: Any]
    else { throw CommandFailure(message: "\(form): 不是 JSON 对象（no JSON object）") }
    return object
  }
}
