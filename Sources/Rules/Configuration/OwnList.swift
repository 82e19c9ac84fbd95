import ChineseText
import Linting
import Reading
import SourceText

/// A term list of the organisation's own, with what its `hegui.yml` says of it.
struct OwnList: Sendable {
  struct Expression: Sendable {
    let pattern: GatedPattern
    let entry: TermEntry
  }

  enum Form {
    /// Words, as the program's own lists are written.
    case plain
    /// `docs/own-lists.md`.
    case own
    /// Codes and actions (handbook, compliance §7.5).
    case operators
  }

  let terms: TermList
  var expressions: [Expression] = []
  var form = Form.plain
  /// What findings call the list, version included.
  let title: String
  /// The category of entries that name none.
  var category: String?
  /// Nil: what the entries say.
  var severity: Severity?
  var escalation: Escalation?
  /// Days such as `2026-03-01`: the list holds from the one on and until before the other.
  var effective: String?
  var expires: String?
  /// The categories that entries name.
  var codes: Set<String> = []

  var categories: Set<String> { category.map { codes.union([$0]) } ?? codes }

  /// The lists that stand in where the organisation has none, so that the rules' cases show something.
  static let examples = [
    OwnList(
      terms: .words(name: "operator-example", ["自备词表示例词条"], allowed: []),
      title: "示例"
    ),
    OwnList(
      terms: .words(name: "nine-categories-example", ["九不准示例词条"], allowed: []),
      title: "示例",
      category: "N6"
    ),
  ]

  /// The code or category of an entry.
  func category(of entry: TermEntry) -> String? {
    let own: String? =
      switch form {
      case .plain: nil
      case .own: entry.columns.count > 5 ? entry.columns[5] : nil
      case .operators: entry.columns.first
      }
    return own.flatMap { $0.isEmpty ? nil : $0 } ?? category
  }

  /// What `hegui.yml` says, else the entry's level, else that of its category: the nine are errors.
  func severity(of entry: TermEntry) -> Severity {
    if let severity { return severity }
    let isTold = form != .own || entry.columns.count > 2 && !entry.columns[2].isEmpty
    return isTold || nineCategory(of: entry) == nil ? entry.certainty.severity : .error
  }

  /// What `hegui.yml` says, else the entry's action, else that of its category: the secrecy reviewer sees what
  /// concerns the state's secrets, leadership all else.
  func escalation(of entry: TermEntry) -> Escalation? {
    if let escalation { return escalation }
    let usual: Escalation = nineCategory(of: entry) == .n2 ? .secrecy : .leadership
    guard form == .operators, entry.columns.count > 4 else { return usual }
    let action = entry.columns[4]
    guard action.hasPrefix("escalate:") else { return nil }
    return Escalation(rawValue: String(action.dropFirst("escalate:".count))) ?? usual
  }

  func nineCategory(of entry: TermEntry) -> NineCategory? {
    category(of: entry).flatMap { NineCategory(code: $0) }
  }

  /// Whether the list is to be used on a day.
  func holds(on day: Day) -> Bool {
    let day = day.listed
    return (effective.map { $0 <= day } ?? true) && (expires.map { $0 > day } ?? true)
  }

  /// Whether an entry counts for a hit: it has not expired, and the hit stands where it applies.
  func counts(_ entry: TermEntry, at range: Range<Int>, in draft: ScannedDraft) -> Bool {
    guard form == .own, entry.columns.count > 7 else { return true }
    let expires = entry.columns[7]
    if !expires.isEmpty, expires <= draft.today.listed { return false }
    let words = entry.columns[6].split { "、，,；;|｜".contains($0) }
    let scopes = words.compactMap { OwnScope(word: String($0).trimmingBlanks) }
    return OwnScope.allow(range, scopes, in: draft)
  }

  /// Says which entry and which version, and never shows the list.
  func message(of entry: TermEntry) -> Localized {
    let category = category(of: entry)
    let name = nineCategory(of: entry).map { "，\($0.title)" } ?? ""
    let code = category.map { "（\($0)\(name)）" } ?? ""
    let note = entry.note.isEmpty ? "" : "：\(entry.note)"
    return Localized(
      "命中本单位词表「\(title)」\(code)\(note)",
      "a term of the list “\(title)”\(category.map { " (\($0))" } ?? "")\(entry.note.isEmpty ? "" : ": \(entry.note)")"
    )
  }
}

/// The nine kinds of information that nobody may publish (handbook, compliance §7.5).
enum NineCategory: String, CaseIterable {
  case n1 = "N1"
  case n2 = "N2"
  case n3 = "N3"
  case n4 = "N4"
  case n5 = "N5"
  case n6 = "N6"
  case n7 = "N7"
  case n8 = "N8"
  case n9 = "N9"

  init?(code: String) { self.init(rawValue: code.uppercased()) }

  var title: String {
    switch self {
    case .n1: "宪法基本原则"
    case .n2: "国家安全和秘密"
    case .n3: "国家荣誉和利益"
    case .n4: "民族团结"
    case .n5: "宗教政策和迷信"
    case .n6: "谣言和社会秩序"
    case .n7: "淫秽、赌博、暴力"
    case .n8: "侮辱诽谤、侵权"
    case .n9: "法律禁止的其他内容"
    }
  }
}

extension OwnScope {
  /// Whether a place of the prose lies in one of the scopes; none means all.
  static func allow(_ range: Range<Int>, _ scopes: [OwnScope], in draft: ScannedDraft) -> Bool {
    guard !scopes.isEmpty, !scopes.contains(.all) else { return true }
    let profiles = scopes.compactMap { Profile(rawValue: $0.rawValue) }
    guard profiles.isEmpty || profiles.contains(draft.profile) else { return false }
    guard scopes.contains(.title) != scopes.contains(.body) else { return true }
    let isTitle = draft.draft.title.map { $0.text.contains(range.lowerBound) } ?? false
    return isTitle == scopes.contains(.title)
  }
}

extension Day {
  /// As lists write days, `2026-03-01`; orders as days do.
  var listed: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension Certainty {
  fileprivate var severity: Severity {
    switch self {
    case .error: .error
    case .warning: .warning
    case .suggestion: .suggestion
    }
  }
}
