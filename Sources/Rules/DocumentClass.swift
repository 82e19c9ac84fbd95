import ChineseText
import Linting
import Reading

/// What kind of text a draft is (handbook, compliance §1.2).
struct DocumentClass: DraftFact {
  enum Kind: String, CaseIterable, Sendable {
    case kepu
    case news
    case service
    case interview
    case notice
    case policy
    case publicity
    case qa
    case recruit
    case procure
    case ad
  }

  /// What else a draft says of itself, whatever its class.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8

    static let reprint = Flags(rawValue: 1)
    static let original = Flags(rawValue: 2)
    static let urgent = Flags(rawValue: 4)
    static let minors = Flags(rawValue: 8)
    /// For readers of the trade.
    static let professional = Flags(rawValue: 16)
    /// Written with the help of a machine.
    static let aiGenerated = Flags(rawValue: 32)
  }

  /// Nil where nothing tells.
  let kind: Kind?
  /// Whether the draft says so itself: by its metadata, its column or the number of its advertisement.
  ///
  /// A guess may lower a severity; it is no ground for an error about what is missing.
  let isDeclared: Bool
  let flags: Flags

  init(_ draft: ScannedDraft) throws {
    let metadata = draft.draft.metadata
    flags = Self.flags(of: metadata)
    let words =
      metadata["class"].flatMap { Kind(rawValue: $0.string) ?? Self.named($0.string) }
      ?? metadata["column"].flatMap { Self.named($0.string) }
    if let words {
      (kind, isDeclared) = (words, true)
    } else if try Self.bearsAdvertNumber(draft) {
      (kind, isDeclared) = (.ad, true)
    } else {
      (kind, isDeclared) = (Self.guess(draft), false)
    }
  }

  /// Whether the draft is said to be of one of the classes, not merely guessed.
  func isDeclared(_ kinds: Set<Kind>) -> Bool { isDeclared && isAmong(kinds) }

  func isAmong(_ kinds: Set<Kind>) -> Bool { kind.map(kinds.contains) ?? false }

  private static func flags(of metadata: Metadata) -> Flags {
    var flags: Flags = []
    let named: [(String, Flags)] = [
      ("reprint", .reprint), ("original", .original), ("urgent", .urgent), ("minors", .minors),
      ("ai", .aiGenerated), ("aiGenerated", .aiGenerated),
    ]
    for (key, flag) in named where metadata[key].map({ yes.contains($0.string) }) ?? false {
      flags.insert(flag)
    }
    if let audience = metadata["audience"]?.string, professional.stands(in: audience) {
      flags.insert(.professional)
    }
    return flags
  }

  private static let yes: Set = ["true", "yes", "1", "是", "text", "部分"]
  private static let professional = LiteralSet(["professional", "专业人员", "医务人员", "同行"])
}
