import ChineseText
import Linting
import Reading

/// Flags sequence numbers with a wrong mark behind them, at the start of a block or line.
struct SequenceNumbers: Rule {
  let info = RuleInfo(
    id: "punctuation/sequence-number",
    summary: Localized("序号后面的标点不对", "a sequence number with a wrong mark"),
    why: Localized(
      "「一」后用顿号，「1」后用点，带括号的序号后不用标点，「第一」「首先」后用逗号。",
      "一 takes 、, 1 takes a point, a bracketed number takes none, and 第一 a comma."
    ),
    basis: [Basis("gbt-15834", "B.3")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("规范的序号", "一、洗手\n\n（一）通风\n\n1.5 mg即可\n\n第一，洗手\n\n第一、二、三产业"),
    .ok("不是序号", "1、2月龄婴儿\n\n一、二级医院\n\n3、4号窗口\n\n十、百、千、万"),
    .ok("一是后面没有标点", "一是洗手，二是通风；其一是安全。"),
    .flags("一是后面的冒号", "办法有三种：一是自助机挂号，二是⟦：⟧公众号预约。", fixed: "办法有三种：一是自助机挂号，二是公众号预约。"),
    .flags("数字后用顿号", "1⟦、⟧洗手\n\n2⟦、⟧通风", fixed: "1.洗手\n\n2.通风"),
    .flags("括号后又加标点", "（一）⟦、⟧通风", fixed: "（一）通风"),
    .flags("汉字数字后用点", "一⟦.⟧总则", fixed: "一、总则"),
    .flags("第一后用顿号", "第一⟦、⟧先洗手", fixed: "第一，先洗手"),
    .ok("句中并列的序数", "分两步。第一、第二步由护士做；第二、三步由医生做。"),
    .flags(
      "句中的第一、第二",
      "步骤如下：第一⟦、⟧询问情况；第二⟦、⟧劝导戒烟。",
      fixed: "步骤如下：第一，询问情况；第二，劝导戒烟。"
    ),
  ]

  var triggers: Triggers { .marks(Self.wrongSomewhere) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    var findings: [Finding] = []
    var arabic: [Finding] = []
    for mark in draft.scan.marks(among: Self.wrongSomewhere) {
      if let finding = pointed(mark, in: draft) { findings.append(finding) }
      guard let number = Self.number(before: mark, in: draft),
        let form = number.form(before: mark, in: draft)
      else { continue }
      let finding = finding(for: mark, form, number, in: draft)
      if number.kind == .arabic { arabic.append(finding) } else { findings.append(finding) }
    }
    // A single number may be a quantity; two are a sequence.
    return arabic.count > 1 ? findings + arabic : findings
  }

  /// The mark behind 一是, 二是 and so on, which take none.
  private func pointed(_ mark: Mark, in draft: ScannedDraft) -> Finding? {
    guard mark.scalar == "：" || mark.scalar == "，",
      let start = Self.points.start(in: draft.text, before: mark.offset),
      draft.scalar(before: start).map({ !isHan($0) }) ?? true,
      !draft.scan.isOpaque(at: mark.offset)
    else { return nil }
    let shown = draft.draft.string(in: start..<mark.offset)
    let fix = draft.fix(Localized("删去", "delete it"), .unsafe, replacing: mark.range, with: "")
    let message = Localized("「\(shown)」后面不用标点", "no mark follows \(shown)")
    return finding(message, at: mark.range, in: draft, fix: fix)
  }

  private static let points = Phrases("一是 二是 三是 四是 五是 六是 七是 八是")

  private static let wrongSomewhere: MarkSet = "、，.．。："

  /// Whether a mark ends a sequence number in Han digits, and is this rule's to judge.
  static func judges(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    number(before: mark, in: draft)?.kind == .han
  }

  private func finding(
    for mark: Mark,
    _ form: String,
    _ number: SequenceNumber,
    in draft: ScannedDraft
  ) -> Finding {
    let shown = draft.draft.string(in: number.range)
    let fix = draft.fix(
      form.isEmpty ? Localized("删去", "delete it") : Localized("改为「\(form)」", "write \(form)"),
      number.kind == .ordinal ? .unsafe : .safe,
      replacing: mark.range,
      with: form
    )
    let message =
      form.isEmpty
      ? Localized("序号「\(shown)」后面不用标点", "no mark follows the number \(shown)")
      : Localized("序号「\(shown)」后面应用「\(form)」", "the number \(shown) is followed by \(form)")
    return finding(message, at: mark.range, in: draft, fix: fix)
  }

  /// The number that fills a line from its start to the mark.
  private static func number(before mark: Mark, in draft: ScannedDraft) -> SequenceNumber? {
    let text = draft.text
    guard let last = text.scalar(before: mark.offset), SequenceNumber.isPart(last),
      let block = draft.block(at: mark.offset), !block.isCode, block.kind != .tableCell
    else { return nil }
    // The longest is （二十一）, 21 bytes.
    var start = mark.offset
    while start > block.text.lowerBound, mark.offset - start <= 21,
      let scalar = text.scalar(before: start), SequenceNumber.isPart(scalar)
    {
      start -= UTF8.width(scalar)
    }
    guard start < mark.offset else { return nil }
    let before = start > block.text.lowerBound ? text.scalar(before: start) : nil
    if before == nil || before == "\u{2028}" || before == "\n" || before == "　" {
      return SequenceNumber(start..<mark.offset, of: text)
    }
    // 第一、…；第二、… within a paragraph.
    guard mark.scalar == "、", "。；：".unicodeScalars.contains(before ?? " "),
      text.scalar(at: start) == "第"
    else { return nil }
    return SequenceNumber(start..<mark.offset, of: text)
  }
}

/// A number at the start of a line.
private struct SequenceNumber {
  enum Kind {
    case arabic
    case han
    case bracketed
    case circled
    /// 第一, 其一.
    case ordinal
  }

