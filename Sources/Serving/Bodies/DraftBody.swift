import Linting
import Reading
import Reviewing

/// A draft as it is handed in, for a new submission or a new revision.
struct DraftBody: Sendable {
  let manuscript: Manuscript
  let form: ReleaseForm
  let note: String
  let predecessor: Submission.Predecessor?

  init(_ exchange: Exchange, isNew: Bool) throws(Problem) {
    var fields = try exchange.fields()
    if !fields.has("format") { fields.missing("format") }
    let format = fields.choice("format", among: DraftFormat.texts)
    let channels = fields.texts("channels", atMost: 8, 1...32)
    let assets = Self.assets(&fields)
    manuscript = Manuscript(
      format: format ?? .html,
      text: fields.text("content", 1...2_000_000),
      column: ID(fields.text("column", 1...64)),
      channels: Set(channels).sorted(),
      assets: assets
    )
    form = ReleaseForm.read("form", from: &fields)
    note = fields.optionalText("note", 0...2000) ?? ""
    predecessor = isNew ? Self.predecessor(&fields) : nil
    try fields.finish()
  }

  private static func assets(_ fields: inout JSONFields) -> [Manuscript.Asset] {
    fields.items("assets", atMost: 100).enumerated().compactMap { index, item in
      fields.part("assets/\(index)", item) { fields in
        for name in ["purpose", "digest"] where !fields.has(name) { fields.missing(name) }
        return Manuscript.Asset(
          purpose: fields.choice("purpose") ?? .image,
          name: fields.text("name", 1...300),
          digest: fields.digest("digest") ?? Digest(of: [])
        )
      }
    }
  }

  private static func predecessor(_ fields: inout JSONFields) -> Submission.Predecessor? {
    guard let value = fields.value("predecessor") else { return nil }
    return fields.part("predecessor", value) { fields in
      if !fields.has("relation") { fields.missing("relation") }
      return Submission.Predecessor(
        id: ID(fields.text("id", 1...64)),
        relation: fields.choice("relation") ?? .supersedes
      )
    }
  }
}

extension Manuscript {
  /// Without the text, which has an address of its own.
  var body: JSON {
    [
      "format": .string(format.rawValue), "column": .string(column.value),
      "channels": JSON(channels), "characters": .int(Int64(text.codePointCount)),
      "assets": .array(
        assets.map {
          [
            "purpose": .string($0.purpose.rawValue), "name": .string($0.name),
            "digest": .string($0.digest.description),
          ]
        }
      ),
    ]
  }
}
