import Linting
package import Reviewing

/// The policy in force, what is proposed in its place, and what there was.
package struct PoliciesPage: Page {
  /// Whether the people there are can live by a policy, and who could sign.
  package struct Staffing: Sendable {
    let problems: [PolicyProblem]
    let departments: [Department]
    let department: Department?
    let steps: [StaffedStep]

    package init(
      problems: [PolicyProblem],
      departments: [Department],
      department: Department?,
      steps: [StaffedStep]
    ) {
      self.problems = problems
      self.departments = departments
      self.department = department
      self.steps = steps
    }
  }

  let active: PolicyVersion?
  let versions: [PolicyVersion]
  let names: [ID<User>: String]
  let staffing: Staffing?
  /// What speaks against activating a version, by its number.
  let obstacles: [Int: [PolicyProblem]]

  package init(
    active: PolicyVersion?,
    versions: [PolicyVersion],
    names: [ID<User>: String],
    staffing: Staffing?,
    obstacles: [Int: [PolicyProblem]]
  ) {
    self.active = active
    self.versions = versions
    self.names = names
    self.staffing = staffing
    self.obstacles = obstacles
  }

  package var extras: [String] { ["policy.css"] }

  package func title(in frame: Frame) -> String { frame.words(PolicyPhrase.title) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let propose: SafeHTML =
      frame.viewer?.has(anyOf: PolicyDesk.proposers) ?? false
      ? "<a class=\"button\" href=\"/policies/new\">\(words(PolicyPhrase.propose))</a>" : ""
    let pending = versions.filter { $0.activator == nil && $0.number > active?.number ?? 0 }
    return """
      <div class="strip"><p class="aside">\(words(PolicyPhrase.hint))</p>\(propose)</div>\
      \(pending.map { proposal($0, in: frame) })\
      \(inForce(in: frame))\
      \(staffing.map { people($0, in: frame) } ?? "")\
      \(frame.section(words(PolicyPhrase.history), history(in: frame)))
      """
  }

  private func inForce(in frame: Frame) -> SafeHTML {
    let words = frame.words
    guard let active else { return frame.empty(words(PolicyPhrase.none)) }
    let since = words(
      PolicyPhrase.since,
      [
        "number": String(active.number), "person": activator(of: active, words),
        "time": words.time(active.activatedAt),
      ]
    )
    return frame.section(
      words(PolicyPhrase.inForce),
      """
      <div class="card policy"><p class="name">\(words(active.policy.title))</p>\
      <p class="aside">\(since)</p>\(PolicyClauses(words: words, policy: active.policy).html)</div>
      """
    )
  }

  private func proposal(_ version: PolicyVersion, in frame: Frame) -> SafeHTML {
    let words = frame.words
    let number = ["number": String(version.number)]
    let by = words(
      PolicyPhrase.proposedBy,
      ["person": names[version.proposer] ?? "", "time": words.time(version.proposedAt)]
    )
    let clauses = PolicyClauses(words: words, policy: version.policy)
    let changes =
      active.map { active -> SafeHTML in
        let old = PolicyClauses(words: words, policy: active.policy)
        let told =
          clauses.differences(from: old, in: frame) ?? "<p>\(words(PolicyPhrase.sameWords))</p>"
        return "<h3>\(words(PolicyPhrase.differences))</h3>\(told)"
      } ?? clauses.html
    let whole: SafeHTML =
      "<a href=\"/policies/\(version.number)\">\(words(PolicyPhrase.whole))</a>"
    return frame.section(
      words(PolicyPhrase.proposed, number),
      """
      <div class="card policy"><p class="name">\(words(version.policy.title))</p>\
      <p class="aside">\(by) · \(whole)</p>\(changes)\(activation(of: version, in: frame))</div>
      """
    )
  }

  private func activation(of version: PolicyVersion, in frame: Frame) -> SafeHTML {
    let words = frame.words
    guard let viewer = frame.viewer, viewer.has(anyOf: PolicyDesk.activators),
      viewer.user.id != version.proposer
    else { return "<p class=\"aside\">\(words(PolicyPhrase.activateOther))</p>" }
    let obstacles = obstacles[version.number] ?? []
    guard obstacles.isEmpty else {
      let lines = obstacles.map { "<li>\(words($0.message))</li>" as SafeHTML }
      return """
        <div class="alert"><p>\(words(PolicyPhrase.obstacles))</p><ul>\(lines)</ul></div>
        """
    }
    let question = words(PolicyPhrase.activateConfirm, ["number": String(version.number)])
    let form = frame.form(
      .post,
      "/v1/policies/\(version.number)/activation",
      next: "/policies?done=activated"
    ) {
      "<button class=\"primary\" data-confirm=\"\(question)\">\(words(PolicyPhrase.activate))</button>"
    }
    return "<p class=\"aside\">\(words(PolicyPhrase.activateHint))</p>\(form)"
  }

  private func people(_ staffing: Staffing, in frame: Frame) -> SafeHTML {
    let words = frame.words
    let problems = staffing.problems.map { "<li>\(words($0.message))</li>" as SafeHTML }
    let state: SafeHTML =
      problems.isEmpty
      ? "<p class=\"notice\">\(words(PolicyPhrase.staffingFine))</p>"
      : "<div class=\"alert\"><p>\(words(PolicyPhrase.staffingShort))</p><ul>\(problems)</ul></div>"
    let choice = frame.choice(
      words(PolicyPhrase.department),
      name: "department",
      options: staffing.departments.map { ($0.id.value, $0.name) },
      chosen: staffing.department?.id.value ?? "",
      isRequired: true
    )
    let heads: [PolicyPhrase] = [.step, .needed, .people]
    let rows = staffing.steps.map { step -> [SafeHTML] in
      let people = step.people.map(\.displayName).joined(separator: words("、", ", "))
      let shown: SafeHTML =
        people.isEmpty
        ? "<span class=\"late\">\(words(PolicyPhrase.nobody))</span>" : "\(people)"
      return [
        "\(step.stage.map { words($0.title) } ?? words(PolicyPhrase.publishing))",
        "\(step.stage?.approvals ?? 1)", shown,
      ]
    }
    return frame.section(
      words(PolicyPhrase.staffing),
      """
      <p class="aside">\(words(PolicyPhrase.staffingHint))</p>\(state)\
      <form method="get" action="/policies" class="filter">\(choice)\
      <p><button>\(words(PolicyPhrase.show))</button></p></form>\
      \(frame.table(heads.map { words($0) }, rows))
      """
    )
  }

  /// The first version is in force from the beginning, by nobody's word.
  private func activator(of version: PolicyVersion, _ words: Words) -> String {
    if version.activator == version.proposer { return words(PolicyPhrase.initial) }
    return version.activator.flatMap { names[$0] } ?? ""
  }

  private func history(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let heads: [PolicyPhrase] = [.number, .name, .proposer, .activator]
    return frame.table(
      heads.map { words($0) },
      versions.sorted { $0.number > $1.number }.map { version in
        let number = words(PolicyPhrase.version, ["number": String(version.number)])
        return [
          "<a href=\"/policies/\(version.number)\">\(number)</a>",
          "\(words(version.policy.title))",
          "\(names[version.proposer] ?? "") \(frame.time(version.proposedAt))",
          version.activator == nil
            ? "<span class=\"badge\">\(words(PolicyPhrase.notActive))</span>"
            : "\(activator(of: version, words)) \(frame.time(version.activatedAt))",
        ]
      }
    )
  }
}
