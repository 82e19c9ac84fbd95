package import Linting

/// What the script of the self-check page says of findings; it knows them by their raw values.
package enum CheckWord: String, Phrases {
  case image
  case imageAlt = "image-alt"
  case quoteImage = "quote-image"
  case quoteWhole = "quote-whole"
  case groupError = "group-error"
  case groupWarning = "group-warning"
  case groupSuggestion = "group-suggestion"
  case groupRest = "group-rest"
  case escalationLeadership = "escalation-leadership"
  case escalationSecrecy = "escalation-secrecy"
  case escalationFreeze = "escalation-freeze"
  case fixAll = "fix-all"
  case fixSame = "fix-same"
  case fixLater = "fix-later"
  case fixed
  case cleared
  case titleOwn = "title-own"
  case step
  case partError = "part-error"
  case partWarning = "part-warning"
  case partSuggestion = "part-suggestion"
  case partSeparator = "part-separator"
  case summaryFound = "summary-found"
  case summaryNone = "summary-none"
  case summaryIncomplete = "summary-incomplete"
  case hintError = "hint-error"
  case hintWarning = "hint-warning"
  case hintSuggestion = "hint-suggestion"
  case hintNone = "hint-none"
  case hintFrozen = "hint-frozen"
  case hintIncomplete = "hint-incomplete"
  case hintSuppressed = "hint-suppressed"

  package var text: Localized {
    switch self {
    case .image: Localized("图片", "Picture")
    case .imageAlt: Localized("图片：{alt}", "Picture: {alt}")
    case .quoteImage: Localized("图片", "A picture")
    case .quoteWhole: Localized("针对全文", "The draft as a whole")
    case .groupError: Localized("必须改", "Must fix")
    case .groupWarning: Localized("须核对", "Look at it")
    case .groupSuggestion: Localized("建议", "Suggestions")
    case .groupRest:
      Localized(
        "还有 {count} 处没有列出，改掉一些后再看。",
        "{count} more are not listed; fix some first."
      )
    case .escalationLeadership: Localized("须报领导小组审定", "Goes to the leadership")
    case .escalationSecrecy: Localized("须经保密审查", "Goes to the secrecy review")
    case .escalationFreeze: Localized("疑似涉密：立即停止", "Possibly secret: stop now")
    case .fixAll: Localized("一键改好 {count} 处", "Fix {count} at once")
    case .fixSame: Localized("同类 {count} 处都改", "Fix all {count} alike")
    case .fixLater:
      Localized(
        "稿件刚改过，正在重新检查；稍等再点。",
        "The text has just changed and is being checked again; try once more in a moment."
      )
    case .fixed: Localized("改好了 {count} 处", "Fixed: {count}")
    case .cleared: Localized("已清空", "Cleared")
    case .titleOwn: Localized("标题取自正文：{title}", "Taken from the text: {title}")
    case .step: Localized("第 {number} 处，共 {count} 处：{message}", "{number} of {count}: {message}")
    case .partError: Localized("{count} 处必须改", "{count} to fix")
    case .partWarning: Localized("{count} 处须核对", "{count} to look at")
    case .partSuggestion: Localized("{count} 条建议", "{count} suggested")
    case .partSeparator: Localized("、", ", ")
    case .summaryFound: Localized("发现 {parts}", "Found: {parts}")
    case .summaryNone: Localized("没有发现问题", "Nothing found")
    case .summaryIncomplete: Localized("没能查完：{message}", "Not checked: {message}")
    case .hintError:
      Localized(
        "必须改的改完之前，不能发布。",
        "It cannot be published until what must be fixed is."
      )
    case .hintWarning: Localized("没有必须改的；请逐处核对。", "Nothing must be fixed; look at each place.")
    case .hintSuggestion: Localized("只有建议，改不改由您定。", "Suggestions only; it is up to you.")
    case .hintNone:
      Localized(
        "机器看不出事实对错，发布前仍要人工审核。",
        "A machine cannot tell whether it is true: it still needs a review."
      )
    case .hintFrozen:
      Localized(
        "文中有涉密标志：不要继续编辑、转发或上传，立即线下报告保密审查人。",
        "The text bears a mark of secrecy: do not edit, forward or upload it; tell the secrecy reviewer in person now."
      )
    case .hintIncomplete:
      Localized(
        "请按上面的提示处理；没有查完的稿件不能算合格。",
        "Mend that first: what was not checked has not passed."
      )
    case .hintSuppressed:
      Localized(
        "另有 {count} 处已在稿件里说明理由放行。",
        "{count} more are put aside in the draft, with reasons."
      )
    }
  }
}
