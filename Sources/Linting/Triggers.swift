package import ChineseText
import Reading

/// What of a draft a rule judges: of several kinds, any.
///
/// They may promise less than there is, never more: a rule that finds a fault in a draft that has none of its
/// triggers is broken, which builds for tests notice.
package struct Triggers: Sendable, ExpressibleByArrayLiteral {
  /// Whether the rule is asked of every draft.
  private(set) var isAnything = false
  private(set) var features = TextFeatures()
  private(set) var parts: DraftParts = []
  private(set) var lists: [String] = []
  private(set) var patterns: [GatedPattern] = []

  private init() {}

  /// Any of some triggers.
  package init(arrayLiteral triggers: Triggers...) {
    for other in triggers {
      isAnything = isAnything || other.isAnything
      features = features.union(other.features)
      parts.formUnion(other.parts)
      lists += other.lists
      patterns += other.patterns
    }
  }

  /// Every draft: rules about what is missing, about the whole, about blocks of any kind.
  package static var anything: Triggers {
    var triggers = Triggers()
    triggers.isAnything = true
    return triggers
  }

  /// Hits of term lists, visible, hidden or beside the prose.
  package static func lists(_ names: [String]) -> Triggers {
    var triggers = Triggers()
    triggers.lists = names
    return triggers
  }

  /// Literals of patterns, visible, hidden or beside the prose.
  package static func patterns(_ patterns: [GatedPattern]) -> Triggers {
    var triggers = Triggers()
    triggers.patterns = patterns
    return triggers
  }

  package static func marks(_ marks: MarkSet) -> Triggers { Triggers(TextFeatures(marks)) }

  package static func tokens(_ kinds: TokenKinds) -> Triggers { Triggers(TextFeatures(kinds)) }

  package static func oddities(_ kinds: [Oddity.Kind]) -> Triggers { Triggers(TextFeatures(kinds)) }

  package static let images = Triggers(DraftParts.images)
  package static let links = Triggers(DraftParts.links)
  package static let tables = Triggers(DraftParts.tables)
  package static let headings = Triggers(DraftParts.headings)
  package static let listItems = Triggers(DraftParts.listItems)
  /// Numbers as long as a person's, wherever they stand.
  package static let longNumbers = Triggers(DraftParts.longNumbers)

  private init(_ features: TextFeatures) { self.features = features }

  private init(_ parts: DraftParts) { self.parts = parts }
}

/// Parts that a draft has, or that are looked for in it.
struct DraftParts: OptionSet, Sendable {
  let rawValue: UInt64

  static let images = DraftParts(rawValue: 1 << 0)
  static let links = DraftParts(rawValue: 1 << 1)
  static let tables = DraftParts(rawValue: 1 << 2)
  static let headings = DraftParts(rawValue: 1 << 3)
  static let listItems = DraftParts(rawValue: 1 << 4)
  static let longNumbers = DraftParts(rawValue: 1 << 5)
}

extension DraftParts {
  init(of scanned: ScannedDraft) {
    let draft = scanned.draft
    var bits: UInt64 = 0
    if !draft.images.isEmpty { bits |= Self.images.rawValue }
    if !draft.links.isEmpty { bits |= Self.links.rawValue }
    if !draft.tables.isEmpty { bits |= Self.tables.rawValue }
    if scanned.mayHoldLongNumber || scanned.asides?.mayHoldLongNumber ?? false {
      bits |= Self.longNumbers.rawValue
    }
    if draft.blankBlocks.contains(where: \.isHeading) { bits |= Self.headings.rawValue }
    for block in draft.blocks {
      switch block.kind {
      case .heading: bits |= Self.headings.rawValue
      case .listItem: bits |= Self.listItems.rawValue
      default: break
      }
    }
    rawValue = bits
  }
}
