import ArgumentParser
import Foundation
import Reading
import Reviewing
import SourceText

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核对文件是不是批准的那一稿，一个字节不差；网页则用 --rendered 核对标题、文字、链接、图片"
  )

  @OptionGroup var server: ServerArguments

  @Argument(help: ArgumentHelp("要发布的文件，或发布后存下的网页", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("稿件编号", valueName: "id"))
  var draft: String

  @Flag(help: "渠道改过的网页：只比内容")
  var rendered = false

  func run() async throws {
    let client = try server.client
    let file = try DraftFile(file)
    let known = try await client.get("/v1/drafts/\(draft)").granted()
    let state = known["state"] ?? ""
    guard ["approved", "publishing", "published", "publish_failed"].contains(state) else {
      throw CommandFailure(message: "\(draft) 还没有批准：\(state)（not approved）", status: 1)
    }
    let revision = known.object["revision"] as? [String: Any]
    let number = revision?["number"] as? Int ?? 0
    let format = (revision?["manuscript"] as? [String: Any])?["format"] as? String
    let approved = try await client.get("/v1/drafts/\(draft)/revisions/\(number)/content").granted()
    if Array(file.text.utf8) == approved.bytes {
      print("一致：与批准的第 \(number) 稿一个字节不差（exact）")
      return
    }
    let differences = differences(
      between: try content(approved.bytes, format ?? file.format),
      and: try content(Array(file.text.utf8), file.format)
    )
    if rendered, differences.isEmpty {
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
    let source = try decodeSource(path: file, bytes: bytes)
    return CanonicalContent(of: try readDraft(source, as: format))
  }
}
