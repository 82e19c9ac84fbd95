import ChineseText
import Linting
import Reading

/// Rules about announced and reported days that lie on the wrong side of the day of publication.
enum EventDates {
  static let all: [any Rule] = [expired, announcedAsComing, reportedTooEarly]
}

extension EventDates {
  private static let expired = FamilyRule(
    "timeliness/expired-event",
    .error,
    summary: Localized("通知的活动或截止日期已过", "an announced event or deadline that is over"),
    why: Localized(
      "应避免过时信息上网；通知发布时活动已过、报名已截止，群众白跑一趟。",
      "Outdated information must not go online: readers come in vain."
    ),
    basis: [Basis("website-management", "四、（六）2"), Basis("wechat-account-management", "一、3")],
    triggers: .tokens(DraftDates.tokens),
    cases: [
      .ok(
        "还没有到",
        "---\ndate: 2026-02-10\n---\n\n# 义诊通知\n\n定于2026年3月5日开展义诊，报名截止3月1日。"
      ),
      .ok(
        "报道过去的活动",
        "---\ndate: 2026-02-10\n---\n\n# 我院举行义诊\n\n2月1日，医院举行了义诊。活动时间为2月1日全天。"
      ),
      .ok(
        "改期",
        "---\ndate: 2026-02-10\n---\n\n# 讲座改期通知\n\n原定于2026年2月5日举行的讲座，改到2026年2月15日举行。"
      ),
      .flags(
        "报名已截止",
        "---\ndate: 2026-03-10\n---\n\n# 培训通知\n\n报名截止⟦2026年3月1日⟧。"
      ),
      .flags(
        "活动已过",
        "---\ndate: 2026-03-06\n---\n\n# 义诊通知\n\n定于⟦3月5日⟧开展义诊，报名截止3月8日。"
      ),
      .flags(
        "时间一栏",
        "---\ndate: 2026-03-10\n---\n\n# 招聘公告\n\n报名时间：⟦2026年2月20日至3月1日⟧。"
      ),
    ]
  ) { draft in
    let dates = draft.fact(DraftDates.self)
    guard !dates.all.isEmpty else { return [] }
    let announces = try draft.announces()
    return dates.events.compactMap { event in
      guard event.last < dates.publish.day, event.isClose(to: dates.publish),
        !event.isReversed, !draft.isQuoted(event.date),
        announces
          ? isFixed(event.range, in: draft)
          : dates.publish.ground != .today && isDeadline(event.range, in: draft),
        !isOver(event, in: draft)
      else { return nil }
      let shown = draft.draft.string(in: event.range)
      let message = Localized(
        "「\(shown)」已经过去（\(dates.publish.named.zh)），请核对或更新",
        "\(shown) is over (\(dates.publish.named.en)): check or update it"
      )
      return Fault(range: event.range, message: message)
    }
  }

  private static let deadlines = Phrases(
    "报名截止 报名截止时间 报名截止日期 截止时间 截止日期 即日起至 即日起到 有效期至 有效期截至 投稿截止 申报截止 征集截止 预约截止 缴费截止 报名截至"
  )
  private static let meetings = Phrases("定于 定在 拟定于 请于 须于 务必于 应于 可于 请在 须在 务必在 应在 需在 需于")
  private static let until = Phrases("截止 止 前报名 前提交 前报送 之前报名")

  private static func isDeadline(_ date: Range<Int>, in draft: ScannedDraft) -> Bool {
    draft.leads(deadlines, to: date.lowerBound) || draft.stands(closing, at: date.upperBound)
  }

  private static let closing = Phrases("报名截止")

  /// Whether something is to be done on a day or by it, or a field such as `活动时间` has it.
  static func isFixed(_ date: Range<Int>, in draft: ScannedDraft) -> Bool {
    let start = date.lowerBound
    if draft.stands(meetings, before: start) || isDeadline(date, in: draft) { return true }
    if draft.stands(until, at: date.upperBound), !draft.stands(past, before: start) { return true }
    guard let label = draft.fieldLabel(before: start) else { return false }
    return !otherFields.stands(in: label, of: draft.text)
  }

  private static let past = Phrases("截止 截至 截止到 截至到")

