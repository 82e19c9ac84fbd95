package import Linting

/// The self-check page.
package enum CheckPhrase: String, Phrases {
  case title
  case lead
  case privacy
  case draft
  case mode
  case modeRich
  case modeMarkdown
  case profile
  case profileWechat
  case profileWebsite
  case open
  case clear
  case sample
  case headline
  case headlineCopy
  case headlinePlaceholder
  case body
  case emptyTitle
  case emptyPaste
  case emptyDrop
  case emptySample
  case markdownPlaceholder
  case markdownHint
  case drop
  case results
  case busy
  case resultsEmpty
  case legendError
  case legendWarning
  case legendSuggestion
  case countError
  case countWarning
  case countSuggestion
  case copy
  case handIn
  case steps
  case previous
  case next
  case keys
  case retry
  case signIn
  case undo
  case basis
  case why
  case rule
  case close
  case meaningNote
  case closed
  case closedToRole

  package var text: Localized {
    switch self {
    case .title: Localized("稿件自查", "Check a draft")
    case .lead:
      Localized(
        "把稿件贴进来，边改边查：错别字与标点、标题、广告用语、健康说法、来源与版权、隐私。",
        "Paste a draft and mend it as you go: wording and punctuation, titles, advertising, health claims, sources, privacy."
      )
    case .privacy:
      Localized(
        "稿件不保存：只在检查时送到本单位的服务器，查完就丢，关掉页面就没有了。",
        "Nothing is stored: the draft goes to your own server to be checked and is dropped; close the page and it is gone."
      )
    case .draft: Localized("稿件", "Draft")
    case .mode: Localized("写法", "Format")
    case .modeRich: Localized("图文", "Rich text")
    case .modeMarkdown: Localized("Markdown", "Markdown")
    case .profile: Localized("发在", "For")
    case .profileWechat: Localized("微信公众号", "WeChat")
    case .profileWebsite: Localized("网站", "Website")
    case .open: Localized("打开文件", "Open a file")
    case .clear: Localized("清空", "Clear")
    case .sample: Localized("放一篇示例", "Try a sample")
    case .headline: Localized("标题", "Title")
    case .headlineCopy: Localized("复制标题", "Copy the title")
    case .headlinePlaceholder: Localized("这里写标题", "The title")
    case .body: Localized("正文", "Text")
    case .emptyTitle: Localized("把稿件贴到这里", "Paste your draft here")
    case .emptyPaste:
      Localized(
        "从 Word、WPS 或公众号后台全选、复制，再在这里粘贴；也可以直接写",
        "Select all and copy in Word, WPS or the WeChat editor, then paste here; or just write"
      )
    case .emptyDrop: Localized("或把 .md、.html、.txt 文件拖进来", "Or drop a .md, .html or .txt file")
    case .emptySample: Localized("没有现成的稿件？", "No draft at hand?")
    case .markdownPlaceholder: Localized("# 标题\n\n正文……", "# Title\n\nText…")
    case .markdownHint: Localized("第一行用「# 标题」写标题。", "The first line, “# Title”, is the title.")
    case .drop: Localized("松开鼠标，打开这个文件", "Drop to open the file")
    case .results: Localized("检查结果", "Findings")
    case .busy: Localized("正在检查…", "Checking…")
    case .resultsEmpty:
      Localized(
        "贴进稿件后，问题会列在这里，并在原文下面划线。",
        "Once there is a draft, what is wrong is listed here and underlined in the text."
      )
    case .legendError: Localized("必须改：不改不能发布", "Must fix: it cannot be published as it is")
    case .legendWarning:
      Localized(
        "须核对：多半有问题，或要人判断",
        "Look at it: probably wrong, or for a person to judge"
      )
    case .legendSuggestion: Localized("建议：改了更好", "Suggestion: it would read better")
    case .countError: Localized("必须改", "must fix")
    case .countWarning: Localized("须核对", "to look at")
    case .countSuggestion: Localized("建议", "suggestions")
    case .copy: Localized("复制正文", "Copy the text")
    case .handIn: Localized("拿去送审", "Hand it in")
    case .steps: Localized("逐处查看", "Step through the findings")
    case .previous: Localized("上一处", "Previous")
    case .next: Localized("下一处", "Next")
    case .keys:
      Localized(
        "快捷键：Alt+↑、Alt+↓ 逐处看，Alt+Enter 改这一处",
        "Keys: Alt+↑ and Alt+↓ step, Alt+Enter fixes"
      )
    case .retry: Localized("现在重试", "Try again now")
    case .signIn: Localized("去登录", "Sign in")
    case .undo: Localized("撤销", "Undo")
    case .basis: Localized("依据", "Basis")
    case .why: Localized("说明", "Why")
    case .rule: Localized("规则", "Rule")
    case .close: Localized("收起", "Close")
    case .meaningNote: Localized("改后请确认意思没变", "Check that the meaning is still right")
    case .closed: Localized("登录以后才能检查稿件。", "Sign in to check a draft.")
    case .closedToRole:
      Localized(
        "你的角色不检查稿件。需要的话，请管理员调整角色。",
        "Your role checks no drafts; ask the administrator if it should."
      )
    }
  }
}
