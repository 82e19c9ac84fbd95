package import ChineseText
package import Linting
import SourceText

/// All rules there are, with the data they need.
package struct Ruleset: Sendable {
  /// Sorted by id; each id once.
  package let rules: [any Rule]
  /// Those of the rules, in their order.
  package let infos: [RuleInfo]
  /// `sha256:…` over all files that the rules were read from.
  package let digest: String
  package let tables: [PatternTable]
  let lists: [TermList]
  /// By their keys in `rules/sources.yml`; read when first asked for.
  package let sources: Deferred<[String: RuleSource]>
  private let lexicon: Lexicon?

  init(
    rules: [any Rule],
    sources: Deferred<[String: RuleSource]>,
    content: RulesetContent
  ) {
    self.rules = rules
    infos = rules.map(\.info)
    self.sources = sources
    digest = content.digest
    tables = content.tables
    lists = content.lists
    lexicon = content.lexicon.map { Lexicon($0.bytes) }
  }

  /// A linter of some of the rules, of all where nil; `allowed` phrases win over the terms of every list.
  package func linter(
    of selected: [any Rule]? = nil,
    options: Linter.Options,
    allowed: [String] = [],
    cacheFolder: CacheFolder?
  ) throws -> Linter {
    let active = selected ?? rules
    let wanted = Set(active.flatMap(\.lists))
    var names: Set<String> = []
    do {
      let vocabulary = try Vocabulary(
        lists: (lists.filter { wanted.contains($0.name) } + active.flatMap(\.ownLists))
          .filter { names.insert($0.name).inserted },
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
    } catch let error as TermListError {
      throw RulePackError(error)
    }
  }
}
