package import Linting

/// All that is to be said of a rule, for people.
package func explanation(
  of info: RuleInfo,
  in book: RuleBook,
  fix: Fix.Safety?,
  cases: [RuleCase],
  language: Language
) -> String {
  let isChinese = language == .zh
  let words = isChinese ? Words.chinese : Words.english
  var text = "\(info.id)\n\(info.summary.text(in: language))\n\n"
  text += "\(words.severity)\(info.severity.name.text(in: language))"
  let effect = info.severity.effect.text(in: language)
  text += isChinese ? "（\(effect)）\n" : " (\(effect))\n"
  if let escalation = info.escalation {
    text += "\(words.escalation)\(escalation.name.text(in: language))\n"
  }
  text += "\(words.fix)\(fix?.name.text(in: language) ?? words.none)\n"
  text += "\n\(words.why)\n  \(info.why.text(in: language))\n"
  if !info.basis.isEmpty { text += "\n\(words.basis)\n" }
  for basis in info.basis {
    let source = book.source(of: basis)
    let origin = [source.issuer, source.date, source.standing.name.text(in: language)]
      .filter { !$0.isEmpty }.joined(separator: isChinese ? "，" : ", ")
    let clause = basis.clause.isEmpty ? "" : " \(basis.clause)"
    text += "  \(source.title)\(clause)\(isChinese ? "（\(origin)）" : " (\(origin))")\n"
  }
  if !cases.isEmpty { text += "\n\(words.examples)\n" }
  for example in cases { text += exampleText(example, words) }
  return text
}

private struct Words {
  let severity: String
  let escalation: String
  let fix: String
  let none: String
  let why: String
  let basis: String
  let examples: String
  let bad: String
  let good: String
  let fixed: String

  static let chinese = Words(
    severity: "级别：",
    escalation: "上报：",
    fix: "修改：",
    none: "无",
    why: "为什么",
    basis: "依据",
    examples: "例子",
    bad: "不可",
    good: "可以",
    fixed: "改为"
  )

  static let english = Words(
    severity: "severity: ",
    escalation: "escalation: ",
    fix: "fix: ",
    none: "none",
    why: "Why",
    basis: "Basis",
    examples: "Examples",
    bad: "bad",
    good: "good",
    fixed: "fixed"
  )
}

private func exampleText(_ example: RuleCase, _ words: Words) -> String {
  let note = example.note.isEmpty ? "" : " \(example.note)"
  var text = "  \(example.isFlagged ? "✗ \(words.bad)" : "✓ \(words.good)")\(note)\n"
  text += indented(example.draft)
  if let fixed = example.fixed { text += "    → \(words.fixed)\n" + indented(fixed) }
  return text + "\n"
}

private func indented(_ draft: String) -> String {
  draft.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    .map { $0.isEmpty ? "\n" : "      \(terminalText(String($0)))\n" }.joined()
}
