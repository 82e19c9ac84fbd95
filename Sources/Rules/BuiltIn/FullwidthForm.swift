import ChineseText
import Linting
import Reading

/// Flags full-width letters and digits; a number with a unit has an id of its own.
struct FullwidthForm: Rule {
  private enum Subject {
    case latin
    case digit
    /// Digits in a number with its unit.
    case quantity
  }

  let info: RuleInfo
  let cases: [RuleCase]
  private let subject: Subject
  private let name: Localized

  static let all: [any Rule] = [
    FullwidthForm(
      "character/fullwidth-latin",
      .latin,
      Localized("全角字母", "full-width letters"),
      [
        .ok("半角字母", "CT检查和B超检查。"),
        .flags("全角字母", "⟦ＣＴ⟧检查。", fixed: "CT检查。"),
      ]
    ),
    FullwidthForm(
      "character/fullwidth-digit",
      .digit,
      Localized("全角数字", "full-width digits"),
      [
        .ok("浪纹线和中文标点是全角的", "每日2～3次，共30天（含首日）：遵医嘱。"),
        .ok("算式里的符号", "遗传靶身高为（172＋160＋13）÷2＝172.5。"),
        .flags("全角数字", "门诊楼⟦２⟧层。", fixed: "门诊楼2层。"),
      ]
    ),
    FullwidthForm(
      "number/fullwidth",
      .quantity,
      Localized("全角数字", "full-width digits"),
      [
        .ok("半角数字加单位", "体温38.5℃，每次5 mL。"),
        .flags("数字连同单位", "体温⟦３８．５⟧℃，喝水⟦２５０⟧毫升，观察⟦３０⟧分钟。", fixed: "体温38.5℃，喝水250毫升，观察30分钟。"),
      ]
    ),
  ]

  private init(_ id: String, _ subject: Subject, _ name: Localized, _ cases: [RuleCase]) {
    info = RuleInfo(
      id: id,
      summary: Localized("使用了\(name.zh)", name.en),
      why: Localized(
        "阿拉伯数字和外文字母用半角；全角的搜不到、排版松散。",
        "Digits and Latin letters take half width; full-width ones defeat search and layout."
      ),
      basis: [Basis("gbt-15835", "5.1.7"), Basis("wechat-account-management", "六、1")],
      severity: .warning
    )
    self.subject = subject
    self.name = name
    self.cases = cases
  }

  private var kinds: [Oddity.Kind] {
    subject == .latin ? [.fullwidthLatin] : [.fullwidthDigit, .fullwidthSign]
  }

  var triggers: Triggers { .oddities(kinds) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    fullwidthRuns(in: draft, of: kinds).compactMap { run in
      guard isWanted(run, in: draft), !isOfTitle(run, in: draft) else { return nil }
      let shown = draft.draft.string(in: run.range)
      let fix = draft.fix(
        Localized("改为「\(run.halfwidth)」", "replace with \(run.halfwidth)"),
        .safe,
        replacing: run.range,
        with: run.halfwidth
      )
      let message = Localized(
        "\(name.zh)「\(shown)」应为半角「\(run.halfwidth)」",
        "\(name.en) \(shown): write \(run.halfwidth)"
      )
      return finding(message, at: run.range, in: draft, fix: fix)
    }
  }

  private func isWanted(_ run: FullwidthRun, in draft: ScannedDraft) -> Bool {
    if subject == .latin { return true }
    // A sign alone is punctuation, or belongs to a formula set in Chinese: `172＋160＝332`.
    guard run.kinds.contains(.fullwidthDigit) || isPartOfNumber(run, in: draft) else {
      return false
    }
    let token = draft.scan.token(at: run.range.lowerBound)
    let isQuantity =
      token.map { [.quantity, .percentage, .range].contains($0.kind) } ?? false
      || draft.stands(Self.units, at: run.range.upperBound)
    return isQuantity == (subject == .quantity)
  }

  /// Units in Han, which the scan keeps apart from full-width digits.
  private static let units = Phrases(
    "毫升 毫克 微克 千克 公斤 克 厘米 毫米 千米 公里 米 升 摄氏度 千卡 千焦 分钟 秒 小时 天 周 个月 岁 元 万元 片 粒 倍 人次"
  )

  /// Letters and digits of the title have a rule of their own.
  private func isOfTitle(_ run: FullwidthRun, in draft: ScannedDraft) -> Bool {
    draft.isInTitle(run.range.lowerBound) && !run.kinds.isSubset(of: [.fullwidthSign])
  }

  /// Whether a sign ends a number, as `５％` does, or parts its digits, as `3．5`.
  private func isPartOfNumber(_ run: FullwidthRun, in draft: ScannedDraft) -> Bool {
    let isBehind = draft.scalar(before: run.range.lowerBound).map(isASCIIDigit) ?? false
    if run.halfwidth == "%" { return isBehind }
    guard run.halfwidth == ".", isBehind else { return false }
    return draft.scalar(from: run.range.upperBound).map(isASCIIDigit) ?? false
  }
}
