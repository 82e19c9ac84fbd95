import ChineseText
import Linting
import Reading

/// Rules about news that is old when it is published.
enum NewsDates {
  static let all: [any Rule] = [stale, oldPicture]
}

extension NewsDates {
  private static let stale = FamilyRule(
    "timeliness/stale-content",
    .warning,
    summary: Localized("新闻里最近的日期也是三个月以前", "news whose latest day is three months old"),
    why: Localized(
      "应避免过时信息上网；多半是旧稿重发，或日期没有改。",
      "Outdated information must not go online: mostly an old text, or a date left as it was."
    ),
    basis: [Basis("website-management", "四、（六）2")],
    triggers: .tokens(DraftDates.tokens),
    cases: [
      .ok("当月的事", "---\ndate: 2026-02-10\n---\n\n# 医院举行义诊\n\n2026年2月1日，医院举行了义诊。"),
      .ok("回顾", "---\ndate: 2026-02-10\n---\n\n# 医院举行建院周年回顾展\n\n2020年5月1日，新楼启用。"),
      .ok("法规的日期", "---\ndate: 2026-02-10\n---\n\n# 医院召开普法会\n\n2022年3月1日起施行的医师法。"),
      .flags(
        "半年以前",
        "---\ndate: 2026-02-10\n---\n\n# 医院举行义诊\n\n⟦2025年8月1日⟧，医院在广场举行了义诊。"
      ),
    ]
  ) { draft in
    let dates = draft.fact(DraftDates.self)
    guard dates.publish.ground == .stated, !dates.all.isEmpty,
      try draft.fact(DocumentClass.self).isAmong([.news]), let title = draft.draft.title,
      !history.stands(in: title.text, of: draft.text), try !isReprint(draft)
    else { return [] }
    let own = dates.all.filter { date in
      date.day != dates.publish.day && !draft.isQuoted(date)
        && !legal.stands(in: draft.sentence(at: date.range.lowerBound), of: draft.text)
    }
    // A date without its year may be of this year.
    guard !own.contains(where: { $0.told.year == nil && $0.year == .guessed }),
      let newest = own.filter({ $0.day != nil }).max(by: { $0.latest < $1.latest }),
      own.allSatisfy({ $0.latest <= newest.latest }),
      dates.publish.day.ordinal - newest.latest > 90
    else { return [] }
    let message = Localized(
      "最近的日期离发布（\(dates.publish.day.chinese)）已有三个多月，请核对是不是旧稿",
      "three months before publication (\(dates.publish.day.chinese)): is it an old text?"
    )
    return [Fault(range: newest.range, message: message)]
  }

  private static func isReprint(_ draft: ScannedDraft) throws -> Bool {
    try draft.fact(DocumentClass.self).flags.contains(.reprint)
  }

  private static let history = LiteralSet([
    "回顾", "历史", "周年", "年报", "总结", "年度", "年鉴", "沿革", "纪念", "盘点", "统计", "院史", "表彰", "年", "追忆",
  ])
  private static let legal = LiteralSet([
    "施行", "实施", "成立", "印发", "出生", "始建", "以来", "创建", "截至", "修订", "通过", "建院", "自", "曾", "入院", "毕业",
  ])

