import Linting
import Reading

/// Flags entries of the list of references that no mark points to.
struct EntryNeverCited: Rule {
  let info = RuleInfo(
    id: "citation/entry-never-cited",
    summary: Localized("列出的文献没有被引用", "a reference that nothing cites"),
    why: Localized(
      "文末列了却没有在正文标注的文献，读者不知道它支持哪句话。",
      "Readers cannot tell which statement an entry without a mark supports."
    ),
    basis: [Basis("wechat-account-management", "六、3")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("区间标注盖住每一条", "每天走六千步[1-2]。\n\n## 参考文献\n\n1. 《甲指南》。\n2. 《乙指南》。"),
    .ok("延伸阅读不必引用", "每天走六千步[1]。\n\n## 参考文献\n\n1. 《甲指南》。\n\n## 延伸阅读\n\n1. 《丙手册》。\n2. 《丁手册》。"),
    .ok("正文全无标注", "每天走六千步。\n\n## 参考文献\n\n1. 《甲指南》。"),
    .flags("第二条没有标注", "每天走六千步[1]。\n\n## 参考文献\n\n1. 《甲指南》。\n2. ⟦《乙指南》。⟧"),
  ]

  func check(_ draft: ScannedDraft) -> [Finding] {
    let citations = draft.fact(Citations.self)
    let cited = Set(citations.marks.flatMap(\.numbers))
    let labels = Set(citations.marks.compactMap { $0.label?.lowercased() })
    var findings: [Finding] = []
    if !cited.isEmpty {
      for entry in citations.list.entries where !cited.contains(entry.number) {
        findings.append(finding(.uncited(entry.number), at: entry.range, in: draft))
      }
    }
    if !labels.isEmpty {
      for note in draft.draft.notes where !labels.contains(note.label.lowercased()) {
        findings.append(finding(.unused(note.label), at: note.source))
      }
    }
    return findings
  }
}

extension Localized {
  fileprivate static func uncited(_ number: Int) -> Self {
    Self(
      "第 \(number) 条文献在正文里没有标注：请在引用处加 [\(number)]，没有引用的删去",
      "entry \(number) is never cited: mark where it is used, or leave it out"
    )
  }

  fileprivate static func unused(_ label: String) -> Self {
    Self("脚注 \(label) 在正文里没有标注", "nothing refers to the note \(label)")
  }
}
