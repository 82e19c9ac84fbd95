package import ChineseText
package import Linting

/// What reports say about rules: their infos, and the sources they rest on.
package struct RuleBook: Sendable {
  /// Sorted by id.
  package let rules: [RuleInfo]
  private let sources: Deferred<[String: RuleSource]>

  /// `rules` are sorted by their ids; `sources`, by their keys in `rules/sources.yml`, are asked for when a
  /// report names one.
  package init(rules: [RuleInfo], sources: Deferred<[String: RuleSource]>) {
    self.rules = rules
    self.sources = sources
  }

  package init(rules: [RuleInfo], sources: [String: RuleSource]) {
    self.init(rules: rules, sources: Deferred { sources })
  }

  /// What a rule is called; its id where there is no such rule any more.
  package func name(of rule: String) -> Localized {
    info(of: rule)?.summary ?? Localized(rule, rule)
  }

  package func info(of rule: String) -> RuleInfo? { index(of: rule).map { rules[$0] } }

  /// The index of a rule by its id.
  func index(of rule: String) -> Int? {
    var (low, high) = (0, rules.count)
    while low < high {
      let middle = (low + high) / 2
      if rules[middle].id < rule { low = middle + 1 } else { high = middle }
    }
    return low < rules.count && rules[low].id == rule ? low : nil
  }

  /// The title of a basis' source; its key where it has none.
  package func title(of basis: Basis) -> String { source(of: basis).title }

  /// The source of a basis; one whose title is its key where it is not known.
  package func source(of basis: Basis) -> RuleSource {
    sources.value[basis.source] ?? RuleSource(title: basis.source)
  }

  /// `title clause`, several parted by a semicolon; nil for a rule without a basis.
  package func basisLine(of rule: String) -> String? {
    guard let bases = info(of: rule)?.basis, !bases.isEmpty else { return nil }
    let lines = bases.map { $0.clause.isEmpty ? title(of: $0) : "\(title(of: $0)) \($0.clause)" }
    return lines.joined(separator: "；")
  }

  /// A finding's message, or the rule's summary where the message might quote what must not be shown.
  func message(of finding: Finding, behind veil: Veil, in language: Language) -> String {
    message(of: finding, behind: veil).text(in: language)
  }

  func message(of finding: Finding, behind veil: Veil) -> Localized {
    guard veil.silences(finding) else { return finding.message }
    return info(of: finding.rule)?.summary ?? Localized(finding.rule, finding.rule)
  }
}
