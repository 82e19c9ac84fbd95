package import Linting

/// The publishing desk (发布台) and the list of what is to be published.
package enum PublishPhrase: String, Phrases {
  case listTitle
  case toDo
  case toDoEmpty
  case out
  case outEmpty
  case channel
  case stage
  case since
  case notReady
  case backToDesk
  case stageWaiting
  case stagePermit
  case stagePermitted
  case stageEarly
  case stageFlight
  case stageVerify
  case stageDiffers
  case stageUnreachable
  case stageDone
  case stageRetracted
  case stepPermit
  case stepCopy
  case stepRecord
  case stepVerify
  case permitHint
  case permitButton
  case notBefore
  case notBeforeHint
  case permitDone
  case permitUntil
  case permitFrom
  case revoke
  case revokeReason
  case revokeButton
  case cannot
  case copyHint
  case copyTitle
  case copyTitleButton
  case copyText
  case copyTextHint
  case copyButton
  case copyRich
  case copyRichHint
  case copied
  case copyFailed
  case code
  case download
  case rehearse
  case rehearseHint
  case rehearseButton
  case pastedTitle
  case pastedTitleHint
  case pastedContent
  case pasteHere
  case sameContent
  case sameText
  case plainPasted
  case rehearsalAdvice
  case beginHint
  case beginButton
  case begun
  case address
  case addressHint
  case externalID
  case externalHint
  case recordButton
  case failed
  case failedReason
  case failedButton
  case failedAt
  case publishedAt
  case verifyHint
  case pageSource
  case pageSourceHint
  case pageFile
  case verifyButton
  case unreachableButton
  case exact
  case equal
  case differs
  case unreachable
  case onlyDigest
  case differsAdvice
  case earlier
  case inTitle
  case inText
  case inLink
  case inImage
  case inFile
  case inPlace
  case onlyApproved
  case onlyFound
  case both
  case retract
  case retractReason
  case retractHint
  case foundBy
  case foundByHint
  case reportedTo
  case emergency
  case retractButton
  case retractConfirm
  case retractedAt
  case retractedFound
  case correct
  case correctHint

  package var text: Localized {
    switch self {
    case .listTitle: Localized("发布", "Publishing")
    case .toDo: Localized("等着发布和核对的", "To be published and compared")
    case .toDoEmpty: Localized("没有等着发布的稿件。", "Nothing waits to be published.")
    case .out: Localized("最近发布的", "Published lately")
    case .outEmpty: Localized("还没有发布过稿件。", "Nothing has been published yet.")
    case .channel: Localized("渠道", "Channel")
    case .stage: Localized("走到哪一步", "Step")
    case .since: Localized("起于", "Since")
    case .notReady: Localized("稿件还没有通过审核，不能发布。", "The draft is not approved yet.")
    case .backToDesk: Localized("回到审稿台", "Back to the desk")
    case .stageWaiting: Localized("还不能发布", "not publishable yet")
    case .stagePermit: Localized("待签发许可", "to be permitted")
    case .stagePermitted: Localized("许可已签发，待发布", "permitted")
    case .stageEarly: Localized("许可已签发，未到时间", "permitted, not before its time")
    case .stageFlight: Localized("发布中，待登记结果", "being published")
    case .stageVerify: Localized("已发布，待核对", "to be compared")
    case .stageDiffers: Localized("与批准的不一致", "differs from what was approved")
    case .stageUnreachable: Localized("页面打不开", "cannot be reached")
    case .stageDone: Localized("已发布，核对一致", "published as approved")
    case .stageRetracted: Localized("已撤稿", "retracted")
    case .stepPermit: Localized("签发许可", "Permit")
    case .stepCopy: Localized("照此复制，开始发布", "Copy exactly this")
    case .stepRecord: Localized("登记结果", "Record the result")
    case .stepVerify: Localized("核对页面", "Compare the page")
    case .permitHint:
      Localized(
        "一张许可只准在这个渠道发布批准的这一稿，只能用一次，过期作废。",
        "A permit is for exactly this revision on this channel; it is used once and runs out."
      )
    case .permitButton: Localized("签发许可", "Issue the permit")
    case .notBefore: Localized("不早于", "Not before")
    case .notBeforeHint:
      Localized("不填就是现在起，或计划发布的时间起。", "Empty: from now on, or from the time planned.")
    case .permitDone: Localized("{name} 于 {time} 签发", "issued by {name}, {time}")
    case .permitUntil: Localized("有效至 {time}", "holds until {time}")
    case .permitFrom: Localized("{time} 起才能发布", "not before {time}")
    case .revoke: Localized("收回许可", "Revoke the permit")
    case .revokeReason: Localized("收回的理由", "Why it is revoked")
    case .revokeButton: Localized("收回", "Revoke")
    case .cannot: Localized("这一步你不能做：{reason}。", "This step is not yours: {reason}.")
    case .copyHint:
      Localized(
        "只复制这里的内容，不要改一个字。要改，就退回重审。",
        "Copy this and change nothing. What must change goes back to review."
      )
    case .copyTitle: Localized("标题", "Title")
    case .copyTitleButton: Localized("复制标题", "Copy the title")
    case .copyText: Localized("原文", "The text")
    case .copyTextHint:
      Localized("与批准的逐字节相同，不能编辑。", "Byte for byte as approved; it cannot be edited here.")
    case .copyButton: Localized("复制原文", "Copy the text")
    case .copyRich: Localized("复制为图文", "Copy as rich text")
    case .copyRichHint:
      Localized("可直接粘贴到公众号编辑器；图片在编辑器里另外上传。", "For WeChat's editor; images are uploaded there.")
    case .copied: Localized("已复制", "copied")
    case .copyFailed:
      Localized("浏览器不让复制，请选中原文手工复制。", "The browser refused; select the text and copy it by hand.")
    case .code: Localized("内容核对码", "Content code")
    case .download: Localized("下载原文", "Download the text")
    case .rehearse: Localized("发出前粘回来比一比", "Before it goes out: paste it back")
    case .rehearseHint:
      Localized(
        "在渠道的编辑器里排好版后，全选、复制，粘贴到这里，看和批准的是不是一样。只比较，不保存。",
        "Once it is laid out in the channel's editor, select all, copy, and paste it here to see whether it is what was approved. Compared only, never kept."
      )
    case .rehearseButton: Localized("比一比", "Compare")
    case .pastedTitle: Localized("编辑器里的标题", "The title in the editor")
    case .pastedTitleHint:
      Localized("公众号的标题另有一栏，也粘过来。", "WeChat keeps it in a field of its own: paste it too.")
    case .pastedContent: Localized("编辑器里的正文", "The text in the editor")
    case .pasteHere: Localized("点这里粘贴（Ctrl+V）", "Paste here (Ctrl+V)")
    case .sameContent:
      Localized("与批准的一致：标题、文字、链接、图片都相同。", "As approved: the same title, text, links and images.")
    case .sameText:
      Localized(
        "标题和文字与批准的一致。粘过来的是纯文字，链接和图片没有比。",
        "The same title and text. It came as plain text: links and images were not compared."
      )
    case .plainPasted:
      Localized("粘过来的是纯文字，链接和图片没有比。", "It came as plain text: links and images were not compared.")
    case .rehearsalAdvice:
      Localized(
        "在编辑器里改回批准的样子，再粘过来比一次。要改内容，就退回重审。",
        "Put it back as approved in the editor and compare again. What must change goes back to review."
      )
    case .beginHint:
      Localized(
        "点了以后许可就用掉了，接着到渠道后台发布。",
        "This uses the permit up; then publish it in the channel's own editor."
      )
    case .beginButton: Localized("开始发布", "Begin to publish")
    case .begun: Localized("{name} 于 {time} 开始发布", "begun by {name}, {time}")
    case .address: Localized("发布后的网址", "Address of the page")
    case .addressHint:
      Localized(
        "以 https:// 开头；没有网址的填下面的编号。",
        "Begins with https://; where there is none give the number below."
      )
    case .externalID: Localized("渠道给的编号", "The channel's own number")
    case .externalHint: Localized("例如公众号的消息编号。", "Such as WeChat's message id.")
    case .recordButton: Localized("登记发布", "Record it")
    case .failed: Localized("没有发出去", "It was not published")
    case .failedReason: Localized("渠道怎么说的", "What the channel said")
    case .failedButton: Localized("登记失败", "Record the failure")
    case .failedAt: Localized("{name} 于 {time} 登记：没有发出去", "{name}, {time}: it was not published")
    case .publishedAt: Localized("{name} 于 {time} 发布", "published by {name}, {time}")
    case .verifyHint:
      Localized(
        "打开发布的页面，把网页源代码粘贴到这里，和批准的比一比。",
        "Open the page, paste its source here and hold it against what was approved."
      )
    case .pageSource: Localized("网页源代码", "Source of the page")
    case .pageSourceHint:
      Localized("电脑浏览器里按 Ctrl+U 打开，全选复制。", "Ctrl+U in a browser; select all and copy.")
    case .pageFile: Localized("从保存的网页读入", "Read from a saved page")
    case .verifyButton: Localized("核对", "Compare")
    case .unreachableButton: Localized("页面打不开", "The page cannot be reached")
    case .exact: Localized("逐字节相同。", "The same, byte for byte.")
    case .equal: Localized("内容一致：标题、文字、链接、图片都与批准的相同。", "The same title, text, links and images.")
    case .differs:
      Localized("有 {count} 处与批准的不同：", "{count} place(s) differ from what was approved:")
    case .unreachable: Localized("页面打不开。", "The page could not be reached.")
    case .onlyDigest: Localized("与批准的不同（只比了指纹，不知道差在哪里）。", "It differs; only digests were compared.")
    case .differsAdvice:
      Localized(
        "先查清是谁改的。把页面改回批准的样子再核对一次；改不回来的，撤稿。",
        "Find out who changed it. Put the page back as approved and compare again; if that cannot be, retract it."
      )
    case .earlier: Localized("以前的核对", "Earlier comparisons")
    case .inTitle: Localized("标题", "Title")
    case .inText: Localized("第 {count} 段", "Block {count}")
    case .inLink: Localized("第 {count} 个链接", "Link {count}")
    case .inImage: Localized("第 {count} 张图片", "Image {count}")
    case .inFile: Localized("文件", "File")
    case .inPlace: Localized("栏目或渠道", "Place")
    case .onlyApproved: Localized("页面上缺少", "missing on the page")
    case .onlyFound: Localized("页面上多出", "added on the page")
    case .both: Localized("改动", "changed")
    case .retract: Localized("撤稿", "Retract")
    case .retractReason: Localized("为什么撤", "Why")
    case .retractHint:
      Localized("至少 5 个字，写明错在哪里、怎样处理。", "At least 5 characters: what is wrong and what is done.")
    case .foundBy: Localized("谁发现的", "Who found it")
    case .foundByHint: Localized("读者举报的写“读者”。", "“A reader” where a reader told.")
    case .reportedTo: Localized("报告了谁", "Reported to")
    case .emergency: Localized("紧急：已先删除，后补登记", "Emergency: deleted first, recorded afterwards")
    case .retractButton: Localized("登记撤稿", "Record the retraction")
    case .retractConfirm:
      Localized(
        "撤稿会一直留在记录里。确定已在渠道上删除了吗？",
        "This stays on record. Has it been deleted on the channel?"
      )
    case .retractedAt:
      Localized("{name} 于 {time} 撤稿：{reason}", "retracted by {name}, {time}: {reason}")
    case .retractedFound: Localized("发现人：{name}", "Found by: {name}")
    case .correct: Localized("写更正", "Write a correction")
    case .correctHint:
      Localized("小错不用撤稿：另写一份更正，也要审核。", "For a slip: a correction, which is reviewed too.")
    }
  }
}
