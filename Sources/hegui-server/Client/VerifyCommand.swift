import ArgumentParser
import Foundation
import Reading
import Reviewing
import SourceText

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核对文件是不是批准的那一稿，一个字节不差；网页则用 --rendered 或 --url 核对标题、文字、链接、图片"
  )

  @OptionGroup var server: ServerArguments

  @Argument(help: ArgumentHelp("要发布的文件，或发布后存下的网页", valueName: "file"))
  var file: String?

  @Option(help: ArgumentHelp("稿件编号", valueName: "id"))
  var draft: String

  @Flag(help: "渠道改过的网页：只比内容")
  var rendered = false

  @Option(help: ArgumentHelp("从这台机器取回已发布的网页来比", valueName: "url"))
  var url: String?

  @Flag(help: "把取回的网页交给关口，比较的结果记入发布记录")
  var record = false

  func validate() throws {
    guard (file == nil) != (url == nil) else {
      throw ValidationError("给文件，或给 --url，二者选一（give a file or --url）")
    }
    guard url != nil || !record else {
      throw ValidationError("--record 要与 --url 一起用（--record goes with --url）")
    }
  }

  func run() async throws {
    let client = try server.client
    let known = try await client.get("/v1/drafts/\(draft)").granted()
    let state = known["state"] ?? ""
    guard ["approved", "publishing", "published", "publish_failed"].contains(state) else {
      throw CommandFailure(message: "\(draft) 还没有批准：\(state)（not approved）", status: 1)
    }
    let revision = known.object["revision"] as? [String: Any]
    let number = revision?["number"] as? Int ?? 0
    let format = (revision?["manuscript"] as? [String: Any])?["format"] as? String
    let approved = try await client.get("/v1/drafts/\(draft)/revisions/\(number)/content").granted()
    let found = try await candidate(client, known)
    if url == nil, found.bytes == approved.bytes {
      print("一致：与批准的第 \(number) 稿一个字节不差（exact）")
      return
    }
    let differences = differences(
      between: try content(approved.bytes, format ?? found.format),
      and: try content(found.bytes, found.format)
    )
    try tell(differences, revision: number)
  }

  private func candidate(
    _ client: GateClient,
    _ known: Reply
  ) async throws -> (bytes: [UInt8], format: String) {
    guard let url else {
      let file = try DraftFile(file ?? "")
      return (Array(file.text.utf8), file.format)
    }
    let publication = record ? try publication(of: known, at: url) : nil
    do {
      let page = try await PublishedPage(fetching: url)
      let body: [String: Any] = ["content": page.text, "format": "html"]
      if let publication { try await client.verify(publication, body, tag: known.tag) }
      return (Array(page.text.utf8), "html")
    } catch let failure as PublishedPage.Unreachable {
      if let publication {
        try await client.verify(publication, ["unreachable": true], tag: known.tag)
      }
      throw CommandFailure(message: "\(url)：取不到（\(failure.reason)）（unreachable）", status: 1)
    }
  }

  /// What stands at that address, or all that stands anywhere.
  private func publication(of known: Reply, at url: String) throws -> String {
    let all = (known.object["publications"] as? [[String: Any]] ?? [])
      .filter { $0["state"] as? String == "live" }
    let here = all.filter { $0["url"] as? String == url }
    let found = here.isEmpty ? all : here
    guard found.count == 1, let id = found[0]["id"] as? String else {
      throw CommandFailure(
        message: "\(draft) 在这个地址没有唯一的发布记录（no one publication at that address）"
      )
    }
    return id
  }

  private func tell(_ differences: [ContentDifference], revision number: Int) throws {
    if rendered || url != nil, differences.isEmpty {
      print("一致：标题、文字、链接、图片与批准的第 \(number) 稿相同（equal）")
      return
    }
    for place in differences {
      print("✗ \(place.part.rawValue) \(place.index + 1)")
      print("  批准 approved: \(place.approved ?? "—")")
      print("  现在 found:    \(place.found ?? "—")")
    }
    throw CommandFailure(message: "与批准的稿件不同（differs from what was approved）", status: 1)
  }

  private func content(_ bytes: [UInt8], _ format: String) throws -> CanonicalContent {
    let format = DraftFormat(rawValue: format) ?? .html
    let source = try decodeSource(path: file ?? url ?? "", bytes: bytes)
    return CanonicalContent(of: try readDraft(source, as: format))
  }
}

extension GateClient {
  fileprivate func verify(
    _ publication: String,
    _ body: [String: Any],
    tag: String?
  ) async throws {
    _ = try await post("/v1/publications/\(publication)/verifications", body, tag: tag).granted()
  }
}
