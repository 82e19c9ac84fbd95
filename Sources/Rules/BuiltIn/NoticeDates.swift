import ChineseText
import Linting
import Reading

/// Rules about what a notice must say of its time.
enum NoticeDates {
  static let all: [any Rule] = [yearMissing, noArchive, urgentContact, urgentEnd]
}

extension NoticeDates {
  private static let yearMissing = FamilyRule(
    "timeliness/year-missing",
    .warning,
    summary: Localized("通知的日期没有年份", "a notice whose date has no year"),
    why: Localized(
      "通知会被转发、存档；全文没有年份，隔年看不出是不是今年的。",
      "Notices are passed on and kept: without a year nobody knows which one is meant."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    triggers: .tokens(DraftDates.tokens),
    cases: [
      .ok("前面有年份", "# 2026年义诊通知\n\n定于3月5日开展义诊。"),
      .ok("落款有年份", "# 停诊通知\n\n3月5日停诊一天。\n\n白鹤镇卫生院\n\n2026年3月1日"),
      .ok("不是通知、每年都有", "# 春季养生\n\n3月5日举行。"),
      .flags(
        "通篇没有年份",
        "---\ndate: 2026-03-01\n---\n\n# 义诊通知\n\n定于⟦3月5日⟧开展义诊。",
        fixed: "---\ndate: 2026-03-01\n---\n\n# 义诊通知\n\n定于2026年3月5日开展义诊。"
      ),
      .flags("没有发布日期", "# 停诊公告\n\n⟦3月5日⟧停诊一天。"),
    ]
  ) { draft in
    let dates = draft.fact(DraftDates.self)
    guard !dates.all.isEmpty, dates.publish.ground != .signed, try draft.announces(),
      !showsDay(draft.draft)
    else { return [] }
    for date in dates.all {
      if date.told.year != nil { return [] }
      guard date.told.month != nil, date.told.day != nil, isEvent(date, in: draft) else { continue }
      return [yearless(date, dates.publish, in: draft)]
    }
    return []
  }

  /// Whether a reader sees when the draft was published.
  private static func showsDay(_ draft: Draft) -> Bool {
    draft.metadata.entries.contains {
      $0.key == "date" && $0.origin != .frontMatter && $0.origin != .metaElement
    }
  }

  private static func isEvent(_ date: DraftDate, in draft: ScannedDraft) -> Bool {
    let sentence = draft.sentence(at: date.range.lowerBound)
    guard !draft.isQuoted(date), !yearly.stands(in: sentence, of: draft.text) else { return false }
    return EventDates.isFixed(date.range, in: draft)
      || events.stands(
        in: date.range.upperBound..<max(sentence.upperBound, date.range.upperBound),
        of: draft.text
      )
  }

  private static let yearly = LiteralSet(["每年", "农历", "历年", "往年", "曾"])
  private static let events = LiteralSet([
    "停诊", "停电", "停水", "停机", "放假", "开展", "举行", "举办", "召开", "恢复", "报名", "开诊", "检修", "搬迁", "启用", "截止",
  ])

  private static func yearless(
    _ date: DraftDate,
    _ publish: PublishDay,
    in draft: ScannedDraft
  ) -> Fault {
    let shown = draft.draft.string(in: date.range)
    let message = Localized("「\(shown)」没有写年份", "\(shown) has no year")
    guard publish.ground == .stated, let year = date.day?.year else {
      return Fault(range: date.range, message: message)
    }
    return draft.fault(at: date.range, message, writing: "\(year)年\(shown)", .unsafe)
  }

  private static let noArchive = FamilyRule(
    "timeliness/expires-soon-no-archive",
    .suggestion,
    summary: Localized("有截止日期的通知没有填失效日期", "a notice with an end, but no day to archive it"),
    why: Localized(
      "应避免过时信息上网；填了失效日期（expires），到期就能自动下线。",
      "Outdated information must not stay online: with `expires` it is archived by itself."
    ),
    basis: [Basis("website-management", "四、（六）2")],
    triggers: .tokens(DraftDates.tokens),
    cases: [
      .ok(
        "已填",
        "---\nclass: notice\nexpires: 2026-04-01\n---\n\n# 招聘公告\n\n报名截止2026年3月31日。"
      ),
      .ok("没有填发布表", "# 招聘公告\n\n报名截止2026年3月31日。"),
      .ok("正文写了有效期", "---\nclass: notice\n---\n\n# 体检通知\n\n3月9日开始体检。本通知有效期至2026年4月30日。"),
      .ok("只有开始的日子", "---\nclass: notice\n---\n\n# 借阅须知\n\n定于2026年3月16日（星期一）起开放。"),
      .ok("文首写了失效日期", "# 招聘公告\n\n来源：某卫生院　栏目：通知公告　失效日期：2026年4月30日\n\n报名截止2026年3月31日。"),
      .flags("没有填", "---\nclass: notice\n---\n\n# 招聘公告\n\n报名截止⟦2026年3月31日⟧。"),
    ]
  ) { draft in
    let metadata = draft.draft.metadata
    guard metadata["expires"] == nil,
      metadata["class"] != nil || metadata["column"] != nil || metadata["audience"] != nil
    else { return [] }
    let dates = draft.fact(DraftDates.self)
    guard !dates.all.isEmpty, try draft.announces() else { return [] }
    let ends = dates.events.filter { event in
      event.last >= dates.publish.day && !event.isReversed
        && EventDates.isFixed(event.range, in: draft)
        && !draft.isQuoted(event.date) && !opens(event.range, in: draft)
    }
    guard let last = ends.max(by: { $0.last < $1.last }),
      !draft.draft.blocks.contains(where: { validity.stands(in: $0.text, of: draft.text) })
    else { return [] }
    let message = Localized(
      "\(last.last.chinese)之后这份通知就过时了，宜填失效日期（expires）",
      "after \(last.last.chinese) the notice is outdated: fill in `expires`"
    )
    return [Fault(range: last.range, message: message)]
  }

  private static let validity = LiteralSet([
    "有效期至", "有效期到", "有效期截至", "有效期为", "失效日期", "失效时间", "自行废止", "自动失效",
  ])

  /// Whether what starts on a day goes on: `2026年3月16日（星期一）起`.
  private static func opens(_ date: Range<Int>, in draft: ScannedDraft) -> Bool {
    var end = date.upperBound
    if draft.text.scalar(at: end) == "（",
      let close = draft.text.firstOffset(of: "）", in: end..<min(end + 30, draft.text.count))
    {
      end = close + "）".utf8.count
    }
    return draft.stands(beginnings, at: end)
  }

  private static let beginnings = Phrases("起 开始 以后 之后")

  private static let urgentContact = FamilyRule(
    "timeliness/urgent-flag-missing",
    .warning,
    summary: Localized("临时变动的通知没有标紧急", "an urgent notice without its flag"),
    why: Localized(
      "紧急、重要信息应第一时间发布并便于群众核实；要标明紧急（urgent），写明联系方式。",
      "Urgent notices are flagged (`urgent`), and say whom to ask."
    ),
    basis: [Basis("wechat-account-management", "三、3")],
    lists: ["urgent-events"],
    cases: [
      .ok("有联系方式", "# 停电通知\n\n3月5日停电检修。咨询电话：0571-12345678。"),
      .ok("标了紧急", "---\nclass: notice\nurgent: true\n---\n\n# 停水通知\n\n因设备故障，今晚停水。"),
      .ok("科普", "# 突发胸痛怎么办\n\n立即停止活动。"),
      .flags("都没有", "# ⟦系统故障暂停挂号的通知⟧\n\n窗口暂停挂号，恢复时间另行通知。"),
      .flags(
        "发布表里没有标",
        "---\nclass: notice\n---\n\n# 门诊安排\n\n因预约⟦系统故障⟧，3月5日不能在线预约，请打电话登记。"
      ),
    ]
  ) { draft in
    let isUrgent = try draft.fact(DocumentClass.self).flags.contains(.urgent)
    guard !isUrgent, let title = draft.draft.title else { return [] }
    let message = Localized(
      "临时变动的通知，宜标明紧急（urgent）并写明联系方式",
      "flag the notice as urgent and say whom to ask"
    )
    if urgent.stands(in: title.text, of: draft.text) {
      guard try draft.announces(), draft.scan.tokens(of: phones).isEmpty,
        !draft.draft.blocks.contains(where: { contacts.stands(in: $0.text, of: draft.text) })
      else { return [] }
      return [Fault(range: title.text, message: message)]
    }
    guard try draft.fact(DocumentClass.self).isDeclared([.notice]) else { return [] }
    return draft.hitRanges(in: "urgent-events").prefix(1).map { Fault(range: $0, message: message) }
  }

  private static let phones = TokenKinds([.phone])
  private static let contacts = LiteralSet([
    "电话", "咨询", "联系", "热线", "拨打", "服务台", "客服", "公众号", "小程序", "邮箱", "微信",
  ])
  private static let urgent = LiteralSet([
    "停诊", "停电", "停水", "停机", "紧急", "召回", "预警", "故障", "暂停", "临时", "延期", "改期",
  ])

  private static let urgentEnd = FamilyRule(
    "timeliness/urgent-expiry-missing",
    .error,
    summary: Localized("停诊一类的通知没有写到什么时候", "a stop that is announced without its end"),
    why: Localized(
      "只写「即日起」不写到哪天，群众不知道何时恢复；暂时定不了，就写明恢复时间另行通知。",
      "Readers must know when it is over, or that the end will be told later."
    ),
    basis: [Basis("wechat-account-management", "三、3")],
    patterns: [stopPattern],
    triggers: .patterns([stopPattern]),
    cases: [
      .ok("另行通知", "# 停诊通知\n\n即日起停诊，恢复时间另行通知。"),
      .ok("有期限", "# 停水通知\n\n即日起至3月8日暂停供水。"),
      .ok("长期停办、搬迁", "# 公告\n\n即日起暂停老院区门诊，搬迁到新院区。"),
      .flags("没有期限", "# 停诊通知\n\n因设备检修，口腔科⟦即日起停诊⟧，敬请谅解。"),
    ]
  ) { draft in
    let stops = try stopPattern.matches(in: draft)
    guard !stops.isEmpty, try draft.announces(), !tellsEnd(draft) else { return [] }
    let message = Localized(
      "没有写到什么时候；定不了就写「恢复时间另行通知」",
      "say until when, or that the end will be told later"
    )
    return stops.prefix(1).map { Fault(range: $0, message: message) }
  }

  private static let stopPattern = gated(
    "(?:即日起|即时起|[0-9][日号]起)[^。；！至到\\n]{0,12}?(?:停诊|暂停|停水|停电|停机|停运)"
  )

  private static func tellsEnd(_ draft: ScannedDraft) -> Bool {
    let dates = draft.fact(DraftDates.self)
    return !dates.periods.isEmpty
      || dates.all.contains { draft.stands(ends, before: $0.range.lowerBound) }
      || draft.draft.blocks.contains {
        !$0.isHidden && endWords.stands(in: $0.text, of: draft.text)
      }
  }

  private static let ends = Phrases("至 到")
  private static let endWords = LiteralSet([
    "恢复", "另行", "截止", "期间", "永久", "长期", "不再", "撤销", "停办", "搬迁", "迁至", "迁到", "为止", "结束", "日止", "天",
    "小时", "直至", "直到", "至次日", "改在", "改到", "改为", "期限",
  ])
}
