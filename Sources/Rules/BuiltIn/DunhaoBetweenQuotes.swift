import ChineseText
import Linting
import Reading

/// Flags a 顿号 between neighbouring quotations or titles.
struct DunhaoBetweenQuotes: Rule {
  let info = RuleInfo(
    id: "punctuation/dunhao-between-quotes",
    summary: Localized("并列的引号或书名号之间用了顿号", "a 、 between neighbouring quotations or titles"),
    why: Localized(
      "标有引号或书名号的并列成分之间，界限已经清楚，通常不用顿号。",
      "Quotes and title marks already part their neighbours; the standard drops the mark."
    ),
    basis: [Basis("gbt-15834", "4.5.3.5")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("之间另有成分", "依据《药品管理法》（2019年修订）、《疫苗管理法》执行。"),
    .ok("有的项不加引号", "关注“三高”人群、“三减”行动、“小病不出村”、大病不出县。"),
    .flags(
      "书名号之间",
      "依据《药品管理法》⟦、⟧《疫苗管理法》执行。",
      fixed: "依据《药品管理法》《疫苗管理法》执行。"
    ),
  ]

  private static let dunhao: MarkSet = "、"

  var triggers: Triggers { .marks(Self.dunhao) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    draft.scan.marks(among: Self.dunhao).compactMap { mark in
      guard let next = draft.text.scalar(at: mark.range.upperBound), !isHan(next),
        let left = draft.scalar(before: mark.offset),
        let right = draft.scalar(from: mark.range.upperBound),
        isClose(left, right),
        !hasInsertion(in: draft.sentence(at: mark.offset), of: draft)
      else { return nil }
      let fix = draft.fix(
        Localized("删去顿号", "delete the mark"),
        .safe,
        replacing: mark.range,
        with: ""
      )
      let message = Localized(
        "「\(left)」和「\(right)」之间不用顿号",
        "no 、 is used between \(left) and \(right)"
      )
      return finding(message, at: mark.range, in: draft, fix: fix)
    }
  }

  private func isClose(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    switch (left, right) {
    case ("”", "“"), ("》", "《"), ("’", "‘"), ("〉", "〈"): true
    default: false
    }
  }

  /// Where one item of the enumeration has a note or no marks, all its 顿号 stay, for the sake of evenness.
  private func hasInsertion(in sentence: Range<Int>, of draft: ScannedDraft) -> Bool {
    let text = draft.draft.string(in: sentence)
    return ["）、《", "）、“", ")、《", ")、“"].contains { text.contains($0) }
  }
}
