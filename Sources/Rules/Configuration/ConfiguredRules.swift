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
        let hint = nearest(to: setting.name, among: ids.union(groups))
          .map { ", did you mean \"\($0)\"?" }
        throw error("there is no rule or group \"\(setting.name)\"\(hint ?? "")", at: setting.line)
      }
      if let option = setting.optionLines.min(by: { $0.value < $1.value }) {
        throw error(
          "a group has no option \"\(option.key)\": only a rule has options",
          at: option.value
        )
      }
    }
  }

  private func check(_ options: RuleOptions, of setting: RuleSetting) throws(RulePackError) {
    if let mismatch = options.mismatches.first {
      throw error(
        "\"\(mismatch.key)\" of \(setting.name) is \(mismatch.expected)",
        at: setting.optionLines[mismatch.key] ?? setting.line
      )
    }
    if let key = options.unknownKeys.first {
      let known = options.read.union(["severity"])
      let hint = nearest(to: key, among: known).map { ", did you mean \"\($0)\"?" }
      let list = "; it has \(known.sorted().joined(separator: ", "))"
      throw error(
        "\(setting.name) has no option \"\(key)\"\(hint ?? list)",
        at: setting.optionLines[key] ?? setting.line
      )
    }
  }

  private func error(_ reason: String, at line: Int) -> RulePackError {
    RulePackError(path ?? "hegui.yml", line: line, reason)
  }
}
