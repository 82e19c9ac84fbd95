import ChineseText
import Linting
import Reading

/// Flags characters that nobody sees but that break search, review and word lists.
struct InvisibleCharacter: Rule {
  let info = RuleInfo(
    id: "character/invisible",
    summary: Localized("夹有看不见的字符", "an invisible character"),
    why: Localized(
      "零宽字符、方向控制符看不见，却会让搜索、审核和敏感词检查失灵，多是复制粘贴带来的。",
      "Zero-width and direction characters defeat search and review; they come with copy and paste."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("组合表情里的连接符", "医护👩‍⚕️在岗。"),
    .flags("词中的零宽空格", "接种疫⟦\u{200B}⟧苗。", fixed: "接种疫苗。"),
    .flags("方向控制符", "电话⟦\u{202E}⟧12320。", fixed: "电话12320。"),
  ]

  var triggers: Triggers { .oddities([.invisible, .bidiControl, .control]) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    let unseen = draft.scan.oddities.lazy.filter { oddity in
      oddity.kind == .invisible || oddity.kind == .bidiControl || oddity.kind == .control
    }
    return unseen.prefix(draft.maximumFindings + 1).map { oddity in
      let isLineEnd = oddity.scalar.value == 0x2028 || oddity.scalar.value == 0x2029
      let fix = draft.fix(
        Localized("删去", "delete it"),
        isLineEnd ? .unsafe : .safe,
        replacing: oddity.range,
        with: ""
      )
      let message = Localized(
        "夹有看不见的字符 \(oddity.scalar.codePoint)",
        "an invisible character, \(oddity.scalar.codePoint)"
      )
      var finding = finding(message, at: oddity.range, in: draft, fix: fix)
      if oddity.kind == .bidiControl || isInsideHanWord(oddity, in: draft) {
        finding.severity = .error
      }
      return finding
    }
  }

  private func isInsideHanWord(_ oddity: Oddity, in draft: ScannedDraft) -> Bool {
    let left = draft.scalar(before: oddity.offset)
    let right = draft.scalar(from: oddity.range.upperBound)
    return left.map(isHan) ?? false && right.map(isHan) ?? false
  }
}

extension Unicode.Scalar {
  /// The code point as Unicode writes it, such as `U+200B`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
