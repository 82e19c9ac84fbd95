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