  private static let oldPicture = FamilyRule(
    "timeliness/old-news-reused",
    .warning,
    summary: Localized("新闻用了往年的照片", "news with a picture of another year"),
    why: Localized(
      "用旧照片配新闻，读者会当作现场；确须使用的，注明「资料图」和时间。",
      "An old picture looks like the event: mark it as 资料图 with its time."
    ),
    basis: [Basis("website-management", "四、（六）2")],
    triggers: .images,
    cases: [
      .ok(
        "注明资料图",
        "---\ndate: 2026-02-10\n---\n\n# 医院举行义诊\n\n<figure><img src=\"a.jpg\"><figcaption>资料图，2024年5月1日。宣传科供图</figcaption></figure>"
      ),
      .ok(
        "今年的照片",
        "---\ndate: 2026-02-10\n---\n\n# 医院举行义诊\n\n<figure><img src=\"a.jpg\"><figcaption>2026年2月1日义诊现场。宣传科供图</figcaption></figure>"
      ),
      .flags(
        "图片自己的说明",
        "---\ndate: 2026-02-10\n---\n\n# 医院举行义诊\n\n⟦![义诊](a.jpg \"2024年11月，王丽 摄\")⟧"
      ),
      .flags(
        "公众号的图注",
        "---\ndate: 2026-02-10\n---\n\n# 医院举行义诊\n\n正文。\n\n<p><img src=\"a.jpg\"></p><p style=\"text-align:center\"><span style=\"font-size:12px;color:#888888\">△义诊现场（⟦2024年5月⟧，宣传科供图）</span></p>"
      ),
      .flags(
        "往年的照片",
        "---\ndate: 2026-02-10\n---\n\n# 医院举行义诊\n\n<figure><img src=\"a.jpg\"><figcaption>⟦2024年5月1日⟧义诊现场。宣传科供图</figcaption></figure>"
      ),
    ]
  ) { draft in
    let dates = draft.fact(DraftDates.self)
    guard dates.publish.ground == .stated, !draft.draft.images.isEmpty,
      try draft.fact(DocumentClass.self).isAmong([.news])
    else { return [] }
    let own = try draft.draft.images.compactMap { try oldTitle(of: $0, dates.publish.day) }
    return own
      + dates.all.compactMap { date in
        let block = draft.draft.blocks[date.block]
        // A table's caption tells of its figures.
        if draft.draft.tables.contains(where: { $0.caption == date.block }) { return nil }
        guard
          block.kind == .caption || block.context.contains(.figure)
            || block.context.contains(.captionStyle) && standsByImage(date.block, in: draft.draft),
          let year = date.told.year, (1950..<dates.publish.day.year).contains(year),
          dates.publish.day.ordinal - date.latest > 180,
          !marked.stands(in: block.text, of: draft.text)
        else { return nil }
        return Fault(range: date.range, message: old(year))
      }
  }

  /// The same of the text that an image itself has: `![现场](a.jpg "2024年11月，王丽 摄")`.
  private static func oldTitle(of image: Image, _ publish: Day) throws -> Fault? {
    guard !image.isHidden, let title = image.title?.string, !marked.stands(in: title),
      !(image.alt.map { marked.stands(in: $0.string) } ?? false), try taken.matches(title)
    else { return nil }
    let numbers = title.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard let year = numbers.first(where: { (1950...2199).contains($0) }), year < publish.year,
      !numbers.contains(publish.year)
    else { return nil }
    let month = title.firstRange(of: "\(year)年").flatMap { place in
      Int(title[place.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }
    let last = Day(year: year, month: month.map { min(max($0, 1), 12) } ?? 12, day: 28)
    guard let last, publish.days(since: last) > 180 else { return nil }
    return Fault(range: 0..<0, message: old(year), source: image.source)
  }

  private static let taken = SentenceTest("(?:19|20)[0-9]{2}年")

  private static func old(_ year: Int) -> Localized {
    Localized(
      "图片是\(year)年的，请换成这次的，或注明「资料图」",
      "the picture is of \(year): take one of this event, or mark it as 资料图"
    )
  }

  /// Whether an image stands right before a block or right behind it.
  private static func standsByImage(_ index: Int, in draft: Draft) -> Bool {
    let start = index > 0 ? draft.blocks[index - 1].text.upperBound : 0
    let isLast = index + 1 >= draft.blocks.count
    let end = isLast ? draft.text.count : draft.blocks[index + 1].text.lowerBound
    return draft.images.contains { !$0.isHidden && (start...max(start, end)).contains($0.anchor) }
  }

  private static let marked = LiteralSet([
    "资料", "历史", "旧", "回顾", "当年", "老照片", "摄于", "档案", "往年", "此前",
  ])
}
