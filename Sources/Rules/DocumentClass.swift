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

  /// Some of the classes.
  struct Kinds: ExpressibleByArrayLiteral, Sendable {
    private var bits: UInt16 = 0

    init(arrayLiteral kinds: Kind...) {
      for kind in kinds { insert(kind) }
    }

    var isEmpty: Bool { bits == 0 }

    func contains(_ kind: Kind) -> Bool { bits & Self.bit(kind) != 0 }

    mutating func insert(_ kind: Kind) { bits |= Self.bit(kind) }

    private static func bit(_ kind: Kind) -> UInt16 {
      1 << UInt16(Kind.allCases.firstIndex(of: kind) ?? 0)
    }
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

  /// What tells the class.
  enum Ground: Sendable {
    /// The draft itself, by `class` or by the number of its advertisement.
    case stated
    /// The column that it is for.
    case column
    /// How it looks: this may lower a severity, and is no ground for a finding about what is missing.
    case guessed
  }

  /// Nil where nothing tells.
  let kind: Kind?
  let ground: Ground
  let flags: Flags

  init(_ draft: ScannedDraft) throws {
    let metadata = draft.draft.metadata
    flags = Self.flags(of: metadata)
    if let stated = metadata["class"].flatMap({ Kind(rawValue: $0.string) ?? Self.named($0.string) }
    ) {
      (kind, ground) = (stated, .stated)
    } else if let column = metadata["column"].flatMap({ Self.named($0.string, in: draft) }) {
      (kind, ground) = (column, .column)
    } else if try Self.bearsAdvertNumber(draft) {
      (kind, ground) = (.ad, .stated)
    } else {
      (kind, ground) = (Self.guess(draft), .guessed)
    }
  }

  /// The class that a column has, as the organisation says or as its name tells.
  private static func named(_ column: String, in draft: ScannedDraft) -> Kind? {
    draft.columns[column]?.draftClass.flatMap(Kind.init) ?? named(column)
  }

  /// Whether a draft's metadata tell its class, which costs less to find out than what it looks like.
  static func isTold(of draft: ScannedDraft) -> Bool {
    draft.draft.metadata["class"] != nil || draft.draft.metadata["column"] != nil
  }

  /// Whether the class is told and not merely guessed.
  var isDeclared: Bool { ground != .guessed }

  /// Whether the draft is said to be of one of the classes, not merely guessed.
  func isDeclared(_ kinds: Kinds) -> Bool { isDeclared && isAmong(kinds) }

  func isAmong(_ kinds: Kinds) -> Bool { kind.map(kinds.contains) ?? false }

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

  private static let yes: Set = ["true", "yes", "1", "是", "text", "text: true", "部分"]
  private static let professional = LiteralSet(["professional", "专业人员", "医务人员", "同行"])
}
