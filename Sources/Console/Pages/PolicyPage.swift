package import Reviewing

/// One version of the policy, whole.
package struct PolicyPage: Page {
  let version: PolicyVersion

  package init(version: PolicyVersion) { self.version = version }

  package var extras: [String] { ["policy.css"] }

  package func title(in frame: Frame) -> String {
    frame.words(PolicyPhrase.version, ["number": String(version.number)]) + " "
      + frame.words(version.policy.title)
  }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let clauses = PolicyClauses(words: words, policy: version.policy).html
    return """
      \(frame.section(words(PolicyPhrase.whole), "<div class=\"card policy\">\(clauses)</div>"))
      <details><summary>\(words(PolicyPhrase.json))</summary>\
      <pre class="card">\(version.policy.json.indented)</pre></details>
      <p><a href="/policies">\(words(PolicyPhrase.back))</a></p>
      """
  }
}

/// A policy to be proposed, which begins as the one in force.
package struct ProposalPage: Page {
  let policy: Policy

  package init(policy: Policy) { self.policy = policy }

  package var extras: [String] { ["policy.css"] }

  package func title(in frame: Frame) -> String { frame.words(PolicyPhrase.proposeTitle) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let area = frame.textArea(
      words(PolicyPhrase.json),
      hint: words(PolicyPhrase.jsonHint),
      name: "_json",
      value: policy.json.indented,
      rows: 30,
      isRequired: true
    )
    let form = frame.form(.post, "/v1/policies", next: "/policies?done=proposed", style: "card") {
      """
      <div class="code">\(area)</div>\
      <p class="actions"><button class="primary">\(words(PolicyPhrase.propose))</button></p>
      """
    }
    return "<p>\(words(PolicyPhrase.proposeHint))</p>\(form)"
  }
}

extension JSON {
  /// Over many lines, as people change it.
  var indented: String { text(at: 0) + "\n" }

  private func text(at depth: Int) -> String {
    let margin = String(repeating: "  ", count: depth + 1)
    let end = "\n" + String(repeating: "  ", count: depth)
    switch self {
    case .object(let members) where members.values.contains { $0.isStructured }:
      let lines = members.sorted { $0.key < $1.key }.map {
        margin + JSON.string($0.key).line + ": " + $0.value.text(at: depth + 1)
      }
      return "{\n" + lines.joined(separator: ",\n") + end + "}"
    case .array(let values) where values.contains { $0.isStructured }:
      let lines = values.map { margin + $0.text(at: depth + 1) }
      return "[\n" + lines.joined(separator: ",\n") + end + "]"
    case .object(let members):
      let parts = members.sorted { $0.key < $1.key }.map {
        JSON.string($0.key).line + ": " + $0.value.line
      }
      return "{" + parts.joined(separator: ", ") + "}"
    case .array(let values): return "[" + values.map(\.line).joined(separator: ", ") + "]"
    default: return line
    }
  }

  private var isStructured: Bool {
    switch self {
    case .object, .array: true
    default: false
    }
  }

  private var line: String { String(decoding: canonicalBytes, as: UTF8.self) }
}
