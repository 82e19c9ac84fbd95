import HTTPTypes
import Linting
import Reading
import Reviewing
import SourceText

/// A draft to be judged once; nothing of it is kept.
struct CheckBody: Sendable {
  let text: [UInt8]
  let format: DraftFormat
  let profile: Profile?
  let column: String?
  /// What the report calls the draft.
  let name: String

  static let rawTypes = ["text/html", "text/markdown", "text/plain"]

  init(_ exchange: Exchange) throws(Problem) {
    if let format = Self.formats[exchange.mediaType] {
      try self.init(raw: exchange, format)
    } else {
      try self.init(fields: exchange)
    }
  }

  private init(raw exchange: Exchange, _ format: DraftFormat) throws(Problem) {
    try Self.requireUTF8(exchange)
    text = exchange.body
    self.format = format
    profile = try exchange.query.choice("profile")
    column = try exchange.query.text("column", 1...64)
    name = try Self.name(try exchange.query.text("name"), format)
  }

  private init(fields exchange: Exchange) throws(Problem) {
    guard exchange.mediaType == "application/json" else {
      throw Problem(
        .unsupportedMediaType,
        Localized(
          "只接受 application/json、text/html、text/markdown、text/plain",
          "application/json, text/html, text/markdown or text/plain are taken"
        )
      )
    }
    var fields = try JSONFields(exchange.json())
    text = Array(fields.text("content", 1...2_000_000).utf8)
    let format = fields.choice("format", among: DraftFormat.texts)
    if !fields.has("format") { fields.missing("format") }
    self.format = format ?? .html
    profile = fields.choice("profile")
    column = fields.optionalText("column", 1...64)
    name = fields.optionalText("name", 1...200) ?? Self.usualName(self.format)
    try fields.finish()
  }

  private static let formats: [String: DraftFormat] = [
    "text/html": .html, "text/markdown": .markdown, "text/plain": .text,
  ]

  private static func requireUTF8(_ exchange: Exchange) throws(Problem) {
    let header = exchange.headers[.contentType] ?? ""
    let parameters = header.utf8.contains(UInt8(ascii: ";")) ? header.lowercased() : ""
    if let charset = parameters.utf8.firstRange(of: "charset=".utf8) {
      let value = String(decoding: Array(parameters.utf8[charset.upperBound...]), as: UTF8.self)
      let isUTF8 = value.hasPrefix("utf-8") || value.hasPrefix("\"utf-8\"")
      guard isUTF8 || value.hasPrefix("us-ascii") else {
        throw Problem(.unsupportedMediaType, Localized("只接受 UTF-8", "only UTF-8 is taken"))
      }
    }
    guard isValidUTF8(exchange.body) else { throw Problem(.malformedUTF8) }
    guard !exchange.body.isEmpty else {
      throw Problem(.badRequest, Localized("请求体是空的", "the body is empty"))
    }
  }

  private static func name(_ wish: String?, _ format: DraftFormat) throws(Problem) -> String {
    guard let wish else { return usualName(format) }
    guard (1...200).contains(wish.unicodeScalars.count) else {
      throw .parameter("name", .length(1...200, nil))
    }
    return wish
  }

  private static func usualName(_ format: DraftFormat) -> String {
    switch format {
    case .html: "draft.html"
    case .markdown: "draft.md"
    case .text: "draft.txt"
    case .docx: "draft.docx"
    }
  }
}
