package import Linting

/// The language of what people read in a report.
package enum Language: String, Sendable, CaseIterable {
  case zh
  case en
}

extension Localized {
  package func text(in language: Language) -> String { language == .zh ? zh : en }
}

extension Severity {
  package var name: Localized {
    switch self {
    case .error: Localized("错误", "error")
    case .warning: Localized("警告", "warning")
    case .suggestion: Localized("建议", "suggestion")
    }
  }
}

extension Severity {
  /// What it means for publishing.
  package var effect: Localized {
    switch self {
    case .error: Localized("改好之前不能发布", "blocks until fixed")
    case .warning: Localized("须有人看过", "a reviewer must look")
    case .suggestion: Localized("不影响发布", "never blocks")
    }
  }
}

extension RuleSource.Standing {
  package var name: Localized {
    switch self {
    case .verified: Localized("已核对原文", "text verified")
    case .reported: Localized("据公开报道，未核对原文", "as reported, text not verified")
    case .unverified: Localized("未核实", "unverified")
    }
  }
}

extension Verdict {
  package var name: Localized {
    switch self {
    case .pass: Localized("通过", "pass")
    case .review: Localized("须人工复核", "review")
    case .block: Localized("不通过", "block")
    case .incomplete: Localized("未能完成检查", "incomplete")
    }
  }
}

extension Escalation {
  package var name: Localized {
    switch self {
    case .leadership: Localized("须报领导小组审批", "needs the leading group's approval")
    case .secrecy: Localized("须经保密审查", "needs the secrecy reviewer")
    case .freeze: Localized("立即停止处理", "stop handling the text at once")
    }
  }
}

extension Fix.Safety {
  package var name: Localized {
    switch self {
    case .safe: Localized("可自动修改", "safe")
    case .unsafe: Localized("须人工确认", "needs confirmation")
    }
  }
}

extension RuleGroup {
  package var title: Localized {
    switch self {
    case .title: Localized("标题", "title")
    case .character: Localized("用字", "characters")
    case .punctuation: Localized("标点", "punctuation")
    case .number: Localized("数字与单位", "numbers and units")
    case .wording: Localized("用词", "wording")
    case .slang: Localized("网络用语", "slang")
    case .abbreviation: Localized("缩写", "abbreviations")
    case .structure: Localized("结构", "structure")
    case .image: Localized("图片图表", "images")
    case .citation: Localized("引用出处", "citations")
    case .copyright: Localized("版权转载", "copyright")
    case .advert: Localized("广告用语", "advertising")
    case .healthClaim: Localized("健康信息", "health claims")
    case .dignity: Localized("尊重与公序", "dignity")
    case .sensitive: Localized("敏感词", "sensitive terms")
    case .privacy: Localized("个人信息", "privacy")
    case .secrecy: Localized("保密", "secrecy")
    case .timeliness: Localized("时效", "timeliness")
    case .metadata: Localized("稿件信息", "metadata")
    case .link: Localized("链接附件", "links")
    }
  }
}
