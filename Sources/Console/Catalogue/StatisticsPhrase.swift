package import Linting

/// What the assessment counts.
package enum StatisticsPhrase: String, Phrases {
  case title
  case period
  case from
  case until
  case show
  case thisMonth
  case lastMonth
  case thisQuarter
  case thisYear
  case departments
  case columns
  case department
  case column
  case submitted
  case returned
  case returnRate
  case published
  case corrected
  case retracted
  case errors
  case warnings
  case suggestions
  case density
  case total
  case flow
  case quality
  case empty
  case method
  case unknown
  case turnaround
  case turnaroundMethod
  case stageTimes
  case publicationTimes
  case stage
  case stays
  case median
  case longest
  case hours
  case allDepartments
  case minutesLong
  case hoursLong
  case daysLong

  package var text: Localized {
    switch self {
    case .title: Localized("考核统计", "Statistics")
    case .period: Localized("{from} 至 {until}", "{from} to {until}")
    case .from: Localized("从", "From")
    case .until: Localized("到", "To")
    case .show: Localized("统计", "Show")
    case .thisMonth: Localized("本月", "This month")
    case .lastMonth: Localized("上月", "Last month")
    case .thisQuarter: Localized("本季度", "This quarter")
    case .thisYear: Localized("今年", "This year")
    case .departments: Localized("各科室", "By department")
    case .columns: Localized("各栏目", "By column")
    case .department: Localized("科室", "Department")
    case .column: Localized("栏目", "Column")
    case .submitted: Localized("送审", "Handed in")
    case .returned: Localized("退回", "Returned")
    case .returnRate: Localized("退回率", "Return rate")
    case .published: Localized("发布", "Published")
    case .corrected: Localized("更正", "Corrected")
    case .retracted: Localized("撤稿", "Retracted")
    case .errors: Localized("错误", "Errors")
    case .warnings: Localized("警告", "Warnings")
    case .suggestions: Localized("建议", "Suggestions")
    case .density: Localized("每千字问题", "Findings per 1,000 characters")
    case .total: Localized("合计", "Total")
    case .flow: Localized("送审与发布（篇）", "Handed in and published")
    case .quality: Localized("每千字问题（处）", "Findings per 1,000 characters")
    case .empty: Localized("这段时间没有送审的稿件。", "Nothing was handed in during this time.")
    case .method:
      Localized(
        "送审：这段时间新建并送过审的稿件；退回：退回的次数；发布、更正、撤稿：这段时间发布、更正、撤下的稿件。问题数是送审稿件最新一稿里检查出来的。退回率＝退回次数÷送审篇数。",
        "Handed in: drafts begun in this time and handed in since. Returned: how often. Published, corrected, retracted: drafts in this time. Findings are those of the latest revisions of what was handed in. Return rate: times returned by drafts handed in."
      )
    case .unknown: Localized("（未写明）", "(not given)")
    default: turnaroundText
    }
  }

  private var turnaroundText: Localized {
    switch self {
    case .turnaround: Localized("办理用时", "Turnaround")
    case .stageTimes: Localized("在每个环节停留", "At each stage")
    case .publicationTimes: Localized("从送审到发布", "From handing in to publication")
    case .stage: Localized("环节", "Stage")
    case .stays: Localized("次数", "Times")
    case .median: Localized("中位数", "Median")
    case .longest: Localized("最长", "Longest")
    case .hours: Localized("（小时）", " (hours)")
    case .allDepartments: Localized("全部", "All")
    case .minutesLong: Localized("{count} 分钟", "{count} min")
    case .hoursLong: Localized("{hours} 小时", "{hours} h")
    case .daysLong: Localized("{days} 天 {hours} 小时", "{days} d {hours} h")
    default:
      Localized(
        "停留：这段时间里离开一个环节的稿件，从到这个环节算起，退回后再送审的另算一次。送审到发布：这段时间首次发布的稿件，从第一次送审算起。按自然时间计，不扣夜间和假日；中位数不受个别特别久的稿件影响。",
        "At each stage: drafts that left it in this time, since they came to it; one that was returned and handed in again counts twice. To publication: drafts first published in this time, since they were first handed in. Nights and holidays count. A few very slow drafts do not move the median."
      )
    }
  }
}
