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
    let rule: SafeHTML =
      focus.rule.map { "<li>\(words(FindingPhrase.ofRule, ["rule": $0]))</li>" } ?? ""
    let whole = focus.address(matter.path) {
      $0.severity = nil
      $0.rule = nil
    }
    let hidden: SafeHTML =
      shown == all.count
      ? ""
      : """
      <p class="aside">\(words(FindingPhrase.hiddenCount, count: all.count - shown)) \
      <a href="\(whole)#findings">\
      \(words(FindingPhrase.showAll))</a></p>
      """
    return """
      <nav class="chips" aria-label="\(words(FindingPhrase.filterLabel))">\
      <ul>\(every)\(counts)\(rule)</ul></nav>\
      <p class="aside" hidden><label><input type="checkbox" id="keys"> \
      \(words(FindingPhrase.keys))</label></p>\(hidden)
      """
  }

  private func group(_ severity: Severity, _ shown: [Int], of all: [ReviewFinding]) -> SafeHTML {
    guard !shown.isEmpty else { return "" }
    let count = all.count { $0.severity == severity }
    let fresh = Set((comparison?.new ?? []).map(\.fingerprint))
    let items = shown.map { card(all[$0], at: $0, isFresh: fresh.contains(all[$0].fingerprint)) }
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

// MARK: - One finding

extension DeskWriter {
  private func card(_ finding: ReviewFinding, at index: Int, isFresh: Bool) -> SafeHTML {
    let quote: SafeHTML =
      finding.text.isEmpty
      ? "" : "<blockquote>\(visibleText(cut(finding.text, to: 100)))</blockquote>"
    return """
      <li class="card finding severity-\(finding.severity.rawValue)" id="finding-\(index + 1)">\
      <p class="facts">\(number(index)) \(frame.badge(finding.severity)) \
      \(clearanceBadge(finding)) \(isFresh ? freshBadge : "")</p>\
      \(quote)<p class="message">\(words(finding.message))</p>\(advice(on: finding))\(notes(on: finding))\
      \(waivers(of: finding))\(comments(on: finding))\(tools(for: finding, at: index))</li>
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

  private func tools(for finding: ReviewFinding, at index: Int) -> SafeHTML {
    let place = words(
      FindingPhrase.place,
      ["line": String(finding.start.line), "column": String(finding.start.column)]
    )
    let rule = focus.address(matter.path) {
      $0.severity = nil
      $0.rule = finding.rule
    }
    let comment: SafeHTML =
      matter.may(.comment)
      ? "<a href=\"\(focus.address(matter.path) { $0.about = index })#comment\">\(words(ReviewPhrase.addComment))</a>"
      : ""
    return """
      <p class="tools"><span>\(place)</span> <a href="/rules/\(finding.rule)"><code>\(finding.rule)</code></a> \
      <a href="\(rule)#findings">\(words(FindingPhrase.onlyThisRule))</a> \(comment)</p>\
      \(matter.canAskWaiver(for: finding) ? waiverForm(for: finding, at: index) : "")
      """
  }
}
