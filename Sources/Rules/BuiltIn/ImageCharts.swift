import ChineseText
import Linting
import Reading
import SourceText

/// Charts and tables: what they rest on, what their numbers mean, how they are named and counted.
enum ImageCharts {
  static let all: [any Rule] = [sourceMissing, unitMissing, titleMissing, numberGap]
}

extension ImageCharts {
  private static let sourceMissing = FamilyRule(
    "image/chart-source-missing",
    .error,
    summary: Localized("图表没有注明数据来源", "a chart or table without the source of its data"),
    why: Localized(
      "图表应注明来源；没有来源的数字无法核实，读者也不知道是哪一年、谁统计的。",
      "Charts state their source; numbers without one cannot be checked."
    ),
    basis: [Basis("wechat-account-management", "六、2"), Basis("website-management", "四、（六）1")],
    patterns: [CitationSupport.wholeSource],
    triggers: [.tables, .images],
    cases: [
      .ok(
        "表下有数据来源",
        "表1 2024年各季度门诊量（单位：人次）\n\n| 季度 | 门诊 | 急诊 |\n|---|---|---|\n| 一 | 3120 | 410 |\n| 二 | 3300 | 398 |\n\n数据来源：本院病案统计科，2025年1月统计"
      ),
      .ok(
        "价格和排班不是统计",
        "## 检查项目价格公示\n\n| 项目 | 价格 |\n|---|---|\n| 彩超 | 120 |\n| 心电图 | 20 |\n| CT | 210 |\n| 胸片 | 60 |"
      ),
      .ok("图下有数据来源", "![门诊量柱状图](a.png)\n\n数据来源：病案统计科"),
      .flags(
        "表后直接是正文",
        "表1 2024年门诊量统计（单位：人次）\n\n| ⟦季度 | 门诊量 | 急诊量 |\n|---|---|---|\n| 一 | 3120 | 410 |\n| 二 | 3300 | 398⟧ |\n\n请大家合理安排就诊时间。"
      ),
      .flags("只写了谁制图", "⟦![2025年各月门诊量折线图（单位：人次）](a.png \"制图：办公室\")⟧"),
      .flags("照片的署名管不到统计图", "⟦![门诊量统计图](a.jpg)⟧\n\n正文。\n\n本文图片均由宣传科拍摄"),
    ]
  ) { draft in
    let charts = try draft.fact(ImagesWithoutSource.self).images.filter(\.isChart).map { chart in
      let message = Localized(
        "图表没有注明数据来源：请在图下写「数据来源：××，统计时间」",
        "the chart has no source: write 数据来源 below it"
      )
      return Fault(
        range: 0..<0,
        message: message,
        severity: draft.draft.isNotice ? .warning : nil,
        source: draft.draft.images[chart.index].source
      )
    }
    let tables = try draft.statistics.filter { try !$0.hasSource(in: draft) }.map { table in
      let message = Localized(
        "统计表没有注明数据来源：请在表下写「数据来源：××，统计时间」",
        "the table of figures has no source: write 数据来源 below it"
      )
      return Fault(range: 0..<0, message: message, source: table.table.source)
    }
    return charts + tables
  }

