import Linting
import Reporting
import Reviewing

/// A policy as sentences, one a line, so that two can be compared by people.
struct PolicyClauses {
  struct Line: Hashable {
    let text: String
    let isHeading: Bool
  }

  let words: Words
  let policy: Policy

  var lines: [Line] {
    [Line(text: words(policy.title), isHeading: true)]
      + policy.stages.flatMap { lines(of: $0) }
      + part(.lanes, lanes) + part(.secrecyTitle, secrecy) + part(.separation, [separation])
      + part(.waivers, waivers)
      + part(.times, times)
  }

  private func part(_ title: ClausePhrase, _ texts: [String]) -> [Line] {
    [Line(text: words(title), isHeading: true)] + texts.map { Line(text: $0, isHeading: false) }
  }

  private func lines(of stage: Stage) -> [Line] {
    let condition: ClausePhrase =
      switch stage.condition {
      case .always: .always
      case .leadership: .leadership
      case .secrecy: .secrecy
      }
    let signed: ClausePhrase = stage.voters.sameDepartment ? .sameDepartment : .voters
    let items = stage.checklist.map { words($0.title) }.joined(separator: words("；", "; "))
    let texts = [
      words(condition), words(signed, ["roles": list(stage.voters.roles)]),
      words(ClausePhrase.approvals, count: stage.approvals),
      words(ClausePhrase.due, ["span": span(stage.dueHours)]),
      words(
        ClausePhrase.checklist,
        ["items": items.isEmpty ? words(ClausePhrase.nothing) : items]
      ),
    ]
    return [Line(text: words(stage.title), isHeading: true)]
      + texts.map { Line(text: $0, isHeading: false) }
  }

  private var lanes: [String] {
    [
      words(ClausePhrase.urgent, ["stages": path(policy.urgentStages)]),
      words(ClausePhrase.correction, ["stages": path(policy.correctionStages)]),
      words(ClausePhrase.correctionLimit, count: policy.correctionLimit),
    ]
      + (policy.confirmationHours.map { [words(ClausePhrase.confirmation, ["span": span($0)])] }
        ?? [])
  }

  private var secrecy: [String] {
    let classes = policy.secrecy.classes.sorted().map { name(ofClass: $0) }
    let concerns = ReleaseForm.Concern.allCases.filter(policy.secrecy.concerns.contains)
      .map { words($0.title) }
    return [
      words(ClausePhrase.secrecyClasses, ["classes": list(classes)]),
      words(ClausePhrase.secrecyConcerns, ["concerns": list(concerns)]),
    ]
  }

  private var separation: String {
    switch policy.separation {
    case .strict: words(ClausePhrase.strict)
    case .smallUnit: words(ClausePhrase.smallUnit, count: policy.smallUnitLimit)
    }
  }

  private var waivers: [String] {
    let waivers = policy.waivers
    let groups = waivers.groups.sorted { $0.key < $1.key }.map { group, roles in
      roles.isEmpty
        ? words(ClausePhrase.nobody, ["group": name(ofGroup: group)])
        : words(ClausePhrase.group, ["group": name(ofGroup: group), "roles": list(roles)])
    }
    let second = waivers.second.sorted { $0.key < $1.key }.map { group, roles in
      words(ClausePhrase.second, ["group": name(ofGroup: group), "roles": list(roles)])
    }
    let evidence = waivers.evidence.sorted().map { name(ofGroup: $0) }
    return [
      words(ClausePhrase.warning, ["roles": list(waivers.warning)]),
      words(ClausePhrase.error, ["roles": list(waivers.error)]),
    ] + groups + second + [
      words(ClausePhrase.evidence, ["groups": list(evidence)]),
      words(
        ClausePhrase.days,
        ["usual": String(waivers.defaultDays), "most": String(waivers.maximumDays)]
      ),
    ]
  }

  private var times: [String] {
    let classes = policy.classApprovalHours.sorted { $0.key < $1.key }.map { key, hours in
      words(ClausePhrase.classHours, ["class": name(ofClass: key), "span": span(hours)])
    }
    return [words(ClausePhrase.approvalHours, ["span": span(policy.approvalHours)])] + classes + [
      words(ClausePhrase.urgentHours, ["span": span(policy.urgentApprovalHours)]),
      words(ClausePhrase.permitMinutes, count: policy.permitMinutes),
    ]
  }

  /// Whole days where there are more than two: people think of a week, not of 168 hours.
  private func span(_ hours: Int) -> String {
    hours > 48 && hours.isMultiple(of: 24)
      ? words(ClausePhrase.daySpan, count: hours / 24) : words(ClausePhrase.hourSpan, count: hours)
  }

  private func list(_ roles: Set<Role>) -> String {
    let names = Role.allCases.filter(roles.contains).map { words($0.title) }
    return names.isEmpty
      ? words(ClausePhrase.nothing) : names.joined(separator: words(ClausePhrase.either))
  }

  private func list(_ names: [String]) -> String {
    names.isEmpty
      ? words(ClausePhrase.nothing) : names.joined(separator: words("、", ", "))
  }

  private func name(ofClass key: String) -> String {
    ClassPhrase(rawValue: key).map { words($0) } ?? key
  }

  private func path(_ stages: [String]) -> String {
    let names = stages.map { key in policy.stage(key).map { words($0.title) } ?? key }
    return names.isEmpty ? words(ClausePhrase.nothing) : names.joined(separator: " → ")
  }

  /// Of a group, or of a single rule.
  private func name(ofGroup key: String) -> String {
    RuleGroup(rawValue: key).map { words($0.title) } ?? key
  }
}

extension PolicyClauses {
  /// Each heading with what stands under it; the title of the whole is left to the page.
  var html: SafeHTML {
    var parts: [SafeHTML] = []
    var items: [SafeHTML] = []
    for line in lines.dropFirst().reversed() {
      if line.isHeading {
        parts.append("<section><h3>\(line.text)</h3><ul>\(Array(items.reversed()))</ul></section>")
        items = []
      } else {
        items.append("<li>\(line.text)</li>")
      }
    }
    return "<div class=\"clauses\">\(Array(parts.reversed()))</div>"
  }

  /// What has changed since `old`, under the headings that stand here; nil where no word has.
  func differences(from old: PolicyClauses, in frame: Frame) -> SafeHTML? {
    let (before, after) = (old.lines, lines)
    let changes = listChanges(from: before.count, to: after.count) { before[$0] == after[$1] }
    guard changes.contains(where: { $0.kind != .kept }) else { return nil }
    var heading: String?
    var parts: [SafeHTML] = []
    for change in changes {
      let line = change.kind == .removed ? before[change.index] : after[change.index]
      if line.isHeading, change.kind == .kept {
        heading = line.text
        continue
      }
      guard change.kind != .kept else { continue }
      if let title = heading {
        parts.append("<li class=\"under\">\(title)</li>")
        heading = nil
      }
      parts.append(
        change.kind == .removed
          ? "<li><del><span class=\"said\">\(frame.words(PolicyPhrase.removed))</span> \(line.text)</del></li>"
          : "<li><ins><span class=\"said\">\(frame.words(PolicyPhrase.added))</span> \(line.text)</ins></li>"
      )
    }
    return "<ul class=\"changes\">\(parts)</ul>"
  }
}
