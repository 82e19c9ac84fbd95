import ChineseText
import Linting
import Reading

/// Flags a bracket inside another of the same shape.
struct BracketNesting: Rule {
  let info = RuleInfo(
    id: "punctuation/bracket-nesting",
    summary: Localized("同一种括号套用", "a bracket inside another of the same shape"),
    why: Localized(
      "同形括号套用时读者分不清哪一半配哪一半；必须套用时宜用不同形状的括号。",
      "Readers cannot tell which half belongs to which; use different shapes."
    ),
    basis: [Basis("gbt-15834", "4.9.3.6")],
    severity: .suggestion
  )

  let cases: [RuleCase] = [
    .ok("不同形状、化学名", "【通知（第二号）】；2-(4-(氨基)苯基)乙酸。"),
    .ok("书名、引语、单位自己的括号", "（见《工作规范（2023年版）》）（单位：元/（人·月））（他答“好（笑）”）"),
    .flags(
      "圆括号套圆括号",
      "接种流感疫苗⟦（三价（减毒））⟧。",
      fixed: "接种流感疫苗［三价（减毒）］。"
    ),
  ]

  var triggers: Triggers { .marks("（") }

  func check(_ draft: ScannedDraft) -> [Finding] {
    let pairs = draft.brackets.pairs.filter { $0.open.scalar == "（" && $0.close.scalar == "）" }
    guard pairs.contains(where: { $0.depth > 0 }) else { return [] }
    var findings: [Finding] = []
    // What no later pair holds so far: where it opens, and the least of the homes in it.
    var inner: [(open: Int, home: Int)] = []
    for (pair, home) in zip(pairs, homes(of: pairs, in: draft)) {
      var least = Int.max
      while let last = inner.last, last.open > pair.open.offset {
        least = min(least, last.home)
        inner.removeLast()
      }
      if least < pair.open.offset { findings.append(nested(pair, in: draft)) }
      inner.append((pair.open.offset, min(least, home)))
    }
    return findings
  }

  private func nested(_ pair: MarkPair, in draft: ScannedDraft) -> Finding {
    let fix = draft.fix(
      Localized("外层改用方括号", "use square brackets outside"),
      .unsafe,
      replacing: [(pair.open.range, "［"), (pair.close.range, "］")]
    )
    return finding(
      Localized("圆括号里又套圆括号", "round brackets inside round brackets"),
      at: pair.range,
      in: draft,
      fix: fix
    )
  }

  /// Of each pair, where the innermost title or quotation around it opens: brackets that open before that are no fault.
  ///
  /// Below all offsets where there is none, above all where it belongs to a unit such as `元/（人·月）`.
  private func homes(of pairs: [MarkPair], in draft: ScannedDraft) -> [Int] {
    let titles = draft.brackets.pairs.filter { $0.open.scalar == "《" || $0.open.scalar == "〈" }
    let around = (titles + draft.quotes.pairs).sorted { $0.open.offset < $1.open.offset }
    var homes = [Int](repeating: -1, count: pairs.count)
    var open: [MarkPair] = []
    var next = 0
    for index in pairs.indices.sorted(by: { pairs[$0].open.offset < pairs[$1].open.offset }) {
      let offset = pairs[index].open.offset
      while next < around.count, around[next].open.offset < offset {
        open.append(around[next])
        next += 1
      }
      while let last = open.last, last.close.offset <= offset { open.removeLast() }
      let isInUnit = draft.text.scalar(before: offset) == "/"
      homes[index] = isInUnit ? Int.max : open.last?.open.offset ?? -1
    }
    return homes
  }
}
