import Linting
import Reading

/// Flags marks that point to no entry of the list of references.
struct MarkWithoutEntry: Rule {
  let info = RuleInfo(
    id: "citation/mark-without-entry",
    summary: Localized("文献标注没有对应的条目", "a citation mark without an entry"),
    why: Localized(
      "正文里的标注在文末找不到条目，读者无从查证，等于没有注明出处。",
      "A mark that leads nowhere cannot be followed: the source is as good as missing."
    ),
    basis: [Basis("wechat-account-management", "六、3"), Basis("website-management", "四、（六）1")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("编号一致", "每天走六千步[1]。\n\n## 参考文献\n\n1. 《中国人群身体活动指南（2021）》。"),
    .ok("年份、区间、表情代码", "依据〔2025〕3号，取值[1,3)，谢谢[微笑]，平方米m<sup>2</sup>。"),
    .ok("代码里的方括号", "写作`a[2]`或`[^b]`。"),
    .flags("文末只有一条", "每天走六千步⟦[3]⟧。\n\n## 参考文献\n\n1. 《中国人群身体活动指南（2021）》。"),
    .flags("句末的圈码没有注释", "每天走六千步⟦②⟧。\n\n## 注释\n\n① 《中国人群身体活动指南（2021）》。"),
  ]

  func check(_ draft: ScannedDraft) -> [Finding] {
    let citations = draft.fact(Citations.self)
    var reported: Set<Int> = []
    return citations.marks.compactMap { mark in
      // A note without a definition is `citation/footnote-broken`'s.
      guard mark.label == nil else { return nil }
      guard mark.isCertain || citations.hasEntries else { return nil }
      let missing = citations.missing(of: mark).filter { reported.insert($0).inserted }
      guard !missing.isEmpty else { return nil }
      return finding(.noEntry(missing, citations.list.entries.count), at: mark.range, in: draft)
    }
  }
}

extension Localized {
  fileprivate static func noEntry(_ numbers: [Int], _ count: Int) -> Self {
    let list = numbers.map(String.init).joined(separator: "、")
    let there = count == 0 ? "文末没有参考文献" : "文末只有 \(count) 条文献"
    return Self(
      "标注 \(list) 没有对应的文献：\(there)",
      "no entry for mark \(numbers.map(String.init).joined(separator: ", ")): the list has \(count)"
    )
  }
}
