import ChineseText
import Linting
import Reading

/// The parts of a text of health education that several rules need.
struct KepuDraft {
  let metadata: Metadata
  let ground: DocumentClass.Ground

  /// Nil where the draft is not health education, or is another's whole; it is asked for its looks only if
  /// `mayGuess`.
  init?(_ draft: ScannedDraft, mayGuess: Bool = false) throws {
    guard mayGuess || DocumentClass.isTold(of: draft) else { return nil }
    let own = try draft.fact(DocumentClass.self)
    guard own.kind == .kepu, !own.flags.contains(.reprint) else { return nil }
    metadata = draft.draft.metadata
    ground = own.ground
    if let source = metadata["source"]?.string, authorities.stands(in: source) { return nil }
  }

  var isDeclared: Bool { ground != .guessed }

  /// What a fault of a severity is worth: less where only the column tells that it is health education.
  func severity(_ listed: Severity) -> Severity {
    ground == .stated ? listed : listed.lowered
  }

  var author: Placed? { metadata["author"] }
  var reviewer: Placed? { metadata["reviewer"] }
  var date: Placed? { metadata["date"] ?? metadata["publish"] ?? metadata["updated"] }
}

private let authorities = LiteralSet([
  "卫生健康委", "卫健委", "疾控", "疾病预防控制", "世界卫生组织", "药监局", "新华社", "人民日报",
])
