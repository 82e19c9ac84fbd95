import Linting
import Reporting
import Reviewing

/// What was found, worst first; the counts are always of all.
extension DeskWriter {
  var findings: SafeHTML {
    let all = matter.findings
    let check = matter.shown?.check
    let head: SafeHTML = "<h2 id=\"findings\">\(words(FindingPhrase.heading))</h2>"
    let fault: SafeHTML =
      check?.failure == nil && check?.verdict != .incomplete
      ? "" : "<p class=\"alert\">\(words(FindingPhrase.notChecked))</p>"
    guard !all.isEmpty else {
      return """
        <section class="findings">\(head)\(fault)\
        \(fault.isEmpty ? frame.empty(words(FindingPhrase.none)) : "")\(otherWaivers)</section>
        """
    }
    let shown = all.indices.filter { focus.holds(all[$0]) }
    let groups = [Severity.error, .warning, .suggestion].map { severity in
      group(severity, shown.filter { all[$0].severity == severity }, of: all)
    }
    return """
      <section class="findings">\(head)\(fault)\(progress)\(waiting)\(filter(shown.count))\
      \(groups)\(otherWaivers)</section>
      """
  }

  /// What the revision has mended of the one before.
  private var progress: SafeHTML {
    let fixed = comparison?.fixed.count ?? 0
    guard fixed > 0 else { return "" }
    return """
      <p class="aside"><a href="\(matter.path)/compare">\
      \(words(FindingPhrase.fixed, count: fixed))</a></p>
      """
  }

  private var waiting: SafeHTML {
    let mine = submission.waivers.filter { matter.canDecide($0, frame.viewer?.user.id) }
    guard let first = mine.first else { return "" }
    return """
      <p class="call"><a href="#\(first.id.value)">\
      \(words(FindingPhrase.waitingForYou, count: mine.count))</a></p>
      """
  }

  private func filter(_ shown: Int) -> SafeHTML {
    let all = matter.findings
    func link(_ text: SafeHTML, _ severity: Severity?) -> SafeHTML {
      let address = focus.address(matter.path) {
        $0.severity = severity
        $0.rule = nil
      }
      let isCurrent = focus.severity == severity && focus.rule == nil
      let mark: SafeHTML = isCurrent ? " aria-current=\"true\"" : ""
      return "<li><a href=\"\(address)#findings\"\(mark)>\(text)</a></li>"
    }
    let counts = [Severity.error, .warning, .suggestion].map { severity in
      let count = all.count { $0.severity == severity }
      return link(
        "<span class=\"severity-\(severity.rawValue)\">\(words(severity.name)) \(count)</span>",
        severity
      )
    }
    let every = link("\(words(FindingPhrase.everything, count: all.count))", nil)
    let rule = focus.rule.map { rule -> SafeHTML in
      let name = words(matter.book.name(of: rule))
      return "<li><span>\(words(FindingPhrase.ofRule, ["rule": name]))</span></li>"
    }
    return """
      <nav class="chips" aria-label="\(words(FindingPhrase.filterLabel))">\
      <ul>\(every)\(counts)\(rule ?? "")</ul></nav>\
      <p class="aside" hidden><label><input type="checkbox" id="keys"> \
      \(words(FindingPhrase.keys))</label></p>\(hidden(shown))
      """
  }

  /// How many the filter leaves out, and the way to all.
  private func hidden(_ shown: Int) -> SafeHTML {
    let count = matter.findings.count - shown
    guard count > 0 else { return "" }
    let whole = focus.address(matter.path) {
      $0.severity = nil
      $0.rule = nil
    }
    return """
      <p class="aside">\(words(FindingPhrase.hiddenCount, count: count)) \
      <a href="\(whole)#findings">\(words(FindingPhrase.showAll))</a></p>
      """
  }

  private func group(_ severity: Severity, _ shown: [Int], of all: [ReviewFinding]) -> SafeHTML {
    guard !shown.isEmpty else { return "" }
    let count = all.count { $0.severity == severity }
    let fresh = Set((comparison?.new ?? []).map(\.fingerprint))
    let items = FindingGroup.all(of: shown, in: matter).map { group in
      card(group, isFresh: group.members.allSatisfy { fresh.contains(all[$0].fingerprint) })
    }
    return """
      <h3 class="severity-\(severity.rawValue)">\(words(severity.name)) <span>\(count)</span></h3>\
      <ol class="cards">\(items)</ol>
      """
  }

  /// With the revision before; nil for the first.
  private var comparison: FindingsComparison? {
    guard let current = matter.shown, submission.revisions.count > 1 else { return nil }
    let before = submission.revisions[submission.revisions.count - 2]
    return FindingsComparison(from: before.check.findings, to: current.check.findings)
  }
}

