import ChineseText
import Linting
import Reading

/// Flags stops that stand twice, or next to another stop.
struct DuplicateMark: Rule {
  let info = RuleInfo(
    id: "punctuation/duplicate-mark",
    summary: Localized("标点重复或叠用", "a stop that stands twice or beside another"),
    why: Localized("一处停顿只用一个点号。", "One pause takes one mark."),
    basis: [Basis("gbt-15834", "4.1—4.7")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("可以相连的标点", "他说：“好。”《甲》《乙》……，都读过——真的？！"),
    .flags("同一点号重复", "多喝水⟦，，⟧少喝酒。", fixed: "多喝水，少喝酒。"),
    .flags("问号、叹号后面又有点号", "为什么会得病呢⟦？。⟧", fixed: "为什么会得病呢？"),
    .flags("不同点号相连", "多喝水⟦，。⟧少喝酒。", fixed: "多喝水。少喝酒。"),
  ]

  /// From the weakest pause to the strongest.
  private static let stops: [Unicode.Scalar] = ["、", "，", "：", "；", "。"]

  private static let anyWidth: MarkSet = "、，：；。,:;"
  private static let all: MarkSet = "、，：；。？！,:;?!"

  var triggers: Triggers { .marks(Self.anyWidth) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    markRuns(in: draft, of: Self.all).compactMap { run in
      let scalars = run.marks.map { fullwidthStop($0.scalar) }
      guard
        run.marks.contains(where: { !$0.scalar.isASCII }) || draft.isChineseContext(run.marks[0]),
        !isEllipsis(scalars),
        let stop = Self.stops.last(where: scalars.contains),
        let kept = Self.kept(of: scalars, stop: stop)
      else { return nil }
      let isSame = Set(scalars).count == 1
      let shown = draft.draft.string(in: run.range)
      let fix = draft.fix(
        Localized("只留「\(kept)」", "keep only “\(kept)”"),
        isSame ? .safe : .unsafe,
        replacing: run.range,
        with: kept
      )
      let message =
        isSame
        ? Localized("「\(shown)」重复，一处停顿只用一个点号", "“\(shown)” repeats a stop")
        : Localized("「\(shown)」几个点号叠用，只能留一个", "“\(shown)” puts stops together; keep one")
      return finding(message, at: run.range, in: draft, fix: fix)
    }
  }

  /// What a run should be: a question or a cry keeps its mark; nil where marks are piled up, which is other rules'.
  private static func kept(of scalars: [Unicode.Scalar], stop: Unicode.Scalar) -> String? {
    let loud = scalars.filter { $0 == "？" || $0 == "！" }
    guard Set(loud).count == loud.count else { return nil }
    var kept = ""
    kept.unicodeScalars.append(contentsOf: loud.isEmpty ? [stop] : loud)
    return kept
  }

  /// `。。。` and `、、、` stand for an ellipsis, which has a rule of its own.
  private func isEllipsis(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count >= 3 && Set(scalars).count == 1 && (scalars[0] == "。" || scalars[0] == "、")
  }
}
