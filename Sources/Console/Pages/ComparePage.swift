import Linting
import Reporting
package import Reviewing

/// Two revisions beside each other: what was written anew, and what became of the findings.
package struct ComparePage: Page {
  let submission: Submission
  let old: Revision
  let new: Revision

  package init(of submission: Submission, from old: Revision, to new: Revision) {
    self.submission = submission
    self.old = old
    self.new = new
  }

  package var extras: [String] { ["tabs.css", "changes.css"] }

  package func title(in frame: Frame) -> String { submission.title(in: frame) }

  package func body(in frame: Frame) -> SafeHTML {
    let writer = ComparisonWriter(old: old.canonical, new: new.canonical, frame: frame)
    let findings = FindingsComparison(from: old.check.findings, to: new.check.findings)
    return """
      \(frame.tabs(of: submission, at: .compare))\(choice(in: frame))\(summary(in: frame))\
      \(frame.section(frame.words(ComparePhrase.text), writer.text))\(writer.rest)\
      \(frame.section(frame.words(ComparePhrase.findings), fate(of: findings, in: frame)))
      """
  }

  private func choice(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let options = submission.revisions.map { revision in
      let name = words(CommonPhrase.revision, count: revision.number)
      return (value: String(revision.number), label: "\(name) \(words.time(revision.at))")
    }
    func field(_ label: ComparePhrase, _ name: String, _ chosen: Int) -> SafeHTML {
      frame.choice(
        words(label),
        name: name,
        options: options,
        chosen: String(chosen),
        isRequired: true
      )
    }
    return """
      <form method="get" action="/drafts/\(submission.id.value)/compare" class="filter">\
      \(field(.from, "from", old.number))\(field(.to, "to", new.number))\
      <p><button>\(words(ComparePhrase.show))</button></p></form>
      """
  }

  private func summary(in frame: Frame) -> SafeHTML {
    let words = frame.words
    var lines = [words(kind)]
    if old.form != new.form { lines.append(words(ComparePhrase.form)) }
    if !old.manuscript.hasSamePlace(as: new.manuscript) { lines.append(words(ComparePhrase.place)) }
    let links = [old, new].map { revision -> SafeHTML in
      guard revision.check.freezing.isEmpty else {
        return
          "<span class=\"aside\">\(words(ComparePhrase.notKept, count: revision.number))</span> "
      }
      let text = words(ComparePhrase.open, count: revision.number)
      return
        "<a href=\"/drafts/\(submission.id.value)/preview/\(revision.number)?view=wide\">\(text)</a> "
    }
    return """
      <p class="facts summary"><b>\(lines.joined(separator: words("；", "; ")))</b> \(links)</p>
      """
  }

  private var kind: ComparePhrase {
    if old.contentDigest == new.contentDigest { return .same }
    guard new.number == old.number + 1 else {
      return old.canonical == new.canonical ? .layout : .content
    }
    return switch new.change {
    case .layout: .layout
    case .imageText: .imageText
    case .content: .content
    }
  }

  private func fate(of findings: FindingsComparison, in frame: Frame) -> SafeHTML {
    let parts: [(ComparePhrase, [ReviewFinding])] = [
      (.new, findings.new), (.fixed, findings.fixed), (.moved, findings.moved),
      (.unchanged, findings.unchanged),
    ]
    let groups = parts.filter { !$0.1.isEmpty }.map { phrase, found -> SafeHTML in
      let items = found.map { line(of: $0, in: frame) }
      return """
        <details class="card fate"\("open", if: phrase != .unchanged)>\
        <summary><b>\(frame.words(phrase))</b> \(found.count)</summary><ul>\(items)</ul></details>
        """
    }
    return groups.isEmpty ? frame.empty(frame.words(ComparePhrase.sameFindings)) : "\(groups)"
  }

  private func line(of finding: ReviewFinding, in frame: Frame) -> SafeHTML {
    let place = frame.words(ComparePhrase.line, ["line": String(finding.start.line)])
    let message = frame.words(finding.message)
    // Most messages quote the place.
    let isQuoted = message.utf8.firstRange(of: finding.text.utf8) != nil
    let quote: SafeHTML =
      isQuoted ? "" : "<q>\(visibleText(cut(finding.text, to: 60)))</q> "
    return """
      <li>\(frame.badge(finding.severity)) \(quote)\(message) \
      <span class="aside">\(place)</span></li>
      """
  }
}

extension Manuscript {
  fileprivate func hasSamePlace(as other: Self) -> Bool {
    column == other.column && channels == other.channels && assets == other.assets
  }
}
