import Linting
import SourceText

/// Reads a rule pack (`rules/*.yml`); the format is described in `rules/README.md`.
struct PackReader {
  /// How much of a pack is read.
  enum Extent: Sendable {
    case whole
    /// What judging drafts needs: rules have no cases and no reasons, and nothing tries their expressions.
    case judging
  }

  let path: String
  /// Keys of `rules/sources.yml`; nil where the pack is known to name no others.
  let sources: Set<String>?
  var extent = Extent.whole
  /// The pattern tables that rules may name.
  var tables: [PatternTable] = []
  /// What rules with `besides: sentences` ask, too.
  var model: SentenceModel?
  /// Ids of rules read before.
  var taken: Set<String> = []

  func rules(in root: YAMLNode) throws(RulePackError) -> [any Rule] {
    var pack = try YAMLMapping(root, path: path)
    let name = try pack.required("pack")
    guard path == "\(name).yml" || path.hasSuffix("/\(name).yml") else {
      throw pack.error(
        Localized("规则包的名字要与文件名相同，不是「\(name)」", "a pack is named as its file, not \"\(name)\""),
        at: "pack"
      )
    }
    _ = try pack.required("title")
    var rules: [any Rule] = []
    var taken = taken
    for mapping in try pack.mappings("rules") ?? [] {
      let rule = try rule(mapping)
      // Of packs that are known to load whole no ids are the same.
      if extent == .whole, !taken.insert(rule.info.id).inserted {
        throw mapping.error(
          Localized(
            "规则 \(rule.info.id) 定义了两次，请把一个改名",
            "the rule \(rule.info.id) is defined twice: rename one"
          ),
          at: "id"
        )
      }
      rules.append(rule)
    }
    guard !rules.isEmpty else {
      throw pack.error(Localized("缺少 rules，或者是空的", "\"rules\" is missing or empty"))
    }
    try pack.finish()
    return rules
  }

  private func rule(_ mapping: YAMLMapping) throws(RulePackError) -> any Rule {
    var mapping = mapping
    var english = try english(&mapping)
    let info = try info(&mapping, &english)
    let cases = try cases(&mapping)
    let message = try text("message", &mapping, &english)
    try checkPlaceholders(of: message, mapping)
    let fix = try replacement(&mapping, &english)
    guard var match = try mapping.mapping("match") else {
      throw mapping.missing("match")
    }
    let parts = RuleParts(
      info: info,
      cases: cases,
      message: message,
      fix: fix,
      triesExpressions: extent == .whole,
      tables: tables,
      model: model
    )
    let rule = try parts.suspecting(parts.rule(matching: &match), &match)
    try match.finish()
    try english?.finish()
    try mapping.finish()
    return rule
  }

  /// The texts in English; those of a pack without them are the Chinese ones.
  private func english(_ mapping: inout YAMLMapping) throws(RulePackError) -> YAMLMapping? {
    try mapping.mapping("en")
  }

  private func text(
    _ key: String,
    _ mapping: inout YAMLMapping,
    _ english: inout YAMLMapping?,
    as englishKey: String? = nil
  ) throws(RulePackError) -> Localized {
    let chinese = try mapping.required(key)
    return Localized(chinese, try english?.required(englishKey ?? key) ?? chinese)
  }

  /// What stands in braces is put in, or it is a slip.
  private func checkPlaceholders(
    of message: Localized,
    _ mapping: YAMLMapping
  ) throws(RulePackError) {
    guard extent == .whole else { return }
    let known = ["match", "standard", "note", "advice"]
    for text in [message.zh, message.en] {
      for part in text.split(separator: "{").dropFirst() {
        let name = String(part.prefix { $0 != "}" })
        guard let hint = nearest(to: name, among: known), hint != name else { continue }
        let reason = Localized("「{\(name)}」不会被填上", "\"{\(name)}\" is never filled")
        throw mapping.error(reason.suggesting("{\(hint)}"), at: "message")
      }
    }
  }

