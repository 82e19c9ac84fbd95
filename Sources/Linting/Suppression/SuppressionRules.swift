import SourceText

/// The three rules about suppressions; the linter itself finds their faults.
package struct SuppressionRule: Rule {
  package enum Fault: String, Sendable, CaseIterable {
    case unused = "metadata/suppression-unused"
    case unknown = "metadata/suppression-unknown"
    case reasonless = "metadata/suppression-reasonless"
  }

  package let fault: Fault

  package init(_ fault: Fault) { self.fault = fault }

  package static let all = Fault.allCases.map(SuppressionRule.init)

  package var info: RuleInfo {
    RuleInfo(
      id: fault.rawValue,
      summary: fault.summary,
      why: Localized(
        "忽略标记让问题不再显示，写错、过时或不说明理由的标记会让审稿人误以为稿件已经查过。",
        "A suppression hides findings: one that is wrong, stale or unexplained misleads the reviewer."
      ),
      basis: [Basis("wechat-account-management", "三、2")],
      severity: .warning
    )
  }

  package var cases: [RuleCase] { fault.cases }

  package func check(_ draft: ScannedDraft) -> [Finding] { [] }

  /// The faults of a draft's suppressions.
  ///
  /// `used` holds the indices of those that put a finding aside, `refused` of those that would where it must not be,
  /// `known` all rule ids and groups.
  static func findings(
    in suppressions: [Suppression],
    used: Set<Int>,
    refused: Set<Int>,
    known: Set<String>
  ) -> [Finding] {
    suppressions.enumerated().compactMap { index, suppression in
      if let fault = suppression.fault {
        return SuppressionRule(.unknown).finding(.faulty(fault), at: suppression.comment)
      }
      let unknown = suppression.names.filter { !known.contains($0) }
      if !unknown.isEmpty || suppression.names.isEmpty {
        return SuppressionRule(.unknown)
          .finding(.unknown(unknown), at: suppression.comment)
      }
      if suppression.reason == nil {
        return SuppressionRule(.reasonless).finding(.reasonless, at: suppression.comment)
      }
      guard !used.contains(index) else { return nil }
      if refused.contains(index) {
        return SuppressionRule(.unused).finding(.refused, at: suppression.comment)
      }
      return SuppressionRule(.unused).finding(.unused(suppression.names), at: suppression.comment)
    }
  }
}

extension SuppressionRule.Fault {
  fileprivate var summary: Localized {
    switch self {
    case .unused: Localized("忽略标记没有对应的问题", "a suppression that hides nothing")
    case .unknown: Localized("忽略标记写了不存在的规则", "a suppression of an unknown rule")
    case .reasonless: Localized("忽略标记没有写理由", "a suppression without a reason")
    }
  }

  fileprivate var cases: [RuleCase] {
    switch self {
    case .unused:
      [
        .ok(
          "标记用上了",
          "<!-- hegui-disable-next-line title/length -- 公文标题沿用原文 -->\n"
            + "# 关于做好二〇二六年全院春季健康教育宣传周各项工作安排的通知\n"
        ),
        .flags(
          "标题并不长",
          "⟦<!-- hegui-disable-next-line title/length -- 沿用原文 -->⟧\n# 春季门诊安排\n"
        ),
      ]
    case .unknown:
      [
        .ok("规则存在", "<!-- hegui-disable-next-line title/length -- 沿用原文 -->\n# 门诊安排\n"),
        .flags(
          "规则名写错",
          "⟦<!-- hegui-disable-next-line title/lenght -- 沿用原文 -->⟧\n# 门诊安排\n"
        ),
        .flags(
          "标记的名称写错",
          "⟦<!-- hegui-disable-nextline title/length -- 沿用原文 -->⟧\n# 门诊安排\n"
        ),
        .flags("没有开头", "# 门诊安排\n\n⟦<!-- hegui-enable title/length -->⟧\n"),
      ]
    case .reasonless:
      [
        .ok("写了理由", "<!-- hegui-disable-next-line title/length -- 沿用原文 -->\n# 门诊安排\n"),
        .flags("没有理由", "⟦<!-- hegui-disable-next-line title/length -->⟧\n# 门诊安排\n"),
      ]
    }
  }
}

extension Localized {
  fileprivate static func unknown(_ names: [String]) -> Self {
    guard !names.isEmpty else {
      return Self("忽略标记没有写规则名", "the suppression names no rule")
    }
    if names.contains(where: { $0.hasPrefix("—") || $0.hasPrefix("–") }) {
      return Self(
        "忽略标记的理由写在两个半角连字符「--」之后，不用破折号",
        "the reason of a suppression follows two hyphens, “--”"
      )
    }
    let list = names.joined(separator: "、")
    return Self("没有规则「\(list)」", "there is no rule \(names.joined(separator: ", "))")
  }

  fileprivate static func faulty(_ fault: Suppression.Fault) -> Self {
    switch fault {
    case .unknownVerb(let word):
      Self(
        "没有「\(word)」这种标记，不起作用：可用 hegui-disable-next-line、hegui-disable、hegui-enable",
        "there is no comment “\(word)”: write hegui-disable-next-line, hegui-disable or hegui-enable"
      )
    case .endsNothing:
      Self(
        "前面没有与这个 hegui-enable 对应的 hegui-disable，请核对规则名或删去标记",
        "no hegui-disable stands before this hegui-enable: check the rule or delete the comment"
      )
    }
  }

  fileprivate static let refused = Self(
    "隐私、涉密和须上报的问题不能用标记忽略：请改正文，并删去标记",
    "findings of privacy, secrecy or for a reviewer cannot be suppressed: mend the text, delete the comment"
  )

  fileprivate static let reasonless = Self(
    "忽略标记没有写理由，不起作用：在规则名后写「-- 理由」",
    "the suppression has no effect without a reason: add “-- reason” behind the rule"
  )

  fileprivate static func unused(_ names: [String]) -> Self {
    let list = names.joined(separator: "、")
    return Self(
      "这里没有「\(list)」的问题可忽略，请删去标记",
      "no finding of \(list) to suppress here: delete the comment"
    )
  }
}
