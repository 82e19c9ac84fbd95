import ChineseText
import Linting
import SourceText

/// What all kinds of rules have in common.
struct RuleParts {
  let info: RuleInfo
  let cases: [RuleCase]
  let message: Localized
  /// Its texts are for matches of patterns; a hit of a list has the entry's standard form.
  let fix: PatternRule.Replacement?
  let triesExpressions: Bool
  let tables: [PatternTable]
  let model: SentenceModel?

  /// What may find faults of a rule besides its own words.
  private enum Besides: String, CaseIterable, Sendable { case sentences }

  /// The rule; with `besides: sentences` one that the model of sentences finds faults for, too.
  func suspecting(_ rule: any Rule, _ match: inout YAMLMapping) throws(RulePackError) -> any Rule {
    guard try match.choice("besides", of: Besides.self) == .sentences else { return rule }
    guard let model else {
      throw match.error(
        Localized(
          "besides: sentences 要有 sentence-detector.txt 和 sentence-classifier.txt",
          "\"besides: sentences\" needs sentence-detector.txt and sentence-classifier.txt"
        ),
        at: "besides"
      )
    }
    return SuspectingRule(base: rule, model: model)
  }

  func rule(matching match: inout YAMLMapping) throws(RulePackError) -> any Rule {
    if let lists = try match.strings("list") {
      let rule = try listRule(lists, own: [], &match)
      if let repeats = try match.mapping("repeats") { return try repeatRule(rule, repeats) }
      guard let patterns = try match.strings("pattern") else { return rule }
      return JoinedRule(list: rule, pattern: try patternRule(patterns, &match))
    }
    if let words = try match.strings("words") {
      let allowed = try match.strings("except") ?? []
      let list = TermList.words(name: "words:" + info.id, words, allowed: allowed)
      return try listRule([list.name], own: [list], &match)
    }
    if let patterns = try match.strings("pattern") { return try patternRule(patterns, &match) }
    if let table = try match.string("table") { return try tableRule(table, &match) }
    throw match.error(
      Localized(
        "match 里要有 words、list、pattern、table 之一",
        "a match has one of \"words\", \"list\", \"pattern\", \"table\""
      )
    )
  }

  private func tableRule(
    _ name: String,
    _ match: inout YAMLMapping
  ) throws(RulePackError) -> TableRule {
    guard let table = tables.first(where: { $0.name == name }) else {
      throw match.error(
        Localized("没有句式表「\(name)」", "there is no pattern table \"\(name)\"")
          .suggesting(nearest(to: name, among: tables.map(\.name))),
        at: "table"
      )
    }
    var rule = TableRule(
      info: info,
      cases: cases,
      table: table,
      words: table.words(of: info.id),
      message: message,
      replacement: fix.map { ListRule.Replacement($0) }
    )
    rule.scope = try match.choice("scope", of: TableRule.Scope.self) ?? .prose
    rule.quotation = try match.choice("quotation", of: ListRule.Quotation.self) ?? .keep
    rule.outside = try spans(outside: &match)
    rule.classes = try classSeverities(&match)
    for name in try match.strings("escalates") ?? [] {
      rule.escalating.insert(try kind(name, at: "escalates", in: match))
    }
    return rule
  }

  /// What becomes of a finding by class of draft.
  private func classSeverities(
    _ match: inout YAMLMapping
  ) throws(RulePackError) -> ClassSeverities {
    var severities = ClassSeverities()
    guard var item = try match.mapping("classes") else { return severities }
    for name in item.keys {
      guard let change = ClassSeverities.Change(try item.required(name)) else {
        throw item.error(
          Localized(
            "各类稿件写 lower、silent、error、warning 或 suggestion",
            "a class has lower, silent, error, warning or suggestion"
          ),
          at: name
        )
      }
      severities.set(change, for: try kind(name, at: name, in: item))
    }
    return severities
  }

