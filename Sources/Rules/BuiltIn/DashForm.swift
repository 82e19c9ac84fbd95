import ChineseText
import Linting
import Reading

/// Flags hyphens, box drawings and piled dashes where a Chinese dash belongs.
struct DashForm: Rule {
  let info = RuleInfo(
    id: "punctuation/dash-form",
    summary: Localized("破折号形式不规范", "a dash that is not ——"),
    why: Localized(
      "中文破折号是占两个字位置的「——」，不用连字符或制表线代替。",
      "The Chinese dash is —— and takes two characters' width."
    ),
    basis: [Basis("gbt-15834", "4.10.2")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("破折号、连接号、起止", "记住一个词——早。北京—上海，1949—2025年。\n\n`--help`"),
    .flags("一字线当破折号", "登记、初筛、采血⟦—⟧每一道环节都有人引导。", fixed: "登记、初筛、采血——每一道环节都有人引导。"),
    .flags("先提出一样，再说是什么", "护理部有个老规矩⟦—⟧先洗手再进病房。", fixed: "护理部有个老规矩——先洗手再进病房。"),
    .flags("两个连字符", "记住一个词⟦--⟧早。", fixed: "记住一个词——早。"),
    .flags("三个短横", "记住一个词⟦———⟧早。", fixed: "记住一个词——早。"),
  ]

  private static let dashes: MarkSet = "-－─ー―–—"

  var triggers: Triggers { .marks(Self.dashes) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    let singles = draft.scan.marks(among: Self.single).filter { isAlone($0, in: draft) }
      .map { MarkRun(marks: [$0]) }
    return (markRuns(in: draft, of: Self.dashes) + singles).compactMap { run in
      guard
        run.marks.count == 1 || Set(run.marks.map(\.scalar)).count == 1 && isFault(run, in: draft)
      else { return nil }
      let shown = draft.draft.string(in: run.range)
      let fix = draft.fix(
        Localized("改为「——」", "replace with ——"),
        .safe,
        replacing: run.range,
        with: "——"
      )
      let message = Localized("「\(shown)」应为破折号「——」", "“\(shown)” should be ——")
      return finding(message, at: run.range, in: draft, fix: fix)
    }
  }

  /// Whether a single `—` stands between Han where no range goes on, but a clause: `采血—每一道环节都有人引导`.
  private func isAlone(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    guard draft.text.scalar(before: mark.offset).map(isHan) ?? false,
      draft.stands(Self.clauses, at: mark.range.upperBound) || isExplained(mark, in: draft),
      !draft.scan.isOpaque(at: mark.offset)
    else { return false }
    return draft.block(at: mark.offset)?.kind != .tableCell
  }

  /// Whether one thing is announced before the mark and the rest tells it, as in `有个老规矩—先洗手再进门。`.
  private func isExplained(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    let sentence = draft.sentence(at: mark.offset)
    let before = max(sentence.lowerBound, mark.offset - 24)..<mark.offset
    let after = mark.range.upperBound..<max(mark.range.upperBound, sentence.upperBound)
    return draft.text.contains(anyOf: Self.announcing, in: before)
      && !draft.text.contains(anyOf: ["，", "；", "：", "、", "—", "至", "到", "从"], in: before)
      && after.count > 18 && !draft.text.contains(anyOf: ["—", "线", "路", "段"], in: after)
  }

  private static let announcing = [
    "有个", "有一个", "有一条", "有一种", "有一句", "有一件", "有条", "有句", "一个理", "一个道理", "一个字", "一句话", "一件事", "一个习惯",
    "一个规矩", "一条规矩",
    "一个愿望", "一个目标", "一个办法", "两个字", "三个字", "四个字", "个秘诀", "个原则",
  ]

  private static let single: MarkSet = "—"
  /// What begins a clause and no name.
  private static let clauses = Phrases(
    "每一 这是 这就是 这样 这些 那是 那就是 那些 就是 也就是 不是 而是 原来 因为 所以 只要 只有 如果 我们 您 大家 不要 有的 一个 一种 一条 一句 一份 一道"
  )

  /// Between Chinese words, and not `——` itself.
  private func isFault(_ run: MarkRun, in draft: ScannedDraft) -> Bool {
    let scalar = run.marks[0].scalar
    let count = run.marks.count
    guard scalar == "—" ? count > 2 : scalar == "-" ? (2...4).contains(count) : true else {
      return false
    }
    let left = draft.scalar(before: run.range.lowerBound, skippingSpaces: true)
    let right = draft.scalar(from: run.range.upperBound, skippingSpaces: true)
    guard let left, let right else { return false }
    // A quote may be straight where the dash is a hyphen, too.
    return [left, right].allSatisfy { isHan($0) || isChineseMark($0) || $0 == "\"" }
      && (isHan(left) || isHan(right))
  }
}
