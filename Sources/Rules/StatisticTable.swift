import ChineseText
import Linting
import Reading

/// A table of figures, as reports have them.
struct StatisticTable {
  let place: TablePlace
  var table: Table { place.table }

  /// Nil for other tables: prices, duties, telephone numbers, doses, limits, lists of names.
  init?(_ table: Table, in draft: ScannedDraft) {
    let cells = table.rows.dropFirst().joined().filter {
      $0 >= 0 && isFigure(draft.draft.blocks[$0].text, in: draft.text)
    }
    guard cells.count >= 4, let place = TablePlace(table, in: draft.draft) else { return nil }
    let labels = place.labels
    guard
      Self.groups(place, in: draft)
        || labels.contains(where: { Self.counts.stands(in: $0, of: draft.text) }),
      !place.kinds(in: draft).contains(where: { Self.others.stands(in: $0, of: draft.text) })
    else { return nil }
    self.place = place
  }

  /// Whether the first column names groups, as 乡镇 or 季度, and every other cell below the head is a figure.
  private static func groups(_ place: TablePlace, in draft: ScannedDraft) -> Bool {
    guard let head = place.head.first, head.count <= 18,
      draft.stands(divisions, before: head.upperBound), place.isOfData,
      place.head.count > 2 || place.table.rows.count > 6,
      !place.head.dropFirst().contains(where: { codes.stands(in: $0, of: draft.text) })
    else { return false }
    return place.table.rows.dropFirst().allSatisfy { row in
      row.dropFirst().allSatisfy { cell in
        guard cell >= 0 else { return true }
        let text = draft.draft.blocks[cell].text
        // Among counts 1985 is one, too.
        return isFigure(text, in: draft.text)
          || text.count == 4 && text.allSatisfy { isDigitByte(draft.text[$0]) }
      }
    }
  }

  /// Heads of columns whose numbers name and do not count.
  private static let codes = LiteralSet([
    "室", "号", "层", "房", "窗", "码", "时间", "日期", "编号", "地点", "床位",
  ])
  private static let divisions = Phrases(
    "乡镇 街道 片区 社区 村 区县 县区 县市区 地区 辖区 单位 机构 院区 科室 科别 病区 月份 季度 年份 年度 年龄组 年龄段 性别 病种 人群 组别"
  )

  func hasSource(in draft: ScannedDraft) throws -> Bool {
    let blocks = draft.draft.blocks
    for index in place.blocks where Self.sources.stands(in: blocks[index].text, of: draft.text) {
      return true
    }
    let around = [
      place.blocks.lowerBound - 2, place.blocks.lowerBound - 1, place.blocks.upperBound + 1,
      place.blocks.upperBound + 2,
    ]
    let support = try CitationSupport(draft)
    let lines = ArticleLines(draft.draft)
    // What stands below a picture is the picture's, the line of the article's source the article's.
    for index in around
    where blocks.indices.contains(index) && !blocks[index].isHidden
      && !blocks[index].context.contains(.figure) && !lines.isArticleLine(index)
      && !isOfImage(index, in: draft.draft)
    {
      let text = blocks[index].text
      if Self.sources.stands(in: text, of: draft.text) { return true }
      if try SourceNote(in: draft.text.span.extracting(text)) == .named { return true }
      // 表1 2024年门诊量统计 is a title; a sentence tells who counted.
      if index < place.blocks.lowerBound, Self.stops.stands(in: text, of: draft.text),
        try support.namesSource(text)
      {
        return true
      }
    }
    return try support.covers(blocks[place.blocks.lowerBound].text)
  }

  /// Whether a block stands right under an image and is set as its caption.
  private func isOfImage(_ index: Int, in draft: Draft) -> Bool {
    guard index > 0,
      draft.blocks[index].context.contains(.captionStyle)
    else { return false }
    let gap = draft.blocks[index - 1].text.upperBound...draft.blocks[index].text.lowerBound
    return draft.images.contains { !$0.isHidden && gap.contains($0.anchor) }
  }

  /// Whether the words beside a chart give a unit or a period.
  static func tells(_ text: String) throws -> Bool {
    try units.matches(text) || periods.matches(text)
  }

