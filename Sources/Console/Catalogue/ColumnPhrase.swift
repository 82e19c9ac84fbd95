package import Linting

/// Columns and how well they are kept up.
package enum ColumnPhrase: String, Phrases {
  case title
  case hint
  case lateOnes
  case allFine
  case column
  case last
  case limit
  case state
  case today
  case daysAgo
  case never
  case every
  case noLimit
  case late
  case neverLate
  case fine
  case resting
  case escalates
  case change
  case add
  case addTitle
  case name
  case key
  case keyHint
  case days
  case daysHint
  case draftClass
  case classHint
  case noClass
  case escalatesBox
  case activeBox
  case create
  case save
  case empty
  case addDepartment
  case departmentName
  case departmentKey

  package var text: Localized {
    switch self {
    case .title: Localized("栏目", "Columns")
    case .hint:
      Localized(
        "每个栏目由谁负责，多久没有更新。日子从最近一次发布算起。",
        "Who answers for each column and how long ago it was kept up, from its last publication."
      )
    case .lateOnes: Localized("{count} 个栏目该更新了", "{count} columns are overdue")
    case .allFine: Localized("没有超期的栏目。", "No column is overdue.")
    case .column: Localized("栏目", "Column")
    case .last: Localized("最近更新", "Last update")
    case .limit: Localized("更新要求", "To be kept up")
    case .state: Localized("情况", "State")
    case .today: Localized("今天", "today")
    case .daysAgo: Localized("{count} 天前", "{count} days ago")
    case .never: Localized("还没有发布过", "never published")
    case .every: Localized("每 {count} 天至少一次", "every {count} days")
    case .noLimit: Localized("没有要求", "no limit")
    case .late: Localized("超期 {count} 天", "{count} days overdue")
    case .neverLate: Localized("该发布了", "due")
    case .fine: Localized("按时", "in time")
    case .resting: Localized("已停用", "not in use")
    case .escalates: Localized("须报领导小组", "goes to leadership")
    case .change: Localized("修改", "Change")
    case .add: Localized("新增栏目", "Add a column")
    case .addTitle: Localized("新增栏目", "Add a column")
    case .name: Localized("名称", "Name")
    case .key: Localized("代号", "Key")
    case .keyHint:
      Localized(
        "小写字母、数字和连字符，例如 price-notice；以后不能改。",
        "Lower-case letters, digits and hyphens, such as price-notice; it never changes."
      )
    case .days: Localized("至少多少天更新一次", "To be kept up every so many days")
    case .daysHint: Localized("不填就不作要求。", "Left empty, it need not be.")
    case .draftClass: Localized("稿件类别", "Class of its drafts")
    case .classHint:
      Localized(
        "稿件没有写明类别时按这个检查。",
        "By which drafts are judged that do not name one."
      )
    case .noClass: Localized("不指定", "none")
    case .escalatesBox:
      Localized("这个栏目的稿件一律报领导小组审定", "All drafts of this column go to leadership")
    case .activeBox: Localized("正在使用", "In use")
    case .create: Localized("新增", "Add")
    case .save: Localized("保存", "Save")
    case .empty: Localized("还没有栏目。", "There is no column yet.")
    case .addDepartment: Localized("新增科室", "Add a department")
    case .departmentName: Localized("科室名称", "Name of the department")
    case .departmentKey: Localized("科室代号", "Key of the department")
    }
  }
}

/// The classes of drafts, by their names in drafts and in `hegui.yml`.
package enum ClassPhrase: String, Phrases {
  case kepu
  case news
  case service
  case interview
  case notice
  case policy
  case publicity
  case qa
  case recruit
  case procure
  case ad

  package var text: Localized {
    switch self {
    case .kepu: Localized("健康科普", "health education")
    case .news: Localized("新闻动态", "news")
    case .service: Localized("就医服务", "services")
    case .interview: Localized("专访", "interview")
    case .notice: Localized("通知公告", "notice")
    case .policy: Localized("政策解读", "policy")
    case .publicity: Localized("公示", "publicity of facts")
    case .qa: Localized("答复", "answers")
    case .recruit: Localized("招聘", "recruitment")
    case .procure: Localized("采购", "procurement")
    case .ad: Localized("广告", "advertisement")
    }
  }
}