  /// Fields whose days are past by nature.
  private static let otherFields = LiteralSet([
    "发布", "更新", "发文", "成文", "印发", "签发", "修订", "建院", "成立", "出生", "制定", "生产", "拍摄", "注册", "批准", "审核",
    "落款", "入院", "毕业", "签订", "开业", "受理", "立项", "竣工", "完成", "发证", "中标", "成交", "统计", "采样", "检测", "发稿",
    "入职", "公告", "评审", "开标", "执行", "施行", "实施", "生效",
  ])

  /// Sentences that tell of what has been, or of a change of plan.
  private static func isOver(_ event: DatedEvent, in draft: ScannedDraft) -> Bool {
    let sentence = draft.sentence(at: event.range.lowerBound)
    if overWords.stands(in: sentence, of: draft.text) { return true }
    // 请在2月20日以前致电 is a deadline.
    return !draft.stands(meetings, before: event.range.lowerBound)
      && draft.text.firstOffset(of: "以前", in: sentence) != nil
  }

  private static let overWords = LiteralSet([
    "举行了", "召开了", "开展了", "举办了", "圆满", "已于", "已经", "已完成", "已结束", "顺利", "曾", "当时", "原定", "原计划",
    "延期", "推迟", "改期", "顺延", "取消", "累计", "共计", "出生", "以后出生", "恢复", "满足", "年龄", "毕业",
  ])

  private static let announcedAsComing = FamilyRule(
    "timeliness/tense-mismatch",
    .warning,
    summary: Localized("过去的日子写作「将于」", "a day in the past said to come"),
    why: Localized(
      "发布时已过的日子还写「将于」，多半是照搬了旧稿。",
      "A day before publication that is said to come is mostly left from an older text."
    ),
    basis: [Basis("website-management", "四、（六）2"), Basis("wechat-account-management", "一、3")],
    triggers: .tokens(DraftDates.tokens),
    cases: [
      .ok("还没有到", "---\ndate: 2026-02-10\n---\n\n将于2026年3月1日举行。"),
      .ok("当时的安排", "---\ndate: 2026-02-10\n---\n\n医院2019年曾宣布，新楼将于2021年5月1日启用。"),
      .flags("已经过去", "---\ndate: 2026-03-10\n---\n\n讲座将于⟦2月1日⟧举行。"),
      .flags("写明了年份", "---\ndate: 2026-03-10\n---\n\n新楼将于⟦2025年10月1日⟧启用。"),
    ]
  ) { draft in
    let dates = draft.fact(DraftDates.self)
    guard !dates.all.isEmpty else { return [] }
    return dates.events.compactMap { event in
      guard event.last < dates.publish.day, event.isClose(to: dates.publish),
        draft.stands(coming, before: event.range.lowerBound), !draft.isQuoted(event.date),
        dates.publish.ground != .today
          || event.date.year != .guessed && dates.publish.day.days(since: event.last) <= 400,
        !retrospect.stands(in: draft.sentence(at: event.range.lowerBound), of: draft.text)
      else { return nil }
      let shown = draft.draft.string(in: event.range)
      let message = Localized(
        "「\(shown)」已经过去（\(dates.publish.named.zh)），不能再写「将」",
        "\(shown) is over (\(dates.publish.named.en)), so it is not to come"
      )
      return Fault(range: event.range, message: message)
    }
  }

  private static let coming = Phrases("将于 将在 拟于 计划于 预计于 将从 将自")
  private static let retrospect = LiteralSet([
    "原", "曾", "当时", "宣布", "此前", "当年", "彼时", "时任", "获悉", "据悉", "报道", "推迟", "延期", "取消",
  ])

