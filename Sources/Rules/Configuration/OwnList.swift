import ChineseText
import Linting
import SourceText

/// A term list of the organisation's own, with what its `hegui.yml` says of it.
struct OwnList: Sendable {
  struct Expression: Sendable {
    let pattern: GatedPattern
    let entry: TermEntry
  }

  let terms: TermList
  var expressions: [Expression] = []
  /// Whether entries have codes and actions (handbook, compliance §7.5).
  var hasActions = false
  /// What findings call the list, version included.
  let title: String
  /// Nil: what the entries say.
  var severity: Severity?
  var escalation: Escalation?

  /// The list that stands in where the organisation has none, so that the rule's cases show something.
  static let example = OwnList(
    terms: .words(name: "operator-example", ["自备词表示例词条"], allowed: []),
    title: "示例"
  )

  func code(of entry: TermEntry) -> String? {
    hasActions ? entry.columns.first : nil
  }

  /// What `hegui.yml` says, else the entry's action; leadership where neither says anything.
  func escalation(of entry: TermEntry) -> Escalation? {
    if let escalation { return escalation }
    guard hasActions, entry.columns.count > 4 else { return .leadership }
    let action = entry.columns[4]
    guard action.hasPrefix("escalate:") else { return nil }
    return Escalation(rawValue: String(action.dropFirst("escalate:".count))) ?? .leadership
  }

  /// Says which entry and which version, and never shows the list.
  func message(of entry: TermEntry) -> Localized {
    let code = code(of: entry).map { " \($0)" } ?? ""
    let note = entry.note.isEmpty ? "" : "：\(entry.note)"
    return Localized(
      "命中本单位词表「\(title)」\(code)\(note)",
      "a term of the list “\(title)”\(code)\(note.isEmpty ? "" : ": \(entry.note)")"
    )
  }
}

extension Configuration {
  /// Reads a list; one that is empty, not yet in force or expired is an error, for it would protect from nothing.
  func readOwnList(
    _ setting: ListSetting,
    today: Day,
    cacheFolder: CacheFolder?
  ) throws(RulePackError) -> OwnList {
    let cache = cacheFolder.flatMap { OwnListCache(path: setting.path, folder: $0) }
    var list: OwnList
    if let terms = cache?.terms(name: "own:\(setting.path)") {
      list = ownList(of: terms, setting)
    } else {
      let bytes = try readBytes(of: setting)
      list = try readOwnList(setting, bytes, today)
      if !list.hasActions { cache?.keep(bytes) }
    }
    list.severity = setting.severity
    list.escalation = setting.escalation
    return list
  }

  private func readBytes(of setting: ListSetting) throws(RulePackError) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try readFile(setting.path)
    } catch {
      throw RulePackError(path ?? "", line: setting.line, "the list cannot be read: \(error)")
    }
    guard isValidUTF8(bytes) else {
      throw RulePackError(setting.path, "the list is not valid UTF-8: save it as UTF-8")
    }
    return bytes
  }

  private func readOwnList(
    _ setting: ListSetting,
    _ bytes: [UInt8],
    _ today: Day
  ) throws(RulePackError) -> OwnList {
    do {
      return try isOperatorList(bytes)
        ? readOperators(setting, bytes, today) : readTerms(setting, bytes)
    } catch let error as TermListError {
      throw RulePackError(error.file, line: error.line, error.problem.description)
    } catch let error as RulePackError {
      throw error
    } catch {
      throw RulePackError(setting.path, "\(error)")
    }
  }

  private func readTerms(_ setting: ListSetting, _ bytes: [UInt8]) throws -> OwnList {
    let terms = TermList(name: "own:\(setting.path)", file: setting.path, bytes: bytes)
    guard terms.hasEntries else { throw empty(setting) }
    return ownList(of: terms, setting)
  }

  private func ownList(of terms: TermList, _ setting: ListSetting) -> OwnList {
    OwnList(terms: terms, title: setting.category ?? fileName(of: setting.path))
  }

  private func readOperators(
    _ setting: ListSetting,
    _ bytes: [UInt8],
    _ today: Day
  ) throws -> OwnList {
    let list = try OperatorList(name: "own:\(setting.path)", file: setting.path, bytes: bytes)
    guard list.entryCount > 0 else { throw empty(setting) }
    let day = today.text
    if let expires = list.expires, expires <= day {
      throw RulePackError(setting.path, "the list expired on \(expires): get the new version")
    }
    if let effective = list.effective, effective > day {
      throw RulePackError(setting.path, "the list is in force from \(effective) on only")
    }
    let name = setting.category ?? list.issuer ?? fileName(of: setting.path)
    return OwnList(
      terms: list.terms,
      expressions: try list.expressions.map { expression in
        do {
          let pattern = GatedPattern(expression.pattern)
          try pattern.validate()
          return OwnList.Expression(pattern: pattern, entry: expression.entry)
        } catch {
          throw RulePackError(setting.path, line: expression.entry.line, "\(error)")
        }
      },
      hasActions: true,
      title: list.version.map { "\(name) \($0)" } ?? name
    )
  }

  private func empty(_ setting: ListSetting) -> RulePackError {
    RulePackError(setting.path, "the list has no entry: fill it or take it out of hegui.yml")
  }

  private func fileName(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }
}

/// Whether a list is in the format for operators: it has a line of meta words.
private func isOperatorList(_ bytes: [UInt8]) -> Bool {
  String(decoding: bytes.prefix(4096), as: UTF8.self)
    .split(whereSeparator: \.isNewline)
    .contains { line in
      line.hasPrefix("#") && line.dropFirst().drop { $0 == " " }.hasPrefix("meta:")
    }
}

extension Day {
  /// As lists write days, `2026-03-01`; orders as days do.
  fileprivate var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
