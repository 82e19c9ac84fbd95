package import Linting
import Reporting

/// All that is to be said of a rule, as `hegui explain` says it.
package struct RulePage: Page {
  /// A clause with what is known of where it stands.
  package struct Ground: Sendable {
    let clause: String
    let source: RuleSource

    package init(clause: String, source: RuleSource) {
      self.clause = clause
      self.source = source
    }
  }

  let info: RuleInfo
  let grounds: [Ground]
  let fix: Fix.Safety?
  let cases: [RuleCase]

  package init(info: RuleInfo, grounds: [Ground], fix: Fix.Safety?, cases: [RuleCase]) {
    self.info = info
    self.grounds = grounds
    self.fix = fix
    self.cases = cases
  }

  package var extras: [String] { ["rules.css"] }

  package func title(in frame: Frame) -> String { frame.words(info.summary) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let examples = cases.filter(\.isFlagged) + cases.filter { !$0.isFlagged }
    let shown: SafeHTML =
      examples.isEmpty
      ? ""
      : frame.section(
        words(RulePhrase.examples),
        "<div class=\"examples\">\(examples.map { html(of: $0, in: frame) })</div>"
      )
    return """
      <section>\(facts(in: frame))</section>
      \(frame.section(words(RulePhrase.why), "<p>\(words(info.why))</p>"))
      \(frame.section(words(RulePhrase.basis), basis(in: frame)))
      \(shown)
      <p><a href="/rules">\(words(RulePhrase.back))</a></p>
      """
  }

  private func facts(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let group = RuleGroup(rawValue: info.group).map { words($0.title) } ?? info.group
    var facts: [(label: String, value: SafeHTML)] = [
      (words(RulePhrase.number), "<code>\(info.id)</code>"),
      (
        words(RulePhrase.group),
        "<a href=\"/rules?group=\(percentEncoded(info.group))\">\(group)</a>"
      ),
      (
        words(RulePhrase.severity),
        "\(frame.badge(info.severity)) \(words(info.severity.effect))"
      ),
    ]
    if let escalation = info.escalation {
      facts.append((words(RulePhrase.escalation), "\(words(escalation.name))"))
    }
    let fixing = fix.map { words($0.name) } ?? words(RulePhrase.noFix)
    facts.append((words(RulePhrase.fix), "\(fixing)"))
    return frame.pairs(facts)
  }

  private func basis(in frame: Frame) -> SafeHTML {
    let words = frame.words
    guard !grounds.isEmpty else { return "<p>\(words(RulePhrase.noBasis))</p>" }
    let lines = grounds.map { ground -> SafeHTML in
      let origin = [ground.source.issuer, ground.source.date].filter { !$0.isEmpty }
        .joined(separator: words("，", ", "))
      return """
        <li><b>\(ground.source.title)</b> \(ground.clause) \
        <span class="badge standing-\(ground.source.standing.rawValue)">\
        \(words(ground.source.standing.name))</span>\
        <span class="aside">\(origin)</span></li>
        """
    }
    return "<ul class=\"grounds\">\(lines)</ul>"
  }

  private func html(of example: RuleCase, in frame: Frame) -> SafeHTML {
    let words = frame.words
    let (sign, phrase, style): (SafeHTML, RulePhrase, SafeHTML) =
      example.isFlagged ? ("✗", .bad, "bad") : ("✓", .good, "good")
    let note: SafeHTML = example.note.isEmpty ? "" : "<span class=\"aside\">\(example.note)</span>"
    let fixed: SafeHTML =
      example.fixed.map {
        "<figcaption class=\"good\">→ \(words(RulePhrase.fixed))</figcaption><pre>\($0)</pre>"
      } ?? ""
    return """
      <figure class="card"><figcaption class="\(style)">\(sign) \(words(phrase)) \(note)</figcaption>\
      <pre>\(marked(example.draft))</pre>\(fixed)</figure>
      """
  }

  /// With what is found marked, where the example writes `⟦…⟧`.
  private func marked(_ draft: String) -> SafeHTML {
    let parts = draft.unicodeScalars.split(
      omittingEmptySubsequences: false,
      whereSeparator: { $0 == "\u{27E6}" || $0 == "\u{27E7}" }
    )
    return SafeHTML(
      parts.enumerated().map { index, part -> SafeHTML in
        let text = String(String.UnicodeScalarView(part))
        return index % 2 == 0 ? "\(text)" : "<mark>\(text)</mark>"
      }
    )
  }
}