  private func info(
    _ mapping: inout YAMLMapping,
    _ english: inout YAMLMapping?
  ) throws(RulePackError) -> RuleInfo {
    let id = try mapping.required("id")
    // Nil sources are those of a pack that was read before.
    guard sources == nil || RuleGroup(ofRule: id) != nil else {
      let groups = RuleGroup.allCases.map(\.rawValue).joined(separator: ", ")
      throw mapping.error(
        Localized(
          "「\(id)」应写成 类别/名字，类别是 \(groups) 之一",
          "\"\(id)\" is not group/name with a group of \(groups)"
        ),
        at: "id"
      )
    }
    guard let severity = try mapping.choice("severity", of: Severity.self) else {
      throw mapping.missing("severity")
    }
    return RuleInfo(
      id: id,
      summary: try text("summary", &mapping, &english),
      why: try why(&mapping, &english),
      basis: try basis(&mapping),
      severity: severity,
      escalation: try mapping.choice("escalation", of: Escalation.self)
    )
  }

  private func why(
    _ mapping: inout YAMLMapping,
    _ english: inout YAMLMapping?
  ) throws(RulePackError) -> Localized {
    guard extent == .whole else {
      mapping.skip("why")
      english?.skip("why")
      return Localized("", "")
    }
    return try text("why", &mapping, &english)
  }

  private func basis(_ mapping: inout YAMLMapping) throws(RulePackError) -> [Basis] {
    var basis: [Basis] = []
    for var item in try mapping.mappings("basis") ?? [] {
      let source = try item.required("source")
      guard sources?.contains(source) ?? true else {
        throw item.error(
          Localized("sources.yml 里没有「\(source)」", "\"\(source)\" is not a key of sources.yml"),
          at: "source"
        )
      }
      basis.append(Basis(source, try item.string("clause") ?? ""))
      try item.finish()
    }
    guard !basis.isEmpty else {
      throw mapping.error(
        Localized("缺少 basis：规则的依据", "\"basis\" is missing: what the rule rests on")
      )
    }
    return basis
  }

  private func cases(_ mapping: inout YAMLMapping) throws(RulePackError) -> [RuleCase] {
    guard extent == .whole else {
      mapping.skip("cases")
      return []
    }
    var cases: [RuleCase] = []
    for var item in try mapping.mappings("cases") ?? [] {
      let note = try item.string("note") ?? ""
      let profile = try item.choice("profile", of: Profile.self)
      if let draft = try item.string("ok") {
        cases.append(.ok(note, draft, profile: profile))
      } else {
        let draft = try item.required("flags")
        cases.append(.flags(note, draft, fixed: try item.string("fixed"), profile: profile))
      }
      try item.finish()
    }
    guard cases.contains(where: \.isFlagged), cases.contains(where: { !$0.isFlagged }) else {
      throw mapping.error(
        Localized(
          "每条规则至少要有一个 ok 和一个 flags 的例子",
          "a rule has at least one case \"ok\" and one \"flags\""
        ),
        at: "cases"
      )
    }
    return cases
  }

  private func replacement(
    _ mapping: inout YAMLMapping,
    _ english: inout YAMLMapping?
  ) throws(RulePackError) -> PatternRule.Replacement? {
    guard var fix = try mapping.mapping("fix") else { return nil }
    let title = try text("title", &fix, &english, as: "fix")
    let safety = try fix.choice("safety", of: Fix.Safety.self) ?? .unsafe
    let certain = try fix.choice("certain", of: Fix.Safety.self)
    var texts: [(from: String, to: String)] = []
    if var replaced = try fix.mapping("replace") {
      for key in replaced.keys { texts.append((key, try replaced.string(key) ?? "")) }
    }
    try fix.finish()
    return PatternRule.Replacement(
      title: title,
      safety: safety,
      certainSafety: certain,
      texts: texts
    )
  }
}

extension YAMLNode {
  /// A pack's root without what judging drafts does not need: cases and reasons.
  var withoutExplanations: YAMLNode {
    changing("rules") { rules in
      guard let items = rules.sequence else { return rules }
      let short = items.map { rule in
        rule.without(["cases", "why"]).changing("en") { $0.without(["why"]) }
      }
      return YAMLNode(line: rules.line, content: .sequence(short))
    }
  }
}
