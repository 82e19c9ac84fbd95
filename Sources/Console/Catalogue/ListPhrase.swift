package import Linting

/// Lists of drafts.
package enum ListPhrase: String, Phrases {
  case queueTitle
  case waitingOnMe
  case waitingEmpty
  case mine
  case mineEmpty
  case newDraft
  case draftsTitle
  case empty
  case none
  case showAll
  case title
  case state
  case department
  case creator
  case updated
  case verdict
  case search
  case anyState
  case filter
  case next
  case whyMine

  package var text: Localized {
    switch self {
    case .queueTitle: Localized("我的待办", "To do")
    case .waitingOnMe: Localized("等我处理", "Waiting on me")
    case .waitingEmpty: Localized("没有等你处理的稿件。", "Nothing waits on you.")
    case .mine: Localized("我的稿件", "My drafts")
    case .mineEmpty:
      Localized("你还没有稿件。写好的文章从这里送审。", "You have no drafts yet. Hand one in from here.")
    case .newDraft: Localized("新建稿件", "New draft")
    case .draftsTitle: Localized("稿件", "Drafts")
    case .empty: Localized("没有符合条件的稿件。", "No draft matches.")
    case .none: Localized("这里还没有你能看到的稿件。", "There is no draft that you may see yet.")
    case .showAll: Localized("显示全部稿件", "Show all drafts")
    case .title: Localized("标题", "Title")
    case .state: Localized("状态", "State")
    case .department: Localized("科室", "Department")
    case .creator: Localized("报送人", "Submitter")
    case .updated: Localized("最近变动", "Last change")
    case .verdict: Localized("检查", "Check")
    case .search: Localized("标题里有", "Title has")
    case .anyState: Localized("全部状态", "Any state")
    case .filter: Localized("筛选", "Filter")
    case .next: Localized("下一页", "Next page")
    case .whyMine: Localized("需要你做的", "What you can do")
    }
  }
}