  private func kind(
    _ name: String,
    at key: String,
    in mapping: YAMLMapping
  ) throws(RulePackError) -> DocumentClass.Kind {
    if let kind = DocumentClass.Kind(rawValue: name) { return kind }
    let known = DocumentClass.Kind.allCases.map(\.rawValue)
    throw mapping.error(
      Localized("没有稿件类别「\(name)」", "\"\(name)\" is no class of drafts")
        .suggesting(name, of: known, separator: " "),
      at: key
    )
  }

  private func listRule(
    _ names: [String],
    own: [TermList],
    _ match: inout YAMLMapping
  ) throws(RulePackError) -> ListRule {
    var rule = ListRule(
      info: info,
      cases: cases,
      wordLists: names,
      ownLists: own,
      message: message,
      replacement: fix.map { ListRule.Replacement($0) }
    )
    rule.scope = try match.choice("scope", of: ListRule.Scope.self) ?? .prose
    if let letter = try match.string("first-use") {
      guard let certainty = Certainty(letter: letter) else {
        throw match.error(
          Localized("first-use 写 E、W 或 S", "\"first-use\" is E, W or S"),
          at: "first-use"
        )
      }
      rule.firstUse = certainty
    }
    rule.quotation = try match.choice("quotation", of: ListRule.Quotation.self) ?? .keep
    rule.outside = try spans(outside: &match)
    if var severities = try match.mapping("severities") {
      rule.severities = CertaintySeverities(
        error: try severities.choice("E", of: Severity.self),
        warning: try severities.choice("W", of: Severity.self),
        suggestion: try severities.choice("S", of: Severity.self)
      )
      try severities.finish()
    }
    return rule
  }

  /// `repeats: { from: 2, to: 6, times: 2 }`: two to six characters that stand there twice.
  private func repeatRule(
    _ list: ListRule,
    _ repeats: YAMLMapping
  ) throws(RulePackError) -> RepeatRule {
    var repeats = repeats
    let from = try repeats.int("from") ?? 1
    let to = try repeats.int("to") ?? from
    let times = try repeats.int("times") ?? 2
    guard from >= 1, to >= from, to <= 20, (2...9).contains(times) else {
      throw repeats.error(
        Localized(
          "from 和 to 是 1 到 20，from 不大于 to，times 是 2 到 9",
          "from and to are 1 to 20, from no more than to, times 2 to 9"
        ),
        at: "from"
      )
    }
    try repeats.finish()
    return RepeatRule(list: list, lengths: from...to, times: times)
  }

  private func spans(
    outside match: inout YAMLMapping
  ) throws(RulePackError) -> ProtectedSpan.Kinds {
    var kinds: ProtectedSpan.Kinds = []
    for name in try match.strings("outside") ?? [] {
      guard let kind = ProtectedSpan.Kinds(packName: name) else {
        throw match.error(
          Localized(
            "outside 可以用 title-marks、quotation、name、label",
            "\"outside\" knows title-marks, quotation, name, label"
          ),
          at: "outside"
        )
      }
      kinds.formUnion(kind)
    }
    return kinds
  }

  private func patternRule(
    _ patterns: [String],
    _ match: inout YAMLMapping
  ) throws(RulePackError) -> PatternRule {
    let unless = try match.strings("unless") ?? []
    let suggestions = try match.strings("suggestion") ?? []
    let scope = try match.choice("scope", of: PatternRule.Scope.self) ?? .prose
    let outside = try spans(outside: &match)
    do {
      var rule = PatternRule(
        info: info,
        cases: cases,
        patterns: (patterns + suggestions).map { GatedPattern($0) },
        exceptions: unless.map(SentenceTest.init),
        message: message,
        replacement: fix
      )
      rule.firmCount = patterns.count
      rule.scope = scope
      rule.outside = outside
      guard triesExpressions else { return rule }
      for pattern in rule.patterns { try pattern.validate() }
      for exception in rule.exceptions { try exception.validate() }
      return rule
    } catch {
      throw match.error(Localized(quoting: error), at: "pattern")
    }
  }
}

extension ProtectedSpan.Kinds {
  /// The kinds that a pack may name.
  fileprivate init?(packName: String) {
    switch packName {
    case "title-marks": self = .titleMarks
    case "quotation": self = .quotation
    case "name": self = .name
    case "label": self = .label
    default: return nil
    }
  }
}
