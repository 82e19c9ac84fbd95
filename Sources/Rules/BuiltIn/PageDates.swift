import ChineseText
import Linting
import Reading
import SourceText

/// Rules about pages whose content ages: rosters, price lists, figures, pages without a date.
enum PageDates {
  static let all: [any Rule] = [publishDateMissing, roster, priceList, figures]
}

extension PageDates {
  private static let publishDateMissing = FamilyRule(
    "timeliness/publish-date-missing",
    .error,
    summary: Localized("页面没有发布日期", "a page without its day of publication"),
    why: Localized(
      "没有日期的页面看不出是不是旧闻，检查时按未更新算；公众号由平台显示日期，稿件里缺了是警告。",
      "Without a date nobody knows how old a page is, and audits count it as not updated."
    ),
    basis: [Basis("website-management", "四、（六）2"), Basis("wechat-account-management", "一、3")],
    cases: [
      .ok("更新日期也算", "# 防蚊\n\n来源：宣传科　作者：王丽　更新日期：2026-02-01\n\n清积水。"),
      .ok("已有日期", "# 防蚊\n\n来源：宣传科　作者：王丽　发布日期：2026-02-01\n\n清积水。"),
      .ok("落款有日期", "# 通知\n\n来源：宣传科　作者：王丽\n\n清积水。\n\n宣传科\n\n2026年2月1日"),
      .ok("没有署名行的素材", "# 防蚊\n\n清积水。"),
      .flags("署名行没有日期", "# 防蚊\n\n来源：宣传科　作者：王丽\n\n清积水。"),
      .flags("发布表没有日期", "---\nsource: 宣传科\nauthor: 王丽\n---\n\n# 防蚊\n\n清积水。"),
    ]
  ) { draft in
    let metadata = draft.draft.metadata
    guard metadata["date"] == nil, metadata["source"] != nil,
      metadata["author"] != nil || metadata["editor"] != nil || metadata["reviewer"] != nil,
      draft.fact(PublishDay.self).ground == .today,
      // Of health education `health-claim/date-missing` tells.
      try !draft.fact(DocumentClass.self).isDeclared([.kepu])
    else { return [] }
    let message = Localized("署名和来源都有，没有发布日期", "there is a by-line, but no day of publication")
    let severity: Severity = draft.profile == .wechat ? .warning : .error
    return [Fault(range: 0..<0, message: message, severity: severity, source: SourceRange(0, 0))]
  }

  private static let roster = FamilyRule(
    "timeliness/duty-roster-stale",
    .error,
    summary: Localized("坐诊、值班表是过去的", "a duty roster of days gone by"),
    why: Localized(
      "专家坐诊、值班安排要及时更新；挂着上周的表，群众白跑一趟。",
      "Rosters are kept up to date: last week's sends people in vain."
    ),
    basis: [Basis("website-management", "四、（六）2")],
    triggers: .tokens(DraftDates.tokens),
    cases: [
      .ok(
        "本周的",
        "---\ndate: 2026-03-02\n---\n\n# 专家坐诊安排表\n\n| 日期 | 专家 |\n| --- | --- |\n| 2026年3月3日 | 张医生 |"
      ),
      .ok("长期固定", "# 专家门诊安排\n\n每周一上午：张医生。"),
      .ok("报道", "---\ndate: 2026-03-10\n---\n\n# 省级专家来院坐诊\n\n2026年3月1日，专家来院坐诊。"),
      .flags(
        "上周的",
        "---\ndate: 2026-03-10\n---\n\n# 专家坐诊安排表\n\n| 日期 | 专家 |\n| --- | --- |\n| ⟦2026年3月3日⟧ | 张医生 |"
      ),
    ]
  ) { draft in
    guard let title = draft.draft.title, rosters.stands(in: title.text, of: draft.text) else {
      return []
    }
    let dates = draft.fact(DraftDates.self)
    let days = dates.events.filter { event in
      event.isClose(to: dates.publish) && !draft.isQuoted(event.date)
        && !(event.date.told.year != nil && event.last == dates.publish.day)
    }
    guard let event = days.max(by: { $0.last < $1.last }), event.last < dates.publish.day else {
      return []
    }
    let last = event.last
    let message = Localized(
      "表里最后一天是\(last.chinese)（\(dates.publish.named.zh)），请更新",
      "the last day in it is \(last.chinese) (\(dates.publish.named.en)): update it"
    )
    return [Fault(range: event.range, message: message)]
  }

  private static let rosters = LiteralSet([
    "坐诊表", "出诊表", "坐诊安排", "出诊安排", "门诊安排", "排班表", "值班表", "值班安排", "今日专家", "本周专家", "一周专家", "坐诊信息",
    "出诊信息", "坐诊时间", "出诊时间", "坐诊一览", "出诊一览",
  ])

