import Linting

/// How a rule's severities change with the class of the draft (handbook, compliance §1.4).
struct ClassSeverities: Sendable {
  enum Change: Hashable, Sendable {
    /// One level lower.
    case lower
    /// No finding.
    case silent
    /// Another severity, a higher one only where the draft says of what class it is.
    case to(Severity)

    /// Reads `lower`, `silent` or a severity.
    init?(_ name: String) {
      switch name {
      case "lower": self = .lower
      case "silent": self = .silent
      default:
        guard let severity = Severity(rawValue: name) else { return nil }
        self = .to(severity)
      }
    }
  }

  /// The classes that are not named are judged as the rule or the entry says.
  private(set) var changes: [(kind: DocumentClass.Kind, change: Change)] = []

  init() {}

  init(_ changes: KeyValuePairs<DocumentClass.Kind, Change>) {
    for (kind, change) in changes { set(change, for: kind) }
  }

  mutating func set(_ change: Change, for kind: DocumentClass.Kind) {
    changes.removeAll { $0.kind == kind }
    changes.append((kind, change))
  }

  /// What promotes in an advertisement informs elsewhere: health education, notices, policies, purchases.
  static let promotion = ClassSeverities([
    .kepu: .lower, .notice: .lower, .policy: .lower, .publicity: .lower, .recruit: .lower,
    .procure: .lower,
  ])

  /// The severity in a draft of a class; nil where there is no finding.
  ///
  /// A class that is only guessed never makes a finding more severe.
  func severity(_ listed: Severity, in documentClass: DocumentClass) -> Severity? {
    guard let change = changes.first(where: { $0.kind == documentClass.kind })?.change else {
      return listed
    }
    switch change {
    case .lower: return listed.lowered
    case .silent: return nil
    case .to(let severity):
      return documentClass.isDeclared ? severity : min(severity, listed)
    }
  }
}
