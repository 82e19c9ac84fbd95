package import ChineseText
package import Linting
import SourceText

extension Configuration {
  /// The rules that are on, with their options, in the order given; an id's setting wins over its group's.
  ///
  /// A name that no rule or group has and an option that its rule does not know are errors.
  package func configured(
    _ rules: [any Rule],
    cacheFolder: CacheFolder? = nil
  ) throws(RulePackError) -> [any Rule] {
    if !self.rules.isEmpty { try checkNames(rules.map(\.info)) }
    var rules = rules
    if !lists.isEmpty || !requiredCategories.isEmpty {
      let own = try readOwnLists(cacheFolder: cacheFolder)
      for index in rules.indices {
        if !lists.isEmpty, let rule = rules[index] as? OperatorTerms {
          rules[index] = rule.judging(own.usable)
        } else if let rule = rules[index] as? ListStates {
          rules[index] = rule.judging(own)
        }
      }
    }
    guard !self.rules.isEmpty else { return rules }
    var configured: [any Rule] = []
    for rule in rules where level(of: rule.info) != .off {
      guard let setting = setting(rule.info.id), !setting.options.isEmpty else {
        configured.append(rule)
        continue
      }
      var options = RuleOptions(setting.options)
      configured.append(rule.configured(by: &options))
      try check(options, of: setting)
    }
    return configured
  }

  /// The severities that take the place of the rules' own, by rule id or group.
  package var severities: [String: Severity] {
    var severities: [String: Severity] = [:]
    for setting in rules {
      if case .on(let severity) = setting.level { severities[setting.name] = severity }
    }
    return severities
  }

  private func setting(_ name: String) -> RuleSetting? { rules.first { $0.name == name } }

  private func level(of info: RuleInfo) -> RuleSetting.Level? {
    setting(info.id)?.level ?? setting(info.group)?.level
  }

  private func checkNames(_ infos: [RuleInfo]) throws(RulePackError) {
    let ids = Set(infos.map(\.id))
    let groups = Set(RuleGroup.allCases.map(\.rawValue))
    for setting in rules {
      if ids.contains(setting.name) { continue }
      guard groups.contains(setting.name) else {
        throw error(
          Localized(
            "没有规则或类别「\(setting.name)」",
            "there is no rule or group \"\(setting.name)\""
          ).suggesting(nearest(to: setting.name, among: ids.union(groups))),
          at: setting.line
        )
      }
      if let option = setting.optionLines.min(by: { $0.value < $1.value }) {
        throw error(
          Localized(
            "类别没有选项「\(option.key)」，只有规则才有",
            "a group has no option \"\(option.key)\": only a rule has options"
          ),
          at: option.value
        )
      }
    }
  }

  private func check(_ options: RuleOptions, of setting: RuleSetting) throws(RulePackError) {
    if let mismatch = options.mismatches.first {
      throw error(
        Localized(
          "\(setting.name) 的「\(mismatch.key)」应是\(mismatch.expected.zh)",
          "\"\(mismatch.key)\" of \(setting.name) is \(mismatch.expected.en)"
        ),
        at: setting.optionLines[mismatch.key] ?? setting.line
      )
    }
    if let key = options.unknownKeys.first {
      let known = options.read.union(["severity"])
      throw error(
        Localized("\(setting.name) 没有选项「\(key)」", "\(setting.name) has no option \"\(key)\"")
          .suggesting(key, of: known.sorted()),
        at: setting.optionLines[key] ?? setting.line
      )
    }
  }

  private func error(_ reason: Localized, at line: Int) -> RulePackError {
    RulePackError(path ?? "hegui.yml", line: line, reason)
  }
}
