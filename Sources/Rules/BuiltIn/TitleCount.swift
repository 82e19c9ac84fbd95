import ChineseText
import Linting
import Reading

/// Titles that promise another number of things than the text has.
enum TitleCount {
  static let all: [any Rule] = [mismatch]

  private static let mismatch = FamilyRule(
    "metadata/title-content-mismatch",
    .warning,
    summary: Localized("标题说的数目与正文不符", "a title that promises another number than the text has"),
    why: Localized(
      "标题应准确概括内容；说五大误区只写了三个，不是漏了内容，就是标题没改。",
      "A title sums up the text: where five are promised and three follow, one of the two is wrong."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    cases: [
      .ok("正好", "# 控糖三个要点\n\n一、少吃\n\n二、多动\n\n三、复查"),
      .ok("三个要点是其中一部分", "# 控糖三个要点\n\n一、为什么要控糖\n\n二、怎么做\n\n- 少吃\n- 多动\n- 复查"),
      .ok("不是计数", "# 三大中心通过验收\n\n一、胸痛中心\n\n二、卒中中心"),
      .flags("五个只有三个", "# 用药⟦五大误区⟧\n\n一、凭感觉停药\n\n二、漏了就补双份\n\n三、听邻居的"),
      .flags(
        "带编号的小标题",
        "# 防跌倒⟦四招⟧\n\n## 第一招 开灯\n\n慢慢起身。\n\n## 第二招 防滑\n\n擦干地面。\n\n## 第三招 扶墙\n\n扶好。"
      ),
    ]
  ) { draft in
    guard let title = draft.draft.title,
      let promised = try promise(in: title.text, of: draft)
    else { return [] }
    let counts = Counts(draft)
    guard let told = counts.numbered.max(), told > 1, abs(told - promised.count) <= 2,
      !counts.all.contains(promised.count)
    else { return [] }
    let message = Localized(
      "标题说 \(promised.count) 个，正文编号到 \(told)",
      "the title promises \(promised.count), the text numbers \(told)"
    )
    return [Fault(range: promised.range, message: message)]
  }

  /// What a number at the start of a text counts.
  private static let things = SentenceTest(
    "^(?:[二两三四五六七八九十]|[2-9])(?:大|个|条|种|类|项|点|要|件|道)?(?:常见|主要|重要|关键|实用|小)?(?:误区|妙招|高招|招|步|问|要点|方法|办法|建议|提示|提醒|常识|原因|信号|症状|习惯"
      + "|技巧|注意事项|真相|谣言|问题|错误|细节|知识点|好处|危害|做法|原则|秘诀|实事|大事|小事|新变化|变化|亮点|举措|措施|实招|承诺|事)(?![\\p{Han}]?[中院])"
  )

  /// What a title promises: how many, and where it says so.
  private static func promise(in title: Range<Int>, of draft: ScannedDraft) throws
    -> (count: Int, range: Range<Int>)?
  {
    let text = draft.text
    var left: Unicode.Scalar = " "
    var offset = title.lowerBound
    while offset < title.upperBound, let scalar = text.scalar(at: offset) {
      if let count = value(of: scalar), count > 1, !numberParts.contains(left),
        try things.matches(offset..<title.upperBound, of: text)
      {
        let marks = draft.scan.marks(in: offset..<title.upperBound)
        return (count, offset..<(marks.first?.offset ?? title.upperBound))
      }
      left = scalar
      offset += UTF8.width(scalar)
    }
    return nil
  }

  private static let numberParts = Set("第十百千0123456789一二三四五六七八九年月".unicodeScalars)

  fileprivate static func value(of scalar: Unicode.Scalar) -> Int? {
    if isASCIIDigit(scalar) { return Int(scalar.value - 0x30) }
    if scalar == "两" { return 2 }
    return digits.firstIndex(of: scalar).map { $0 + 1 }
  }

  private static let digits = Array("一二三四五六七八九十".unicodeScalars)
}

/// How many things a draft has, however they are told apart.
private struct Counts {
  /// The ends of series that are numbered from 1.
  private(set) var numbered: Set<Int> = []
  private(set) var all: Set<Int> = []

  init(_ draft: ScannedDraft) {
    addSeries(of: draft)
    addLabels(of: draft)
    all.formUnion(numbered)
    var items = 0
    var levels = [Int](repeating: 0, count: 7)
    for (index, block) in draft.draft.blocks.enumerated() where !block.isHidden {
      if block.kind == .listItem {
        items += 1
      } else if items > 0 {
        all.insert(items)
        items = 0
      }
      if let level = block.headingLevel, index != draft.draft.titleBlock { levels[level] += 1 }
    }
    all.insert(items)
    all.formUnion(levels)
    for table in draft.draft.tables { all.insert(table.rows.count - 1) }
    let bold = draft.draft.spans.filter { span in
      span.kind == .strong
        && draft.block(at: span.text.lowerBound)?.text.lowerBound == span.text.lowerBound
    }
    all.insert(bold.count)
  }

  private mutating func addSeries(of draft: ScannedDraft) {
    var last = [Int](repeating: 0, count: Numbering.Form.allCases.count)
    for number in draft.fact(Numberings.self).all {
      let form = number.form.rawValue
      if number.value == 1 { all.insert(last[form]) }
      if number.value == 1 || number.value == last[form] + 1 { last[form] = number.value }
      if number.form == .chapter || number.form == .item {
        numbered.insert(last[form])
        if last[form] > 1 { numbered.remove(last[form] - 1) }
      } else {
        all.insert(last[form])
      }
    }
  }

  /// `误区一`, `第二招`, `问题3` at the start of blocks.
  private mutating func addLabels(of draft: ScannedDraft) {
    var count = 0
    for block in draft.draft.blocks where !block.isHidden && block.text.count >= 6 {
      let scalars = Array(
        draft.draft.string(
          in: block.text.lowerBound..<min(block.text.upperBound, block.text.lowerBound + 24)
        ).unicodeScalars.prefix(6)
      )
      if Self.label(scalars) == count + 1 { count += 1 }
    }
    if count > 1 { numbered.insert(count) }
  }

  private static func label(_ scalars: [Unicode.Scalar]) -> Int? {
    let text = String(String.UnicodeScalarView(scalars))
    for word in ["误区", "谣言", "问题", "真相", "妙招", "要点", "建议", "错误", "第", "问", "招", "Q"]
    where text.hasPrefix(word) {
      guard let next = scalars.dropFirst(word.unicodeScalars.count).first else { return nil }
      return TitleCount.value(of: next)
    }
    return nil
  }
}
