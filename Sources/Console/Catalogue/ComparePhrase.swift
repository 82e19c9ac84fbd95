package import Linting
import Reviewing

/// Two revisions of a draft compared.
package enum ComparePhrase: String, Phrases {
  case from
  case to
  case show
  case layout
  case imageText
  case content
  case same
  case form
  case place
  case text
  case sameText
  case between
  case added
  case removed
  case changed
  case heading
  case links
  case images
  case metadata
  case findings
  case sameFindings
  case new
  case fixed
  case moved
  case unchanged
  case line
  case open
  case notKept

  package var text: Localized {
    switch self {
    case .from: Localized("从", "From")
    case .to: Localized("到", "To")
    case .show: Localized("比较", "Compare")
    case .layout:
      Localized("文字、链接、图片相同，只是排版或机检结果不同", "same text, links and images; layout or findings differ")
    case .imageText: Localized("只有图片的替代文字不同", "only alternative texts of images differ")
    case .content: Localized("内容有变化", "the content differs")
    case .same: Localized("完全一样", "exactly the same")
    case .form: Localized("发布表的申报内容有变化", "the declarations differ")
    case .place: Localized("栏目、渠道或随稿文件有变化", "column, channels or files differ")
    case .text: Localized("正文", "Text")
    case .sameText: Localized("正文没有变化。", "The text is the same.")
    case .between: Localized("中间 {count} 段没有变化", "{count} blocks unchanged")
    case .added: Localized("新增", "added")
    case .removed: Localized("删去", "removed")
    case .changed: Localized("修改", "changed")
    case .heading: Localized("标题", "Title")
    case .links: Localized("链接", "Links")
    case .images: Localized("图片", "Images")
    case .metadata: Localized("作者、来源等", "Author, source and the like")
    case .findings: Localized("检查结果", "Findings")
    case .sameFindings: Localized("两稿都没有检查出问题。", "Nothing was found in either.")
    case .new: Localized("新增的问题", "New")
    case .fixed: Localized("改好的问题", "Fixed")
    case .moved: Localized("位置变了的问题", "Moved")
    case .unchanged: Localized("没有变化的问题", "Unchanged")
    case .line: Localized("第 {line} 行", "line {line}")
    case .open: Localized("看第 {count} 稿", "Show revision {count}")
    case .notKept:
      Localized("第 {count} 稿涉密，未保存正文", "revision {count} was secret: its text was not kept")
    }
  }
}

extension BlockChange.Kind {
  var phrase: ComparePhrase {
    switch self {
    case .added: .added
    case .removed: .removed
    case .changed: .changed
    }
  }
}