  private static let reportedTooEarly = FamilyRule(
    "timeliness/future-as-past",
    .error,
    summary: Localized("还没有到的日子写成了已经发生", "a day to come reported as over"),
    why: Localized(
      "发布时还没有到的日子不会有「举行了」的事，日期或稿件必有一个错。",
      "What is dated after publication cannot have happened: the date or the text is wrong."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    lists: ["timeliness-relative"],
    triggers: [.tokens(DraftDates.tokens), .lists(["timeliness-relative"])],
    cases: [
      .ok("计划", "---\ndate: 2026-02-10\n---\n\n2026年5月20日将举行义诊，力争年内顺利完成改造。"),
      .ok("已经过去", "---\ndate: 2026-02-10\n---\n\n2026年2月1日，医院举行了义诊。\n\n12月1日举行了讲座。"),
      .flags("日期在后", "---\ndate: 2026-02-10\n---\n\n⟦2026年5月20日⟧，医院在广场举行了义诊。"),
      .flags(
        "提到目标",
        "---\ndate: 2026-02-10\n---\n\n全年目标提前实现，⟦2026年12月20日⟧召开了总结会。"
      ),
      .flags("做完了", "---\ndate: 2026-02-10\n---\n\n⟦2月15日⟧上午，第三场急救课在镇中学开讲，38名教师全部通过了考核。"),
      .ok(
        "为那一天做的",
        "---\ndate: 2026-02-10\n---\n\n为迎接2月28日国际罕见病日，我院完成了展板。2月20日开诊的新楼通过了验收，围绕2月25日的义诊召开了准备会。"
      ),
      .ok("还要做", "---\ndate: 2026-02-10\n---\n\n2月15日前完成了建档的居民，届时可以领取手环。"),
      .flags("已于", "---\ndate: 2026-02-10\n---\n\n揭牌仪式已于⟦2026年4月12日⟧举行。"),
      .flags(
        "通知里的已于",
        "---\ndate: 2026-02-10\n---\n\n# 培训通知\n\n上期培训班已于⟦2026年4月12日⟧结业，请各单位照此组织。"
      ),
      .flags("谁做的", "---\ndate: 2026-02-10\n---\n\n⟦2026年2月15日⟧我院志愿者走访了38户居民。"),
      .flags("时间一栏后面", "---\ndate: 2026-02-10\n---\n\n本次义诊时间为⟦2026年5月20日⟧，在广场举行了启动仪式。"),
      .flags("明天接诊了", "---\ndate: 2026-02-10\n---\n\n⟦明天⟧的义诊接诊了38名居民。"),
      .flags("明天的会议", "---\ndate: 2026-02-10\n---\n\n⟦明天⟧的健康大讲堂已圆满结束。"),
    ]
  ) { draft in
    let dates = draft.fact(DraftDates.self)
    let hits = draft.hitRanges(in: "timeliness-relative")
    guard !dates.all.isEmpty || !hits.isEmpty else { return [] }
    let faults = try dates.all.indices.compactMap { try early($0, of: dates, in: draft) }
    return (faults + hits.compactMap { tomorrow($0, in: draft) })
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static let done = LiteralSet([
    "举行了", "召开了", "开展了", "举办了", "组织了", "签订了", "签署了", "圆满结束", "圆满落幕", "圆满收官", "落下帷幕", "成功举办", "成功举行",
    "成功召开", "顺利举行", "顺利召开", "顺利完成", "胜利闭幕", "已完成", "已结束", "圆满举行", "圆满召开", "圆满完成", "圆满闭幕",
    "隆重举行", "隆重召开", "如期举行", "如期召开", "顺利结业", "圆满结业", "顺利结束", "成功开展", "顺利开展", "正式投入使用",
    "揭牌成立", "剪彩启用", "告一段落",
  ])
  /// What is done long before the day that a sentence speaks of as often as on that day.
  private static let doneWhen = LiteralSet([
    "通过了", "开讲了", "完成了", "结束了", "参加了", "发放了", "接诊了", "走进了", "来到了", "迎来了", "走访了", "看望了", "慰问了",
    "送去了", "送上了", "讲解了", "参观了", "演示了", "交流了", "揭牌了", "挂牌了", "开诊了", "启用了", "响了",
    "挤满了", "坐满了", "站满了", "排起了", "传来了", "响起了",
  ])
  private static let openings = Phrases("上午 下午 中午 早上 清晨 凌晨 晚上 晚 当天 ， （ ( 我院 我科 医院 志愿者 医疗队 义诊队")
  private static let aims = Phrases("迎接 围绕 距离 距 备战 保障 筹备 纪念 庆祝 为 把 对")
  private static let fields = Phrases("时间为 日期为 定为")
  private static let planned = LiteralSet([
    "将", "拟", "计划", "预计", "力争", "确保", "争取", "届时", "目标", "如果", "若", "要", "应", "须", "请", "保障", "规划",
    "安排", "方案", "明年",
  ])

  /// Whether a sentence tells of something as done on a day: behind any mention of the day where that is how events are
  /// reported, else behind a day that opens the sentence, with the hour, a comma or who did it right behind it.
  private static func isReported(
    _ date: Range<Int>,
    _ rest: Range<Int>,
    in draft: ScannedDraft
  ) -> Bool {
    guard
      !draft.stands(aims, before: date.lowerBound) || draft.stands(fields, before: date.lowerBound)
    else { return false }
    if done.stands(in: rest, of: draft.text) { return true }
    return date.lowerBound == draft.sentence(at: date.lowerBound).lowerBound
      && draft.stands(openings, at: date.upperBound) && doneWhen.stands(in: rest, of: draft.text)
  }

  private static func early(_ index: Int, of dates: DraftDates, in draft: ScannedDraft) throws
    -> Fault?
  {
    let date = dates.all[index]
    guard let day = date.day, day > dates.publish.day, !draft.isQuoted(date),
      !dates.periods.contains(where: { $0.last == index }),
      !draft.stands(before, at: date.range.upperBound),
      date.year != .guessed
        || dates.publish.ground == .stated && day.days(since: dates.publish.day) <= 31
    else { return nil }
    let sentence = draft.sentence(at: date.range.lowerBound)
    let next = index + 1 < dates.all.count ? dates.all[index + 1].range.lowerBound : Int.max
    let rest = date.range.upperBound..<max(min(sentence.upperBound, next), date.range.upperBound)
    if draft.stands(already, before: date.range.lowerBound) {
      let end = draft.text.firstOffset(of: "，", in: rest) ?? rest.upperBound
      guard !planned.stands(in: rest.lowerBound..<end, of: draft.text) else { return nil }
    } else {
      // 召开了 is past whatever plan the sentence speaks of.
      let plans = tells(in: rest, of: draft) ? willed : planned
      guard isReported(date.range, rest, in: draft), !plans.stands(in: sentence, of: draft.text),
        try !draft.announces()
      else { return nil }
    }
    let shown = draft.draft.string(in: date.range)
    let message = Localized(
      "「\(shown)」还没有到（\(dates.publish.named.zh)），却写成已经发生",
      "\(shown) is still to come (\(dates.publish.named.en)), but is told as past"
    )
    return Fault(range: date.range, message: message)
  }

  private static let willed = LiteralSet([
    "将", "拟", "预计", "届时", "如果", "若", "要", "应", "须", "请", "明年",
  ])
  private static let tellings = LiteralSet(["举行了", "召开了", "开展了", "举办了", "组织了", "签订了", "签署了"])

  private static func tells(in range: Range<Int>, of draft: ScannedDraft) -> Bool {
    tellings.stands(in: range, of: draft.text)
  }

  private static let already = Phrases("已于 已在 已经于")
  private static let before = Phrases("前 之前 以前 底前 底")
  private static let later = Phrases("明天 明日 后天 下周 下月 下个月 明晚")

  /// `明天的会议已圆满结束`.
  private static func tomorrow(_ word: Range<Int>, in draft: ScannedDraft) -> Fault? {
    guard draft.stands(later, at: word.lowerBound),
      draft.scan.span(covering: word, of: [.titleMarks, .quotation]) == nil
    else { return nil }
    let sentence = draft.sentence(at: word.lowerBound)
    let rest = word.upperBound..<max(sentence.upperBound, word.upperBound)
    guard done.stands(in: rest, of: draft.text) || doneWhen.stands(in: rest, of: draft.text),
      !planned.stands(in: sentence, of: draft.text),
      !today.stands(in: sentence, of: draft.text)
    else { return nil }
    let shown = draft.draft.string(in: word)
    return Fault(
      range: word,
      message: Localized("「\(shown)」的事写成已经发生", "what is \(shown) is told as past")
    )
  }

  private static let today = LiteralSet(["今天", "今日", "昨天", "昨日", "上午", "刚刚"])
}
