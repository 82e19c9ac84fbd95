package import Linting

/// What reports say about rules: their infos, and the sources they rest on.
package struct RuleBook: Sendable {
  /// Sorted by id.
  package let rules: [RuleInfo]
  private let infos: [String: RuleInfo]
  private let sources: [String: RuleSource]

  /// `sources` by their keys in `rules/sources.yml`.
  package init(rules: [RuleInfo], sources: [String: RuleSource]) {
    self.rules = rules.sorted { $0.id < $1.id }
    self.sources = sources
    infos = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func info(of rule: String) -> RuleInfo? { infos[rule] }

  /// The title of a basis' source; its key where it has none.
  package func title(of basis: Basis) -> String { source(of: basis).title }

  /// The source of a basis; one whose title is its key where it is not known.
  func source(of basis: Basis) -> RuleSource {
    sources[basis.source] ?? RuleSource(title: basis.source)
  }

  /// `title clause`, several parted by a semicolon; nil for a rule without a basis.
  package func basisLine(of rule: String) -> String? {
    guard let bases = infos[rule]?.basis, !bases.isEmpty else { return nil }
    let lines = bases.map { $0.clause.isEmpty ? title(of: $0) : "\(title(of: $0)) \($0.clause)" }
    return lines.joined(separator: "；")
  }

  /// A finding's message, or the rule's summary where the message might quote what must not be shown.
  func message(of finding: Finding, behind veil: Veil, in language: Language) -> String {
    guard veil.silences(finding) else { return finding.message.text(in: language) }
    return infos[finding.rule]?.summary.text(in: language) ?? finding.rule
  }
}
