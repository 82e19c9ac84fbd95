import ChineseText
import Linting
import Reading

/// Flags a pair of brackets whose two halves differ in width or shape.
struct MixedWidthPair: Rule {
  let info = RuleInfo(
    id: "punctuation/mixed-width-pair",
    summary: Localized("括号一半全角一半半角", "a pair of brackets of different widths"),
    why: Localized(
      "一对括号的两半应当相同，否则看上去像没有成对。",
      "The halves of a pair must match, or it looks unpaired."
    ),
    basis: [Basis("gbt-15834", "4.9.2")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("半开区间", "体质指数在[18.5，24.0)之间为正常。"),
    .flags("引号一弯一直", "网站⟦“自查填报\"⟧栏目。", fixed: "网站“自查填报”栏目。"),
    .flags("引号一直一弯", "开展⟦\"健康行”⟧活动。", fixed: "开展“健康行”活动。"),
    .flags("左全右半", "腹泻⟦（尤其是儿童)⟧应就医。", fixed: "腹泻（尤其是儿童）应就医。"),
  ]

  func check(_ draft: ScannedDraft) -> [Finding] {
    brackets(in: draft) + quotes(in: draft)
  }

  private func quotes(in draft: ScannedDraft) -> [Finding] {
    draft.fact(MixedQuotes.self).pairs.map { pair in
      let parts = [(pair.open, "“"), (pair.close, "”")].filter { $0.0.scalar == "\"" }
      let fix = draft.fix(
        Localized("统一为弯引号", "use curly quotes for both"),
        .safe,
        replacing: parts.map { ($0.0.range, $0.1) }
      )
      let found = Localized("引号一半是弯的，一半是直的", "one quote is curly, the other straight")
      return finding(found, at: pair.open.offset..<pair.close.range.upperBound, in: draft, fix: fix)
    }
  }

  private func brackets(in draft: ScannedDraft) -> [Finding] {
    draft.brackets.pairs.compactMap { pair in
      guard let (open, close) = standardHalves(of: pair),
        !draft.scan.isOpaque(at: pair.open.offset),
        !isInterval(pair.inside, in: draft.draft)
      else { return nil }
      var parts: [(range: Range<Int>, text: String)] = []
      if pair.open.scalar != open { parts.append((pair.open.range, String(Character(open)))) }
      if pair.close.scalar != close { parts.append((pair.close.range, String(Character(close)))) }
      guard !parts.isEmpty else { return nil }
      let fix = draft.fix(
        Localized("统一为全角括号", "use full-width brackets for both"),
        .safe,
        replacing: parts
      )
      let found = Localized(
        "括号「\(pair.open.scalar)…\(pair.close.scalar)」两半不一致",
        "the brackets “\(pair.open.scalar)…\(pair.close.scalar)” do not match"
      )
      return finding(found, at: pair.range, in: draft, fix: fix)
    }
  }

  /// What the halves of a mixed pair should be; nil for a pair that matches.
  private func standardHalves(of pair: MarkPair) -> (Unicode.Scalar, Unicode.Scalar)? {
    switch (pair.open.scalar, pair.close.scalar) {
    case ("（", ")"), ("(", "）"): ("（", "）")
    case ("【", "]"), ("[", "】"), ("【", "］"), ("［", "】"): ("【", "】")
    case ("［", "]"), ("[", "］"): ("［", "］")
    default: nil
    }
  }
}

/// Quotations with a curly mark on one side and a straight one on the other: `“自查填报"`.
struct MixedQuotes: DraftFact {
  private(set) var pairs: [(open: Mark, close: Mark)] = []
  private var offsets: Set<Int> = []

  init(_ draft: ScannedDraft) {
    var straight = (block: 0..<0, marks: [Mark]())
    for mark in draft.quotes.unpaired where mark.scalar == "“" || mark.scalar == "”" {
      guard let block = draft.block(at: mark.offset)?.text else { continue }
      if straight.block != block { straight = (block, Self.straight(in: block, of: draft)) }
      let marks = straight.marks
      // Straight quotes in pairs are quotations of their own.
      guard marks.count % 2 == 1 else { continue }
      let after = marks.partitioningIndex { $0.offset > mark.offset }
      if mark.scalar == "“", after < marks.count {
        add(mark, marks[after], in: draft)
      } else if mark.scalar == "”", after > 0 {
        add(marks[after - 1], mark, in: draft)
      }
    }
  }

  /// Whether a mark is one half of such a pair.
  func holds(_ mark: Mark) -> Bool { offsets.contains(mark.offset) }

  private static func straight(in block: Range<Int>, of draft: ScannedDraft) -> [Mark] {
    draft.scan.marks(in: block).filter {
      $0.scalar == "\"" && !draft.scan.isOpaque(at: $0.offset)
    }
  }

  private mutating func add(_ open: Mark, _ close: Mark, in draft: ScannedDraft) {
    let inside = open.range.upperBound..<close.offset
    guard (3...150).contains(inside.count), !holds(open), !holds(close),
      draft.scan.hanCount(in: inside) > 0,
      !draft.scan.marks(in: inside).contains(where: { "“”。".unicodeScalars.contains($0.scalar) })
    else { return }
    pairs.append((open, close))
    offsets.formUnion([open.offset, close.offset])
  }
}