// MARK: - One card

extension DeskWriter {
  private func card(_ group: FindingGroup, isFresh: Bool) -> SafeHTML {
    let finding = matter.findings[group.first]
    let times: SafeHTML =
      group.rest.isEmpty
      ? ""
      : "<span class=\"times\">\(words(FindingPhrase.times, count: group.members.count))</span>"
    let quote: SafeHTML =
      finding.text.isEmpty
      ? "" : "<blockquote>\(visibleText(cut(finding.text, to: 100)))</blockquote>"
    return """
      <li class="card finding severity-\(finding.severity.rawValue)" id="finding-\(group.first + 1)">\
      <p class="facts"><span class="numbers">\(group.members.map(number))</span> \(times) \
      \(frame.badge(finding.severity)) \(clearanceBadge(finding)) \(isFresh ? freshBadge : "")</p>\
      \(quote)<p class="message">\(words(finding.message))</p>\(advice(on: finding))\(notes(on: finding))\
      \(waivers(of: group))\(group.members.map { comments(on: matter.findings[$0]) })\(tools(for: group))</li>
      """
  }

  private func number(_ index: Int) -> SafeHTML {
    guard matter.placed.contains(index) else {
      return """
        <span class="number">\(index + 1)</span> \
        <span>\(words(FindingPhrase.elsewhere))</span>
        """
    }
    let label = words(FindingPhrase.goTo, ["number": String(index + 1)])
    return """
      <a class="number" href="\(preview)#f-\(index + 1)" target="draft" aria-label="\(label)" \
      title="\(label)">\(index + 1)</a>
      """
  }

  private var freshBadge: SafeHTML { "<span class=\"badge\">\(words(FindingPhrase.fresh))</span>" }

  private func clearanceBadge(_ finding: ReviewFinding) -> SafeHTML {
    switch matter.clearance(of: finding) {
    case .free: ""
    case .open: "<span>\(words(FindingPhrase.open))</span>"
    case .pending:
      "<span class=\"badge severity-warning\">\(words(FindingPhrase.pending))</span>"
    case .waived: "<span class=\"badge verdict-pass\">\(words(FindingPhrase.waived))</span>"
    }
  }

  private func advice(on finding: ReviewFinding) -> SafeHTML {
    guard let advice = finding.advice else { return "" }
    let care: SafeHTML =
      advice.isSafe ? "" : " <span>\(words(FindingPhrase.adviceWithCare))</span>"
    return """
      <p class="advice"><b>\(words(FindingPhrase.advice))</b> \(words(advice.title))\(care)</p>
      """
  }

  private func notes(on finding: ReviewFinding) -> SafeHTML {
    let basis: SafeHTML =
      matter.book.basisLine(of: finding.rule).map {
        "<p class=\"basis\"><b>\(words(FindingPhrase.basis))</b> \($0)</p>"
      } ?? ""
    let escalation: SafeHTML =
      finding.escalation.map { "<p class=\"basis\"><b>\(words($0.name))</b></p>" } ?? ""
    let why = matter.book.info(of: finding.rule).map { words($0.why) } ?? ""
    let folded: SafeHTML =
      why.isEmpty
      ? "" : "<details><summary>\(words(FindingPhrase.why))</summary><p>\(why)</p></details>"
    return "\(basis)\(escalation)\(folded)"
  }

  private func tools(for group: FindingGroup) -> SafeHTML {
    let finding = matter.findings[group.first]
    let rule = focus.address(matter.path) {
      $0.severity = nil
      $0.rule = finding.rule
    }
    let comment: SafeHTML =
      matter.may(.comment)
      ? "<a href=\"\(focus.address(matter.path) { $0.about = group.first })#comment\">\(words(ReviewPhrase.addComment))</a>"
      : ""
    return """
      <p class="tools"><span>\(places(of: group))</span> \
      <a href="/rules/\(finding.rule)">\(words(matter.book.name(of: finding.rule)))</a> \
      <a href="\(rule)#findings">\(words(FindingPhrase.onlyThisRule))</a> \(comment)</p>\
      \(waiverForm(for: group))
      """
  }

  /// Where they stand in the source, the first ones of many.
  private func places(of group: FindingGroup) -> String {
    let told = group.members.prefix(5).map { place(of: $0) }
    let all = told.joined(separator: words("；", "; "))
    return group.members.count > told.count ? all + words("…", "…") : all
  }

  func place(of index: Int) -> String {
    let start = matter.findings[index].start
    return words(
      FindingPhrase.place,
      ["line": String(start.line), "column": String(start.column)]
    )
  }
}