  let range: Range<Int>
  let kind: Kind

  init?(_ range: Range<Int>, of text: [UInt8]) {
    self.range = range
    guard let first = text.scalar(at: range.lowerBound),
      let last = text.scalar(before: range.upperBound)
    else { return nil }
    let inner = range.lowerBound + UTF8.width(first)..<range.upperBound
    switch (first, last) {
    case ("（", "）"), ("(", ")"): kind = .bracketed
    case ("第", _), ("其", _):
      guard Self.all(inner, of: text, are: Self.isHanDigit) else { return nil }
      kind = .ordinal
    default:
      if Self.all(range, of: text, are: isASCIIDigit), range.count <= 2 {
        kind = .arabic
      } else if Self.all(range, of: text, are: Self.isHanDigit) {
        kind = .han
      } else if Self.all(range, of: text, are: Self.isCircled) {
        kind = .circled
      } else {
        return nil
      }
    }
  }

  static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "）", "(", ")", "第", "其": true
    default: isASCIIDigit(scalar) || isHanDigit(scalar) || isCircled(scalar)
    }
  }

  private static func isHanDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }

  private static func isCircled(_ scalar: Unicode.Scalar) -> Bool {
    (0x2460...0x2473).contains(scalar.value)
  }

  private static func all(
    _ range: Range<Int>,
    of text: [UInt8],
    are wanted: (Unicode.Scalar) -> Bool
  ) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, let scalar = text.scalar(at: index) {
      guard wanted(scalar) else { return false }
      index += UTF8.width(scalar)
    }
    return !range.isEmpty
  }

  /// What belongs in the place of the mark; nil where the mark is right or the number is none.
  func form(before mark: Mark, in draft: ScannedDraft) -> String? {
    guard let next = draft.scalar(from: mark.range.upperBound) else { return nil }
    let isFollowedByNumber = Self.isPart(next) || "百千万零两".unicodeScalars.contains(next)
    switch kind {
    case .arabic:
      guard mark.scalar == "、" || mark.scalar == "，", !isFollowedByNumber else { return nil }
      return "."
    case .han:
      guard mark.scalar == "." || mark.scalar == "．" || mark.scalar == "，", !isFollowedByNumber,
        isHan(next)
      else { return nil }
      return "、"
    case .bracketed, .circled:
      return mark.scalar == "：" || mark.scalar == "。" || isFollowedByNumber ? nil : ""
    case .ordinal:
      return mark.scalar == "、" && !isFollowedByNumber ? "，" : nil
    }
  }
}