  func unitAndPeriod(in draft: ScannedDraft) throws -> (hasUnit: Bool, hasPeriod: Bool) {
    var hasUnit = false
    var hasPeriod = false
    for label in place.labels {
      hasUnit = try hasUnit || Self.units.matches(label, of: draft.text)
      hasPeriod = try hasPeriod || Self.periods.matches(label, of: draft.text)
    }
    hasUnit = hasUnit || place.hasUnitColumn
    for index in place.blocks where !(hasUnit && hasPeriod) {
      let text = draft.draft.blocks[index].text
      hasUnit = try hasUnit || Self.units.matches(text, of: draft.text)
      hasPeriod = try hasPeriod || Self.periods.matches(text, of: draft.text)
    }
    // A note below the table, not the text that goes on.
    if let next = place.next, next.text.count <= 180, !(hasUnit && hasPeriod) {
      hasUnit = try hasUnit || Self.units.matches(next.text, of: draft.text)
      hasPeriod = try hasPeriod || Self.periods.matches(next.text, of: draft.text)
    }
    return (hasUnit, hasPeriod)
  }

  private static let stops = LiteralSet(["。", "，"])
  private static let counts = LiteralSet([
    "统计", "门诊量", "急诊量", "住院量", "就诊量", "人次", "人数", "例数", "病例数", "发病", "患病", "死亡", "检出", "阳性率",
    "阳性数", "覆盖率", "接种率", "构成比", "占比", "比例", "同比", "环比", "增长率", "合格率", "知晓率", "筛查数", "筛查率",
    "门诊情况", "住院情况", "就诊情况", "接诊情况", "接诊", "初诊", "复诊", "工作量", "体检情况", "筛查情况", "手术量", "手术例", "出院量",
    "监测结果", "监测对比", "监测数据", "监测情况", "监测值", "上旬",
  ])
  private static let others = LiteralSet([
    "价格", "收费", "价目", "价(", "价（", "单价", "金额", "费用", "报销", "门诊时间", "排班", "坐诊", "出诊", "值班", "电话",
    "联系", "地址", "时间安排", "课程", "日程", "课时", "程序", "名单", "公示", "步骤", "流程", "分级", "标准", "参考", "正常值",
    "范围", "剂量", "用量", "规格", "用法", "招聘", "岗位", "报名", "考试", "成绩", "面试", "采购", "招标", "参数", "清单", "目录",
    "预算", "决算", "评分", "得分", "分值", "示例", "样表", "推荐", "建议", "含量", "热量", "能量", "指标要求", "目标", "计划",
    "月龄", "年龄段", "体重", "身高", "BMI", "编制", "床位",
  ])
  private static let sources = LiteralSet(["来源", "出处", "引自", "摘自", "统计口径", "资料：", "Source"])
  private static let units = SentenceTest(
    "单位\\s*[:：]|[（(](?:%|％|‰|例|人|人次|万人|万元|元|次|台|张|份|个|家|名|岁|天|件|床|人年|/10万|1/10万|mmol/L|[\\p{Han}]{1,3}/[\\p{Han}0-9]{1,4})[）)]"
      + "|人次|人数|例数|病例数|率|占比|构成比|比例|百分比|%|％|‰|mmol|mg|\\d\\s*(?:例|人|次|台|份|万|元|岁|天)"
  )
  private static let periods = SentenceTest(
    "(?:19|20)\\d{2}|\\d{1,2}月|[一二三四]季度|季度|上半年|下半年|今年|去年|本月|上月|本周|第[一二三四五六七八九十\\d]+周|年度|月份|[一二三四五六七八九十]月"
  )
}

extension ScannedDraft {
  /// The tables of figures.
  var statistics: [StatisticTable] {
    draft.tables.isEmpty ? [] : fact(StatisticTables.self).tables
  }
}

private struct StatisticTables: DraftFact {
  let tables: [StatisticTable]

  init(_ draft: ScannedDraft) {
    tables = draft.draft.tables.compactMap { StatisticTable($0, in: draft) }
  }
}

/// Whether a cell is a count or a share: digits with commas, a point, a sign of percent, a short unit.
private func isFigure(_ cell: Range<Int>, in text: [UInt8]) -> Bool {
  guard cell.count <= 24 else { return false }
  var digits = 0
  var others = 0
  var offset = cell.lowerBound
  while offset < cell.upperBound {
    let byte = text[offset]
    if isDigitByte(byte) {
      guard others == 0 else { return false }
      digits += 1
      offset += 1
    } else if byte == 0x2C || byte == 0x2E || byte == 0x20 {
      offset += 1
    } else if byte == 0x25 {
      others += 1
      offset += 1
    } else if byte >= 0xE4 {
      others += 1
      offset += 3
    } else {
      return false
    }
  }
  // A year is no count; a telephone number has more digits.
  let isYear =
    cell.count == 4 && digits == 4
    && ["19", "20"].contains { text[cell].starts(with: $0.utf8) }
  return (1...8).contains(digits) && others <= 2 && !isYear && isDigitByte(text[cell.lowerBound])
}
