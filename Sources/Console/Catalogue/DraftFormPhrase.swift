package import Linting

/// Writing a draft and handing in its release form.
package enum DraftFormPhrase: String, Phrases {
  case newTitle
  case editTitle
  case afterTitle
  case correctionTitle
  case corrects
  case supersedes
  case leavesReview
  case returnedBy
  case askedBy
  case incomplete
  case content
  case contentHint
  case format
  case markdown
  case html
  case plain
  case loadFile
  case loadHint
  case replaceText
  case wordFile
  case liveTitle
  case liveLater
  case liveEmpty
  case liveWaiting
  case liveNone
  case liveTally
  case liveMore
  case liveFailed
  case line
  case titleCount
  case titleOver
  case noTitle
  case checkRich
  case place
  case column
  case columnHint
  case columnOf
  case chooseColumn
  case channels
  case channelsHint
  case changeNote
  case changeNoteHint
  case save
  case saveRevision
  case saveHint
  case saveRevisionHint

  package var text: Localized {
    switch self {
    case .newTitle: Localized("新建稿件", "New draft")
    case .editTitle: Localized("修改稿件", "Revise the draft")
    case .afterTitle: Localized("另起一稿", "Begin anew")
    case .correctionTitle: Localized("更正已发布的稿件", "Correct what is published")
    case .corrects: Localized("更正的是：", "Corrects:")
    case .supersedes: Localized("接替的是：", "Takes the place of:")
    case .leavesReview:
      Localized(
        "稿件正在审核。保存新的一稿会把它退出审核，已有的签批作废。",
        "The draft is in review. Saving a revision takes it out of review and voids what was signed."
      )
    case .returnedBy: Localized("{name} 于 {time} 退回：", "Returned by {name}, {time}:")
    case .askedBy:
      Localized("{name} 于 {time} 提出，改完请在审稿台答复：", "{name}, {time}, to be resolved on the desk:")
    case .incomplete:
      Localized("送审前还要填 {count} 项：", "{count} field(s) to fill in before it can be handed in:")
    case .content: Localized("正文", "Text")
    case .contentHint:
      Localized(
        "写好的文章粘贴到这里，或把文件拖进来。",
        "Paste your article here or drop a file."
      )
    case .format: Localized("格式", "Format")
    case .markdown: Localized("Markdown", "Markdown")
    case .html: Localized("HTML", "HTML")
    case .plain: Localized("纯文本", "Plain text")
    case .loadFile: Localized("从文件读入", "Read from a file")
    case .loadHint:
      Localized(".md、.html 或 .txt，UTF-8 或 GB18030", ".md, .html or .txt; UTF-8 or GB18030")
    case .replaceText:
      Localized("用这个文件的内容替换现在的正文？", "Replace the text by what this file holds?")
    case .wordFile:
      Localized(
        "读不了 Word 文件。请在 Word 里另存为“网页（筛选过的）”，再拖进来。",
        "Word files cannot be read here. Save it as “Web page, filtered” and drop that."
      )
    case .liveTitle: Localized("边写边查", "Checked as you write")
    case .liveLater: Localized("保存后自动检查。", "It is checked when you save it.")
    case .liveEmpty: Localized("写几个字就会开始检查。", "The check begins as soon as you write.")
    case .liveWaiting: Localized("正在检查……", "Checking…")
    case .liveNone: Localized("没有发现问题。", "Nothing found.")
    case .liveTally:
      Localized(
        "错误 {errors}，警告 {warnings}，建议 {suggestions}",
        "{errors} error(s), {warnings} warning(s), {suggestions} suggestion(s)"
      )
    case .liveMore: Localized("另有 {count} 处，保存后可看全部。", "{count} more; all are shown after saving.")
    case .liveFailed:
      Localized("这次没有查成，停一会儿再写会重新检查。", "The check did not work; it is tried again as you write.")
    case .line: Localized("第 {line} 行", "line {line}")
    case .titleCount:
      Localized("标题 {count} 字（一般不超过 20 字）", "Title: {count} characters (20 at most, as a rule)")
    case .titleOver:
      Localized("标题 {count} 字，超过 20 字，请精简", "Title: {count} characters, over 20; make it shorter")
    case .noTitle: Localized("还没有标题", "No title yet")
    case .checkRich:
      Localized(
        "从 Word、WPS 或公众号编辑器粘贴，请先到自查页。",
        "To paste from Word, WPS or WeChat's editor, use the check page first."
      )
    case .place: Localized("发到哪里", "Where to")
    case .column: Localized("栏目", "Column")
    case .columnHint:
      Localized(
        "栏目不归本科室时，在备注里写明受谁委托。",
        "Where the column is another department's, say in the note who entrusted you with it."
      )
    case .columnOf: Localized("{column}（{department}）", "{column} ({department})")
    case .chooseColumn: Localized("请选择", "Choose one")
    case .channels: Localized("发布渠道", "Channels")
    case .channelsHint: Localized("每个渠道各发一次许可。", "Each channel takes a permit of its own.")
    case .changeNote: Localized("这一稿改了什么", "What has changed")
    case .changeNoteHint: Localized("一句话，给审核的人看。", "One sentence for those who review it.")
    case .save: Localized("保存稿件", "Save the draft")
    case .saveRevision: Localized("保存新的一稿", "Save the revision")
    case .saveHint:
      Localized(
        "保存后还没有送审，下一页可以看检查结果。",
        "Saving does not hand it in; the next page shows what was found."
      )
    case .saveRevisionHint:
      Localized("内容没有变化就不会产生新的一稿。", "Where nothing has changed no revision is made.")
    }
  }
}
