package import Linting
import Reporting

/// The library of rules, as a search leaves it.
package struct RulesPage: Page {
  /// What was asked for.
  package struct Filter: Sendable {
    package let text: String
    package let group: RuleGroup?
    package let severity: Severity?

    package init(text: String, group: RuleGroup?, severity: Severity?) {
      self.text = text
      self.group = group
      self.severity = severity
    }

    fileprivate var isEmpty: Bool { text.isEmpty && group == nil && severity == nil }
  }

  let rules: [RuleInfo]
  let filter: Filter

  /// `rules` are those that the filter lets through, by id.
  package init(rules: [RuleInfo], filter: Filter) {
    self.rules = rules
    self.filter = filter
  }

  package var extras: [String] { ["rules.css"] }

  package func title(in frame: Frame) -> String { frame.words(RulePhrase.title) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    guard !rules.isEmpty else {
      let all: SafeHTML = "<a class=\"button\" href=\"/rules\">\(words(RulePhrase.clear))</a>"
      return "\(form(in: frame))\(frame.empty(words(RulePhrase.empty), all))"
    }
    let groups = RuleGroup.allCases.compactMap { group -> SafeHTML? in
      let found = rules.filter { $0.group == group.rawValue }
      return found.isEmpty ? nil : section(group, found, in: frame)
    }
    let all: SafeHTML =
      filter.isEmpty ? "" : " · <a href=\"/rules\">\(words(RulePhrase.clear))</a>"
    return """
      <p class="aside">\(words(RulePhrase.hint))</p>\(form(in: frame))\
      <p class="aside" role="status">\(words(RulePhrase.count, count: rules.count))\(all)</p>\
      \(groups)
      """
  }

  private func section(_ group: RuleGroup, _ rules: [RuleInfo], in frame: Frame) -> SafeHTML {
    let words = frame.words
    let lines = rules.map { rule -> SafeHTML in
      """
      <li>\(frame.badge(rule.severity))<a href="/rules/\(rule.id)">\(words(rule.summary))</a>\
      <code>\(rule.id)</code></li>
      """
    }
    let title = words(
      RulePhrase.groupTitle,
      ["name": words(group.title), "count": String(rules.count)]
    )
    // All at once are too many to look through.
    return filter.isEmpty
      ? "<details class=\"group\"><summary>\(title)</summary><ul class=\"rules\">\(lines)</ul></details>"
      : frame.section(title, "<ul class=\"rules\">\(lines)</ul>")
  }

  private func form(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let groups = RuleGroup.allCases.map { (value: $0.rawValue, label: words($0.title)) }
    let severities = [Severity.error, .warning, .suggestion].map {
      (value: $0.rawValue, label: words($0.name))
    }
    let search = frame.textField(
      words(RulePhrase.search),
      name: "text",
      value: filter.text,
      type: "search"
    )
    let group = frame.choice(
      words(RulePhrase.group),
      name: "group",
      options: [("", words(RulePhrase.anyGroup))] + groups,
      chosen: filter.group?.rawValue ?? ""
    )
    let severity = frame.choice(
      words(RulePhrase.severity),
      name: "severity",
      options: [("", words(RulePhrase.anySeverity))] + severities,
      chosen: filter.severity?.rawValue ?? ""
    )
    return """
      <form method="get" action="/rules" class="filter">\(search)\(group)\(severity)\
      <p><button>\(words(RulePhrase.find))</button></p></form>
      """
  }
}