  private static let priceList = FamilyRule(
    "timeliness/price-list-stale",
    .warning,
    summary: Localized("价格公示没有执行日期或已经陈旧", "a price list without its date, or an old one"),
    why: Localized(
      "价格公示要注明执行日期和文号，并随调价更新。",
      "A price list tells since when and by which document it holds, and follows changes."
    ),
    basis: [Basis("website-management", "四、（六）2")],
    cases: [
      .ok("有文号", "# 医疗服务价格公示\n\n按市医保发〔2025〕12号执行。"),
      .ok("不是价目", "# 药品集采降价的消息\n\n价格下降。"),
      .flags("没有日期和文号", "# 医疗服务价格公示\n\n普通门诊诊查费10元。"),
      .flags("执行日期是几年前", "# 收费标准公示\n\n本表自⟦2022年5月1日⟧起执行。"),
    ]
  ) { draft in
    guard let title = draft.draft.title, prices.stands(in: title.text, of: draft.text) else {
      return []
    }
    let dates = draft.fact(DraftDates.self)
    let own = dates.all.filter { !($0.told.year != nil && $0.day == dates.publish.day) }
    guard let newest = own.max(by: { $0.latest < $1.latest }) else {
      let blocks = draft.draft.blocks
      guard !blocks.contains(where: { documents.stands(in: $0.text, of: draft.text) }) else {
        return []
      }
      let message = Localized("没有执行日期和文号", "neither a date nor a document number")
      return [Fault(range: 0..<0, message: message, source: SourceRange(0, 0))]
    }
    guard newest.latest > 0, dates.publish.day.ordinal - newest.latest > 366,
      inForce.stands(in: draft.sentence(at: newest.range.lowerBound), of: draft.text)
    else { return [] }
    let message = Localized("价格执行日期已超过一年，请核对是否有调整", "older than a year: check for changes")
    return [Fault(range: newest.range, message: message)]
  }

  private static let prices = LiteralSet([
    "价格公示", "收费公示", "收费标准", "价目表", "价格表", "收费目录", "价格一览", "收费一览", "收费项目公示",
  ])
  private static let documents = LiteralSet(["〔", "号文", "执行日期", "［20", "[20"])
  private static let inForce = LiteralSet(["执行", "施行", "实施", "公示", "更新", "生效"])

  private static let figures = FamilyRule(
    "timeliness/statistics-period-missing",
    .warning,
    summary: Localized("业务数字没有说是哪一段时间的", "figures of one's own work without their period"),
    why: Localized(
      "门诊量、手术量不写时间段，读者无法理解，也无法核对。",
      "Numbers of visits or operations mean nothing without their period."
    ),
    basis: [Basis("website-management", "四、（六）2"), Basis("wechat-account-management", "一、3")],
    lists: ["operation-figures"],
    triggers: .lists(["operation-figures"]),
    cases: [
      .ok("有时间段", "2025年门诊量12万人次。年门诊量达12万人次，日均手术量30台。"),
      .ok("静态的数字", "医院开放床位200张。"),
      .flags("累计没有起止", "互联网门诊⟦累计接诊⟧8300人次，以续方为主。"),
      .ok("累计有起止", "互联网门诊自2024年开通以来累计接诊8300人次。"),
      .flags("没有时间段", "我院⟦门诊量⟧12万人次，居全县前列。"),
    ]
  ) { draft in
    let hits = draft.hitRanges(in: "operation-figures")
    guard !hits.isEmpty else { return [] }
    return try hits.compactMap { hit in
      guard let block = draft.block(at: hit.lowerBound), block.context.isDisjoint(with: [.table]),
        let figure = figure(behind: hit.upperBound, in: draft), figure < block.text.upperBound,
        try isRunning(hit, in: draft) || !titleTells(draft),
        !periods.stands(in: block.text, of: draft.text)
      else { return nil }
      let shown = draft.draft.string(in: hit)
      let message = Localized(
        "「\(shown)」没有说是哪一段时间的，如「2025年」「上半年」",
        "\(shown) lacks its period, such as 2025年 or 上半年"
      )
      return Fault(range: hit, message: message)
    }
  }

  /// Where a figure stands right behind a word, `达`, `超过` and the like between.
  private static func figure(behind end: Int, in draft: ScannedDraft) -> Int? {
    var index = end
    for _ in 0..<2 { index = amounts.end(in: draft.text, at: index) ?? index }
    guard let token = draft.scan.token(at: index), token.range.lowerBound == index,
      token.kind == .number || token.kind == .quantity
    else { return nil }
    return index
  }

  /// 累计 has no end in the year that the title names.
  private static func isRunning(_ hit: Range<Int>, in draft: ScannedDraft) -> Bool {
    draft.stands(running, at: hit.lowerBound)
  }

  private static let running = Phrases("累计")
  private static let amounts = Phrases("达到 达 超过 超 突破 为 约 共 近 完成")
  private static let periods = LiteralSet([
    "年", "月", "日均", "每日", "每天", "单日", "当日", "当天", "一天", "周", "季", "期间", "截至", "全天", "昨", "今天",
    "今日", "以来", "日",
  ])
  private static let titlePeriods = SentenceTest(
    "[0-9〇○零一二三四五六七八九]{4}年|年度|全年|上半年|下半年|季度|[0-9一二三四五六七八九十本上]月|[本上一]周|[今去]年|[本当昨今]日|[0-9]日"
  )

  private static func titleTells(_ draft: ScannedDraft) throws -> Bool {
    guard let title = draft.draft.title else { return false }
    return try titlePeriods.matches(title.text, of: draft.text)
  }
}
