import ChineseText
import Linting
import Reading

/// Numbers that parts of a text open with: their order, their levels, and counts announced.
enum StructureNumbering {
  static let all: [any Rule] = [sequence, levels, singleItem, countMismatch]
}

extension StructureNumbering {
  private static let sequence = FamilyRule(
    "structure/heading-sequence",
    .error,
    summary: Localized("序号跳号或重号", "numbers of parts that skip or repeat"),
    why: Localized(
      "内容应条理清晰；跳号、重号多半是漏了或多了一段。",
      "A number skipped or repeated is mostly a part lost or doubled."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    cases: [
      .ok("每一级各自编号", "一、总则\n\n1. 甲\n\n2. 乙\n\n二、分则\n\n1. 丙\n\n2. 丁".replacing(". ", with: "．")),
      .ok("只引了几条", "三、预防\n\n四、治疗"),
      .ok("不是序号", "一、怎样来\n\n二、停在哪\n\n二、三层之间有扶梯。\n\n三、几楼看什么"),
      .ok("一行里有几项", "①清蒸鲈鱼　②芹菜香干　③丝瓜炒蛋\n\n④冬瓜排骨汤　⑤杂粮饭"),
      .flags("跳号", "一、病因\n\n二、症状\n\n⟦四、⟧治疗"),
      .flags("重号以后接着数", "一、空腹\n\n二、血压\n\n⟦二、⟧胸片\n\n四、报告"),
      .flags("重号", "（一）登记\n\n（二）分诊\n\n⟦（二）⟧就诊"),
    ]
  ) { draft in
    var last = [Int?](repeating: nil, count: Numbering.Form.allCases.count)
    var isRepeated = [Bool](repeating: false, count: Numbering.Form.allCases.count)
    var faults: [Fault] = []
    var end = 0
    for number in draft.fact(Numberings.self).all {
      if number.isDoubtful, last[number.form.rawValue].map({ $0 + 1 }) != number.value { continue }
      // A heading without a number starts a new part.
      if hasPlainHeading(in: end..<number.block, of: draft) { last = last.map { _ in nil } }
      end = number.block + 1
      let level = number.form.rawValue
      for lower in last.indices where lower > level { last[lower] = nil }
      // 二、二、四: the second 二 was meant for 三, and the count goes on.
      let goesOn = isRepeated[level] && number.value == (last[level] ?? 0) + 2
      isRepeated[level] = last[level] == number.value
      defer { last[level] = number.value }
      guard let previous = last[level], number.value != previous + 1, number.value != 1, !goesOn,
        !isListed(number.value - 1, of: number, in: draft)
      else { continue }
      let shown = draft.draft.string(in: number.range)
      let message =
        number.value == previous
        ? Localized("序号「\(shown)」重复", "the number \(shown) repeats")
        : Localized("序号「\(shown)」与前一个不连续", "the number \(shown) does not follow the one before")
      faults.append(Fault(range: number.range, message: message))
    }
    return faults
  }

  /// Whether the block before a circled number holds another of them: `①甲　②乙`, and `③丙` in the next line.
  private static func isListed(_ value: Int, of number: Numbering, in draft: ScannedDraft) -> Bool {
    guard number.form == .circle, number.block > 0, value > 0,
      let circled = Unicode.Scalar(0x2460 + UInt32(value) - 1)
    else { return false }
    let before = draft.draft.blocks[number.block - 1].text
    return draft.text.contains(anyOf: [String(Character(circled))], in: before)
  }

  private static func hasPlainHeading(in blocks: Range<Int>, of draft: ScannedDraft) -> Bool {
    guard blocks.lowerBound < blocks.upperBound else { return false }
    return draft.draft.blocks[blocks].contains { $0.headingLevel != nil }
  }

  private static let levels = FamilyRule(
    "structure/heading-levels",
    .warning,
    summary: Localized("序号层次颠倒", "levels of numbers upside down"),
    why: Localized(
      "层次序数依次用「一、」「（一）」「1.」「（1）」「①」，可以从任何一级开始，但低一级的不能管高一级的。",
      "Levels run 一、 （一） 1. （1） ①: any may be first, none may stand above a higher one."
    ),
    basis: [Basis("gbt-15834", "附录B.3")],
    cases: [
      .ok("从1开始", "1．登记\n\n（1）带好证件\n\n（2）填表\n\n2．分诊"),
      .ok("几个独立的列表", "1．登记\n\n2．分诊\n\n## 注意事项\n\n一、带好证件\n\n二、排队"),
      .ok("列举", "一、对象\n\n①老人\n\n②孕妇"),
      .ok("跳过两级", "一、对象\n\n（1）老人\n\n（2）孕妇\n\n二、时间"),
      .flags("小的管大的", "1．预防\n\n⟦一、⟧洗手\n\n二、通风\n\n2．治疗"),
    ]
  ) { draft in
    let numbers = draft.fact(Numberings.self).all.filter { !$0.isDoubtful }
    var faults: [Fault] = []
    var isUnder = Set<Numbering.Form>()
    for (index, number) in numbers.enumerated() where number.value == 1 {
      // It stands below the part before it where that part's numbers go on behind its own.
      guard index > 0, let parent = parent(of: index, in: numbers),
        parent.form.rawValue > number.form.rawValue,
        !hasPlainHeading(in: parent.block + 1..<number.block, of: draft),
        isUnder.insert(number.form).inserted
      else { continue }
      let shown = draft.draft.string(in: number.range)
      let above = draft.draft.string(in: parent.range)
      let message = Localized(
        "「\(above)」下面不能用高一级的「\(shown)」",
        "\(shown) is of a higher level than \(above) above it"
      )
      faults.append(Fault(range: number.range, message: message))
    }
    return faults
  }

  /// The number right before one, where its own series goes on after that one's.
  private static func parent(of index: Int, in numbers: [Numbering]) -> Numbering? {
    let before = numbers[index - 1]
    guard before.form != numbers[index].form else { return nil }
    for number in numbers[(index + 1)...] where number.form == before.form {
      return number.value == before.value + 1 ? before : nil
    }
    return nil
  }

  private static let singleItem = FamilyRule(
    "structure/single-item-list",
    .suggestion,
    summary: Localized("只有一项却编了号", "a number where there is no second one"),
    why: Localized(
      "只有一项不必编号；有「一」而没有「二」，多半是漏了内容。",
      "Where there is a first there is a second, or no number."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    cases: [
      .ok("有二", "一、病因\n\n二、症状"),
      .ok("各项连着写", "（一）加强领导。\n（二）做好宣传。\n\n1、75岁以上；2、有过跌倒史。"),
      .flags("有一无二", "⟦一、⟧病因\n\n本病由病毒引起。"),
    ]
  ) { draft in
    let numbers = draft.fact(Numberings.self).all
    return numbers.enumerated().compactMap { index, number in
      guard number.value == 1, !number.isDoubtful, number.form != .circle,
        !hasNext(number, in: draft)
      else { return nil }
      for next in numbers[(index + 1)...] {
        if next.form == number.form { return next.value == 1 ? fault(number, in: draft) : nil }
        if next.form.rawValue < number.form.rawValue { break }
      }
      return fault(number, in: draft)
    }
  }

  /// Whether the next item follows in the same block, as in `1、头痛；2、发热`.
  private static func hasNext(_ number: Numbering, in draft: ScannedDraft) -> Bool {
    let rest = number.range.upperBound..<draft.draft.blocks[number.block].text.upperBound
    let next =
      switch number.form {
      case .chapter: ["二、"]
      case .section: ["（二）", "(二)"]
      case .item: ["2.", "2、", "2．"]
      case .point: ["（2）", "(2)"]
      case .circle: ["②"]
      }
    return draft.text.contains(anyOf: next, in: rest)
  }

  private static func fault(_ number: Numbering, in draft: ScannedDraft) -> Fault {
    let shown = draft.draft.string(in: number.range)
    let message = Localized("有「\(shown)」而没有下一项", "\(shown) has no second")
    return Fault(range: number.range, message: message)
  }

  private static let announced = gated(
    "(?:以下|如下|下列|做好|做到|牢记|记住|注意)这?(?:[二两三四五六七八九十]|[2-9])"
      + "(?:点|条|个方面|个步骤|步|类|种|项|件事)[^。！？\\n]{0,12}[：:]"
      + "|(?:误区|原因|办法|方法|要点|做法|步骤|信号|注意事项)(?:主要|一般)?有(?:[二两三四五六七八九十]|[2-9])(?:个|点|条|种|类|项|步)[：:]"
  )

  private static let countMismatch = FamilyRule(
    "structure/count-mismatch",
    .warning,
    summary: Localized("说的项数与列出的不符", "a count that differs from the list below it"),
    why: Localized(
      "内容应准确；说三点列两点，多半是漏了一点。",
      "Where three are announced and two follow, one is lost."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    patterns: [announced, pointed, listed],
    triggers: .patterns([announced, pointed, listed]),
    cases: [
      .flags("同一段里多一项", "指出了⟦三点不足⟧：一是康复偏晚；二是随访不全；三是识别不准；四是轮岗太勤。"),
      .flags("同一段里少一项", "主要有⟦三个方面⟧：一是加强培训，二是完善制度。"),
      .ok("同一段里正好", "主要做了三件事：一是培训；二是演练；三是考核。第三条：一是报名，二是审核，三是公示。"),
      .ok("正好", "要做到以下三点：\n\n（1）洗手\n\n（2）通风\n\n（3）戴口罩"),
      .ok("没有列表", "要注意以下几点：洗手、通风。"),
      .ok("一句里正好", "请带好以下三样东西：身份证、医保卡和病历。请带以下两种材料：申请表、户口簿和身份证复印件。"),
      .flags("一句里少一样", "请带齐⟦以下四样东西⟧：身份证、医保卡、病历本。"),
      .flags("误区有三个", "常见的⟦误区有三个：⟧\n\n（1）不洗手\n\n（2）不通风\n\n请大家注意。"),
      .flags("少一项", "要做到⟦以下三点：⟧\n\n（1）洗手\n\n（2）通风\n\n请大家配合。"),
    ]
  ) { draft in
    let text = draft.text
    let inside = try (pointedFaults(in: draft) + listedFaults(in: draft)).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    let matches = try announced.matches(in: draft) { isCounted($0.upperBound, in: text) }
    guard !matches.isEmpty else { return inside }
    let numbers = draft.fact(Numberings.self).all
    return inside
      + matches.compactMap { match in
        guard let block = draft.blockIndex(at: match.lowerBound),
          match.upperBound == draft.draft.blocks[block].text.upperBound,
          let count = count(in: match, draft)
        else { return nil }
        if let listed = listItemCount(behind: block, in: draft) {
          return mismatch(of: match, announced: count, listed: listed)
        }
        guard let first = numbers.firstIndex(where: { $0.block == block + 1 }),
          numbers[first].value == 1
        else { return nil }
        let form = numbers[first].form
        var listed = 0
        for number in numbers[first...] {
          if number.form == form, number.value == listed + 1 {
            listed += 1
          } else if number.form.rawValue <= form.rawValue {
            break
          }
        }
        return mismatch(of: match, announced: count, listed: listed)
      }
  }

  /// Whether a count stands at an offset, or behind a word that leads to it.
  private static func isCounted(_ offset: Int, in text: [UInt8]) -> Bool {
    let start = leads.end(in: text, at: offset) ?? offset
    guard let scalar = text.scalar(at: start) else { return false }
    switch scalar {
    case "2"..."9", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十": return true
    default: return false
    }
  }

  private static let leads = Phrases("这 有 主要有 一般有")

  static func mismatch(of range: Range<Int>, announced: Int, listed: Int) -> Fault? {
    guard listed > 1, listed != announced else { return nil }
    let message = Localized(
      "说有 \(announced) 项，下面列了 \(listed) 项",
      "\(announced) are announced, \(listed) are listed"
    )
    return Fault(range: range, message: message)
  }

  /// How many list items stand right behind a block; nil where none do, or where one may hold a list of its own.
  private static func listItemCount(behind block: Int, in draft: ScannedDraft) -> Int? {
    let items = draft.draft.blocks[(block + 1)...].prefix { $0.kind == .listItem }
    let isPlain = items.allSatisfy { item in
      let last = draft.text.scalar(before: item.text.upperBound)
      return last != "：" && last != ":"
    }
    return items.isEmpty || !isPlain ? nil : items.count
  }

  /// The number that an announcement holds.
  static func count(in range: Range<Int>, _ draft: ScannedDraft) -> Int? {
    let digits = Array("一二三四五六七八九十".unicodeScalars)
    for scalar in draft.draft.string(in: range).unicodeScalars {
      if let digit = digits.firstIndex(of: scalar) { return digit + 1 }
      if scalar == "两" { return 2 }
      if isASCIIDigit(scalar) { return Int(scalar.value - 0x30) }
    }
    return nil
  }
}
