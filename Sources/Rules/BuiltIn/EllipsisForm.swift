import ChineseText
import Linting
import Reading

/// Flags ellipses that are not six dots.
struct EllipsisForm: Rule {
  let info = RuleInfo(
    id: "punctuation/ellipsis-form",
    summary: Localized("省略号不是六个居中的点", "an ellipsis that is not ……"),
    why: Localized(
      "中文省略号是六个点「……」，占两个字的位置。",
      "The Chinese ellipsis has six dots and takes two characters' width."
    ),
    basis: [Basis("gbt-15834", "4.11.2")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("规范的省略号、路径、目录", "头晕、恶心……都要当心。见 /a/.../b 。\n\n门诊指南........12\n\n…………"),
    .flags("三个点", "头晕、恶心⟦...⟧都要当心。", fixed: "头晕、恶心……都要当心。"),
    .flags("句号代替", "多休息⟦。。。⟧少熬夜。", fixed: "多休息……少熬夜。"),
    .flags("只有三点", "如果当时来了⟦…⟧他说。", fixed: "如果当时来了……他说。"),
  ]

  private static let standard = "……"

  /// What an ellipsis is written with.
  private static let dots: MarkSet = ".。、·…"

  var triggers: Triggers { .marks(Self.dots) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    var findings: [Finding] = []
    let marks = draft.scan.marks(among: Self.dots)
    var start = 0
    while start < marks.count {
      let first = marks[start]
      let end = runEnd(from: start, in: marks)
      let count = end - start
      start = end
      guard isFault(first, count: count, in: draft) else { continue }
      let range = first.offset..<marks[end - 1].range.upperBound
      let shown = draft.draft.string(in: range)
      let fix = draft.fix(
        Localized("改为「……」", "replace with ……"),
        .safe,
        replacing: range,
        with: Self.standard
      )
      let message = Localized("「\(shown)」应为省略号「……」", "“\(shown)” should be ……")
      var finding = finding(message, at: range, in: draft, fix: fix)
      if first.scalar == "。" || first.scalar == "、" { finding.severity = .error }
      findings.append(finding)
    }
    return findings
  }

  /// The end of a run of the same mark again and again.
  private func runEnd(from start: Int, in marks: [Mark]) -> Int {
    var end = start + 1
    while end < marks.count, marks[end].scalar == marks[start].scalar,
      marks[end].offset == marks[end - 1].range.upperBound
    {
      end += 1
    }
    return end
  }

  private func isFault(_ first: Mark, count: Int, in draft: ScannedDraft) -> Bool {
    let minimum: Int
    switch first.scalar {
    case ".": minimum = 2
    case "。", "、", "·": minimum = 3
    case "…": minimum = 1
    default: return false
    }
    guard count >= minimum, let block = draft.block(at: first.offset) else { return false }
    let width = UTF8.width(first.scalar) * count
    if first.scalar == "…" {
      if count == 2 || (count == 4 && isLine(first, width, block.text, draft))
        || isFormula(first, width, draft)
      {
        return false
      }
    }
    if first.scalar == ".", count >= 5, isLeader(to: first.offset + width, in: draft) {
      return false
    }
    return !draft.scan.isOpaque(at: first.offset)
      && draft.isBesideChinese(first.offset..<first.offset + width)
  }

  /// Twelve dots that are a line of their own stand for lines or paragraphs left out.
  private func isLine(_ first: Mark, _ width: Int, _ block: Range<Int>, _ draft: ScannedDraft)
    -> Bool
  {
    let end = first.offset + width
    let breaks: [Unicode.Scalar?] = ["\n", "\u{2028}"]
    let startsLine =
      first.offset == block.lowerBound || breaks.contains(draft.text.scalar(before: first.offset))
    return startsLine && (end == block.upperBound || breaks.contains(draft.text.scalar(at: end)))
  }

  /// A formula such as `1, 2, …, n`.
  private func isFormula(_ first: Mark, _ width: Int, _ draft: ScannedDraft) -> Bool {
    let left = draft.scalar(before: first.offset, skippingSpaces: true)
    let right = draft.scalar(from: first.offset + width, skippingSpaces: true)
    return left == "," && right == ","
  }

  /// The dots of a table of contents, up to a page number at the end of the line.
  private func isLeader(to end: Int, in draft: ScannedDraft) -> Bool {
    let next = draft.scalar(from: end, skippingSpaces: true)
    return next.map { ("0"..."9").contains($0) } ?? true
  }
}
