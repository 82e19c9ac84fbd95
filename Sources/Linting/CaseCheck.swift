package import Reading
import SourceText

extension RuleCase {
  /// Cases are Markdown; those that start with a tag are HTML.
  package var format: DraftFormat {
    draft.hasPrefix("<") && !draft.hasPrefix("<!--") ? .html : .markdown
  }
}

extension Linter {
  /// What the linter finds otherwise than a rule's case says; nil where all is as it says.
  ///
  /// A case holds as it is written and behind a comment, which may move offsets and nothing else.
  package func fault(in example: RuleCase, of rule: String) -> Localized? {
    let marked = MarkedDraft(example.draft)
    for prefix in ["", "<!-- 𠮷🧧 -->\n\n"] {
      if !prefix.isEmpty, example.draft.hasPrefix("---") { continue }
      let draft = marked.behind(prefix)
      let report = judged(Array(draft.text.utf8), example)
      if let error = report.error {
        return Localized("没能检查：\(error.message.zh)", "not judged: \(error.message.en)")
      }
      let found = report.findings.filter { $0.rule == rule }.map(\.range)
      let isAboutWhole = example.isFlagged && draft.marks.isEmpty
      let expected = isAboutWhole ? [SourceRange(0, 0)] : draft.marks
      guard found == expected else {
        return difference(between: expected, and: found, in: Array(draft.text.utf8))
      }
    }
    guard let wanted = example.fixed else { return nil }
    let fixed = mended(Array(marked.text.utf8), example)
    return fixed == wanted
      ? nil : Localized("改后应为「\(wanted)」，却是「\(fixed)」", "fixed it is “\(fixed)”, not “\(wanted)”")
  }

  private func judged(_ bytes: [UInt8], _ example: RuleCase) -> DraftReport {
    lint(path: "case", bytes: bytes, format: example.format) { _ in example.beside }
  }

  /// The text after all fixes, round by round.
  private func mended(_ text: [UInt8], _ example: RuleCase) -> String {
    var bytes = text
    for _ in 0..<8 {
      let selection = FixSelection(of: judged(bytes, example).findings, unsafe: true)
      if selection.edits.isEmpty { break }
      bytes = applying(selection.edits, to: bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

private func difference(
  between expected: [SourceRange],
  and found: [SourceRange],
  in text: [UInt8]
) -> Localized {
  func quoted(_ ranges: [SourceRange], _ none: String, _ whole: String) -> String {
    if ranges.isEmpty { return none }
    return ranges.map { range in
      range.isEmpty
        ? whole : "「\(String(decoding: text[range.start..<range.end], as: UTF8.self))」"
    }.joined()
  }
  return Localized(
    "应报\(quoted(expected, "无", "全文"))，却报\(quoted(found, "无", "全文"))",
    "expected are \(quoted(expected, "none", "the whole")), found \(quoted(found, "none", "the whole"))"
  )
}
