import ChineseText
package import Linting
import SourceText

/// All rules there are, with the data they need.
package struct Ruleset: Sendable {
  /// Sorted by id; each id once.
  package let rules: [any Rule]
  /// By their keys in `rules/sources.yml`.
  package let sources: [String: RuleSource]
  /// `sha256:…` over all files that the rules were read from.
  package let digest: String
  let lists: [TermList]
  package let tables: [PatternTable]
  let lexicon: Lexicon?

  package var infos: [RuleInfo] { rules.map(\.info) }

  /// A linter of some of the rules, of all where nil; `allowed` phrases win over the terms of every list.
  package func linter(
    of selected: [any Rule]? = nil,
    options: Linter.Options,
    allowed: [String] = [],
    cacheFolder: String?
  ) throws -> Linter {
    let active = selected ?? rules
    let wanted = Set(active.flatMap(\.lists))
    let vocabulary = try Vocabulary(
      lists: lists.filter { wanted.contains($0.name) } + active.flatMap(\.ownLists),
      patterns: active.flatMap(\.patterns),
      allowed: allowed,
      lexicon: lexicon,
      cacheFolder: cacheFolder
    )
    return Linter(
      rules: active,
      knownRules: infos,
      vocabulary: vocabulary,
      options: options
    )
  }
}
