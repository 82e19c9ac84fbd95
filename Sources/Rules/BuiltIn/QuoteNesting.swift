import ChineseText
import Linting
import Reading

/// Flags quotes inside quotes of the same kind, and double ones inside single ones.
struct QuoteNesting: Rule {
  let info = RuleInfo(
    id: "punctuation/quote-nesting",
    summary: Localized("引号套用层次不对", "quotes nest in the wrong order"),
    why: Localized(
      "引号里再用引号时，外层用双引号，内层用单引号，读者才分得清层次。",
      "Outside double, inside single: so readers can tell the levels apart."
    ),
    basis: [Basis("gbt-15834", "4.8.3.4")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("外双内单、并列", "他说：“要记住‘早’字。”“甲”“乙”两组。"),
    .flags("双引号套双引号", "他说：“要记住⟦“早”⟧字。”", fixed: "他说：“要记住‘早’字。”"),
    .flags("外单内双", "他说：⟦‘要记住“早”字。’⟧", fixed: "他说：“要记住‘早’字。”"),
  ]

  var triggers: Triggers { .marks("“‘") }

  func check(_ draft: ScannedDraft) -> [Finding] {
    let pairs = draft.quotes.pairs
    let doubles = DoubleQuotes(among: pairs)
    return pairs.compactMap { pair in
      if pair.open.scalar == "“", pair.depth > 0 { return inner(pair, in: draft) }
      if pair.open.scalar == "‘", !doubles.hold(pair) { return outer(pair, doubles, draft) }
      return nil
    }
  }

  private func inner(_ pair: MarkPair, in draft: ScannedDraft) -> Finding {
    let fix = draft.fix(
      Localized("内层改用单引号", "use single quotes inside"),
      .safe,
      replacing: [(pair.open.range, "‘"), (pair.close.range, "’")]
    )
    let message = Localized("双引号里又用双引号，内层应为单引号", "double quotes inside double quotes")
    return finding(message, at: pair.range, in: draft, fix: pair.depth == 1 ? fix : nil)
  }

  private func outer(_ pair: MarkPair, _ doubles: DoubleQuotes, _ draft: ScannedDraft) -> Finding? {
    let inner = doubles.inside(pair)
    guard !inner.isEmpty else { return nil }
    var parts: [(range: Range<Int>, text: String)] = [
      (pair.open.range, "“"), (pair.close.range, "”"),
    ]
    for pair in inner.prefix(Self.mostEdits) {
      parts += [(pair.open.range, "‘"), (pair.close.range, "’")]
    }
    let fix = draft.fix(
      Localized("外层改双引号，内层改单引号", "double quotes outside, single inside"),
      .safe,
      replacing: parts.sorted { $0.range.lowerBound < $1.range.lowerBound }
    )
    let message = Localized("外层用了单引号，应外层双引号、内层单引号", "single quotes outside, double inside")
    return finding(
      message,
      at: pair.range,
      in: draft,
      fix: inner.count <= Self.mostEdits && inner.allSatisfy { $0.depth == 0 } ? fix : nil
    )
  }

  /// A fix of more pairs is none: quotes nested by the thousand would each have one of thousands of edits.
  private static let mostEdits = 64
}

/// The pairs of double quotes of a draft, found by place.
private struct DoubleQuotes {
  /// By their opening marks.
  private let pairs: [MarkPair]
  /// The last closing mark of each pair and all before it.
  private var ends: [Int] = []

  init(among all: [MarkPair]) {
    pairs = all.filter { $0.open.scalar == "“" }.sorted { $0.open.offset < $1.open.offset }
    for pair in pairs { ends.append(max(ends.last ?? 0, pair.inside.upperBound)) }
  }

  /// Whether a pair opens inside double quotes.
  func hold(_ pair: MarkPair) -> Bool {
    let before = count(opening: pair.open.offset)
    return before > 0 && pair.open.offset < ends[before - 1]
  }

  /// Those that open inside a pair.
  func inside(_ pair: MarkPair) -> ArraySlice<MarkPair> {
    pairs[count(opening: pair.inside.lowerBound)..<count(opening: pair.inside.upperBound)]
  }

  /// How many open before a place.
  private func count(opening offset: Int) -> Int {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].open.offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