  private static let unitMissing = FamilyRule(
    "image/chart-unit-period-missing",
    .warning,
    summary: Localized("图表没有写单位或时间", "a chart or table without unit or period"),
    why: Localized(
      "数字没有单位和时间就没有意义：是人次还是万人次，是哪一年的。",
      "Numbers without unit and period mean nothing."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    triggers: [.tables, .images],
    cases: [
      .ok("图题有年份", "![2025年门急诊人次折线图](a.png)\n\n图1 2025年门急诊人次（数据来源：病案统计科）"),
      .flags("图没有单位和时间", "⟦![门诊科室饼图](a.png)⟧\n\n图1 门诊科室（数据来源：病案统计科）"),
      .ok(
        "有单位和年份",
        "表2 2024年门诊量（单位：人次）\n\n| 科室 | 上半年 | 下半年 |\n|---|---|---|\n| 内科 | 5120 | 5410 |\n| 外科 | 3300 | 3980 |\n\n数据来源：病案统计科"
      ),
      .ok(
        "单位一列",
        "表1 主要业务数据\n\n| 统计项目 | 单位 | 2024年 | 2025年 |\n|---|---|---|---|\n| 采样 | 份 | 512 | 410 |\n| 消毒 | 处 | 330 | 398 |\n\n数据来源：病案统计科"
      ),
      .flags(
        "单位是机构",
        "表2 2025年筛查数\n\n| ⟦序号 | 单位 | 上半年 | 下半年 |\n|---|---|---|---|\n| 1 | 东村卫生室 | 5120 | 410 |\n| 2 | 西村卫生室 | 3300 | 398⟧ |\n\n数据来源：公共卫生科"
      ),
      .flags(
        "没有单位和时间",
        "表2 门诊情况\n\n| ⟦科室 | 数量 | 去向 |\n|---|---|---|\n| 内科 | 5120 | 410 |\n| 外科 | 3300 | 398⟧ |\n\n数据来源：病案统计科"
      ),
    ]
  ) { draft in
    let notes = try draft.fact(ImageNotes.self)
    let charts = try draft.draft.images.filter { image in
      guard !image.isHidden, !image.isPresentation, let alt = image.alt?.string,
        plots.stands(in: alt)
      else {
        return false
      }
      return try !StatisticTable.tells(alt + (notes.captionText(of: image) ?? ""))
    }
    return try charts.map { Fault(range: 0..<0, message: .bareChart, source: $0.source) }
      + tablesWithoutUnit(in: draft)
  }

  private static let plots = LiteralSet(["柱状图", "折线图", "饼图", "饼状图", "条形图", "统计图"])

  private static func tablesWithoutUnit(in draft: ScannedDraft) throws -> [Fault] {
    try draft.statistics.compactMap { table in
      let (hasUnit, hasPeriod) = try table.unitAndPeriod(in: draft)
      guard !hasUnit || !hasPeriod else { return nil }
      let message =
        hasUnit
        ? Localized("统计表没有写是什么时间的数字", "the table does not say of which period its numbers are")
        : hasPeriod
          ? Localized("统计表没有写数字的单位", "the table does not give the unit of its numbers")
          : Localized("统计表没有写单位和时间", "the table gives neither unit nor period")
      return Fault(range: 0..<0, message: message, source: table.table.source)
    }
  }

  private static let titleMissing = FamilyRule(
    "image/table-title-missing",
    .suggestion,
    summary: Localized("表格没有标题", "a table without a title"),
    why: Localized(
      "表格突然出现，读者不知道列的是什么；表前写一句「……如下」或加表题。",
      "A table that comes out of nowhere needs a title or a sentence before it."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    triggers: .tables,
    cases: [
      .ok("表前有交代", "接种门诊时间安排如下：\n\n| 日期 | 地点 |\n|---|---|\n| 周一 | 一楼 |\n| 周三 | 二楼 |"),
      .ok("只有两行", "请大家相互转告。\n\n| 日期 | 地点 |\n|---|---|\n| 周一 | 一楼 |"),
      .flags(
        "前一段说别的",
        "今年冬天来得早，请注意保暖。\n\n| ⟦日期 | 地点 |\n|---|---|\n| 周一 | 一楼 |\n| 周三 | 二楼⟧ |\n\n谢谢配合。"
      ),
    ]
  ) { draft in
    try draft.draft.tables.compactMap { table in
      guard let place = TablePlace(table, in: draft.draft), place.isOfData,
        try !place.isIntroduced(in: draft)
      else { return nil }
      let message = Localized(
        "表格没有标题，宜在表前写明列的是什么",
        "the table has no title: say before it what it lists"
      )
      return Fault(range: 0..<0, message: message, source: table.source)
    }
  }

  private static let numberGap = FamilyRule(
    "image/figure-number-gap",
    .suggestion,
    summary: Localized("图表编号不连续", "numbers of figures with a gap"),
    why: Localized(
      "编号断了或重了，读者会以为漏了图。",
      "With a gap in the numbers readers think that a figure is missing."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    patterns: [reference],
    triggers: [.images, .tables],
    cases: [
      .ok("没有编号的表", "领取方式见表2。\n\n| 甲 |\n| --- |\n| 乙 |"),
      .flags("说到的表没有", "领取方式⟦见表2⟧。\n\n表1 开放时间\n\n| 甲 |\n| --- |\n| 乙 |"),
      .ok("连续", "![甲](a.jpg)\n\n图1 门诊（王丽 摄）\n\n![乙](b.jpg)\n\n图2 病房（王丽 摄）"),
      .ok("每节重新编号", "![甲](a.jpg)\n\n图1 甲\n\n![乙](b.jpg)\n\n图2 乙\n\n![丙](c.jpg)\n\n图1 丙"),
      .ok("没有图的文字", "图1 门诊\n\n图3 病房"),
      .flags("缺图2", "![甲](a.jpg)\n\n图1 门诊\n\n![丙](c.jpg)\n\n⟦图3⟧ 病房"),
    ]
  ) { draft in
    // A text without them speaks of figures elsewhere.
    guard !draft.draft.images.isEmpty || !draft.draft.tables.isEmpty else { return [] }
    return try ["图", "表"].flatMap { try gaps(of: $0, in: draft) + missing($0, in: draft) }
  }

  private static let reference = gated("(?:详?见|参见|如)(?:图|表)[0-9]{1,2}(?![0-9.-])")

  /// References to figures of a number that no caption has, where others have some.
  private static func missing(_ kind: String, in draft: ScannedDraft) throws -> [Fault] {
    let captions = draft.draft.blocks.filter { !$0.isHidden && !$0.isCode }
      .compactMap { captionNumbers(of: kind, $0.text, in: draft.text)?.numbers }
    guard !captions.isEmpty, !captions.contains([]) else { return [] }
    return try reference.matches(in: draft).compactMap { range in
      let shown = draft.draft.string(in: range)
      let digits = shown.unicodeScalars.drop { !isASCIIDigit($0) }
      guard shown.dropLast(digits.count).closes(with: kind), let number = Int(String(digits)),
        !captions.contains(where: { $0.contains(number) })
      else { return nil }
      let message = Localized("文中没有\(kind)\(number)", "there is no \(kind)\(number) here")
      return Fault(range: range, message: message)
    }
  }

  /// Captions whose number does not follow that of the one before.
  private static func gaps(of kind: String, in draft: ScannedDraft) -> [Fault] {
    var last: Int?
    var faults: [Fault] = []
    for block in draft.draft.blocks where !block.isHidden && !block.isCode {
      guard let (numbers, range) = captionNumbers(of: kind, block.text, in: draft.text) else {
        continue
      }
      // `图1-2` counts within chapters.
      guard !numbers.isEmpty else { return [] }
      let expected = (last ?? 0) + 1
      if numbers[0] != expected, numbers[0] != 1 {
        let message = Localized(
          "编号是\(kind)\(numbers[0])，按顺序应是\(kind)\(expected)",
          "the number is \(numbers[0]) where \(expected) comes next"
        )
        faults.append(Fault(range: range, message: message))
      }
      last = numbers.last
    }
    return faults
  }

  /// The numbers of a caption, `图1—图3` having all three; empty for numbers of chapters, nil for other blocks.
  private static func captionNumbers(
    of kind: String,
    _ block: Range<Int>,
    in text: [UInt8]
  ) -> (numbers: [Int], range: Range<Int>)? {
    guard block.count <= 180 else { return nil }
    let start = block.lowerBound
    guard text[start..<block.upperBound].starts(with: kind.utf8) else { return nil }
    var offset = start + 3
    guard let first = number(at: &offset, before: block.upperBound, in: text) else { return nil }
    let range = start..<offset
    if offset < block.upperBound, text[offset] == 0x2D || text[offset] == 0x2E,
      offset + 1 < block.upperBound, isDigitByte(text[offset + 1])
    {
      return ([], range)
    }
    guard offset < block.upperBound, let next = text.scalar(at: offset) else {
      return ([first], range)
    }
    if "—–-～~至、和".unicodeScalars.contains(next) {
      var end = offset
      while end < block.upperBound, end < offset + 12, !isDigitByte(text[end]) { end += 1 }
      guard let second = number(at: &end, before: block.upperBound, in: text),
        (first + 1...first + 30).contains(second)
      else { return ([first], range) }
      return (Array(first...second), range)
    }
    // 图1所示 is talk of a figure, not its caption.
    guard !isHan(next) else { return nil }
    return ([first], range)
  }

  private static func number(at offset: inout Int, before end: Int, in text: [UInt8]) -> Int? {
    while offset < end, text[offset] == 0x20 { offset += 1 }
    var value = 0
    let start = offset
    while offset < end, offset < start + 3, isDigitByte(text[offset]) {
      value = value * 10 + Int(text[offset] - 0x30)
      offset += 1
    }
    return offset > start && value > 0 ? value : nil
  }
}

extension Localized {
  fileprivate static let bareChart = Self(
    "图表没有写单位和时间",
    "the chart gives neither unit nor period"
  )
}
