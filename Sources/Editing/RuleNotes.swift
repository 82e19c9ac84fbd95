import Linting
import Reporting

/// What a hover tells of rules: what they ask for, why, and what they rest on.
struct RuleNotes {
  let book: RuleBook
  let language: Language
  /// Else plain text.
  let isMarkdown: Bool

  /// Nil where none of the rules is known.
  func text(of rules: [String]) -> String? {
    let notes = rules.compactMap { book.info(of: $0).map(note) }
    return notes.isEmpty ? nil : notes.joined(separator: isMarkdown ? "\n\n---\n\n" : "\n\n")
  }

  private func note(of info: RuleInfo) -> String {
    let severity = info.severity.name.text(in: language)
    let name = words(info.summary)
    let head =
      isMarkdown ? "**\(name)** `\(info.id)` \(severity)" : "\(name) [\(info.id)] \(severity)"
    var lines = [head, words(info.why)]
    if let escalation = info.escalation { lines.append(words(escalation.name)) }
    if !info.basis.isEmpty { lines.append(bases(of: info)) }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func bases(of info: RuleInfo) -> String {
    let lines = info.basis.map { basis in
      let source = book.source(of: basis)
      let origin = [source.issuer, source.date, source.standing.name.text(in: language)]
        .filter { !$0.isEmpty }
      let told =
        language == .zh
        ? "（\(origin.joined(separator: "，"))）" : " (\(origin.joined(separator: ", ")))"
      let clause = basis.clause.isEmpty ? "" : " \(basis.clause)"
      return "- " + escaped("\(source.title)\(clause)\(told)")
    }
    return (language == .zh ? "依据：\n\n" : "Basis:\n\n") + lines.joined(separator: "\n")
  }

  private func words(_ text: Localized) -> String { escaped(text.text(in: language)) }

  private func escaped(_ text: String) -> String {
    guard isMarkdown else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>#&~|".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
