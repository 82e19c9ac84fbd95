import ChineseText
import Linting
import Reading

/// Rules about counts of years that do not fit the years beside them.
enum YearCounts {
  static let all: [any Rule] = [anniversary, age]
}

extension YearCounts {
  private static let anniversary = FamilyRule(
    "timeliness/anniversary-math",
    .warning,
    summary: Localized("周年数和建院年份对不上", "an anniversary that does not fit the founding year"),
    why: Localized("建院年份和周年数必有一个写错了。", "The founding year or the count is wrong."),
    basis: [Basis("wechat-account-management", "一、3")],
    patterns: [foundings, anniversaries, spans, stretches, careers, agos],
    triggers: .patterns([anniversaries, spans, stretches, careers, agos]),
    cases: [
      .ok("相符", "医院始建于1980年。2025年，迎来建院45周年。"),
      .ok("分院的年份", "东院区建于2015年。2025年，医院迎来建院60周年。"),
      .flags("数错", "我院始建于1980年。2025年，医院迎来⟦建院50周年⟧。"),
      .flags("从何年到何年", "他⟦从1990年开始坐诊，到2026年已经整整四十六年⟧。"),
      .flags("几年前的哪年", "---\ndate: 2026-11-05\n---\n\n⟦十年前的2013年⟧，这里还是平房。"),
      .flags("工龄", "护士蒋某⟦1996年参加工作，2026年已在岗25年⟧。"),
      .flags("走过的年数", "---\ndate: 2026-11-05\n---\n\n平原县人民医院⟦1966年建院，走过了整整70年⟧。"),
      .flags("建于哪年", "县妇幼保健院⟦建于1984年，到2025年底已经走过45个年⟧头。"),
      .ok("工龄相符", "护士蒋某1996年参加工作，2026年已在岗30年。"),
      .flags("以来的年数", "---\ndate: 2026-02-01\n---\n\n⟦自2015年以来的20年⟧，门诊楼扩建了两次。"),
    ]
  ) { draft in
    let publish = draft.fact(PublishDay.self)
    let counts = try anniversaries.matches(in: draft)
    var faults: [Fault] = []
    if !counts.isEmpty {
      let years = Set(try foundings.matches(in: draft).compactMap { firstYear(in: $0, of: draft) })
      if let founded = years.first, years.count == 1 {
        faults = counts.compactMap { judged($0, since: founded, publish, in: draft) }
      }
    }
    faults += try spans.matches(in: draft).compactMap { range in
      guard publish.ground != .today, let first = firstYear(in: range, of: draft),
        let count = lastNumber(in: range, of: draft)
      else { return nil }
      return fault(range, count, publish.day.year - first)
    }
    faults += try agos.matches(in: draft).compactMap { range in
      let numbers = numbers(in: range, of: draft)
      guard publish.ground != .today, numbers.count == 2 else { return nil }
      return fault(range, numbers[0], publish.day.year - numbers[1])
    }
    faults += try careers.matches(in: draft).compactMap { range in
      let numbers = numbers(in: range, of: draft)
      guard let first = numbers.first, let count = numbers.last, numbers.count >= 2 else {
        return nil
      }
      let told = numbers.dropFirst().dropLast().last { $0 >= 1900 }
      if told == nil, publish.ground == .today { return nil }
      return fault(range, count, (told ?? publish.day.year) - first)
    }
    faults += try stretches.matches(in: draft).compactMap { range in
      let numbers = numbers(in: range, of: draft)
      guard numbers.count >= 3 else { return nil }
      return fault(range, numbers[2], numbers[1] - numbers[0])
    }
    return faults.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static let foundings = gated(
    "(?:院|卫生服务中心)(?:始建于|创建于|成立于|建于)(?:19|20)[0-9]{2}年|(?:19|20)[0-9]{2}年建院"
  )
  private static let anniversaries = gated(
    "建院(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,5})周年"
  )
  private static let stretches = gated(
    "从(?:19|20)[0-9]{2}年[^。；！？0-9]{0,16}到(?:19|20)[0-9]{2}年[^。；！？，0-9]{0,6}?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})个?年(?![级代轻龄])"
  )
  private static let careers = gated(
    "(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?[^。；！？，0-9]{0,8}(?:参加工作|入职|进院|来院|到院|从医|行医|从教|入行|建成|成立|开诊|创办|启用|建院|创建|始建)[^。；！？，0-9]{0,6}[，,](?:(?:到|至)?(?:(?:19|20)[0-9]{2}年|今年|如今|至今|现在)[^。；！？，0-9]{0,10}?|(?:已经?)?(?:走过|走到今天|迎来|度过)了?[^。；！？，0-9]{0,4})[0-9]{1,2}个?年(?![级代轻龄内底初前])"
      + "|(?:建于|成立于|创建于|创办于|建成于|落成于)(?:19|20)[0-9]{2}年[^。；！？，0-9]{0,6}[，,](?:到|至|截至)?(?:(?:19|20)[0-9]{2}年[底末初]?|今年|如今|至今)?[^。；！？，0-9]{0,8}?"
      + "(?:走过|走完|度过|迎来|历经)了?[^。；！？，0-9]{0,4}[0-9]{1,2}个?(?:年(?![级代轻龄内底初前])|春秋|寒暑)"
  )
  private static let agos = gated(
    "(?<![0-9一二三四五六七八九十百几多])(?:[0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九])年前的(?:19|20)[0-9]{2}年(?!代)"
  )
  private static let spans = gated("自(?:19|20)[0-9]{2}年以来的?[0-9]{1,2}年")

  private static func judged(
    _ range: Range<Int>,
    since founded: Int,
    _ publish: PublishDay,
    in draft: ScannedDraft
  ) -> Fault? {
    let sentence = draft.sentence(at: range.lowerBound)
    let years = Set(
      draft.fact(DraftDates.self).all.lazy
        .filter { sentence.contains($0.range.lowerBound) }
        .compactMap(\.told.year)
    ).subtracting([founded])
    guard years.count < 2, let count = lastNumber(in: range, of: draft) else { return nil }
    let year = years.first ?? (publish.ground == .today ? nil : publish.day.year)
    return year.flatMap { fault(range, count, $0 - founded) }
  }

  /// A year less or more may be how one counts.
  private static func fault(_ range: Range<Int>, _ count: Int, _ right: Int) -> Fault? {
    guard abs(count - right) > 1, right > 0 else { return nil }
    let message = Localized("按年份算是\(right)年，请核对", "by the years it is \(right): check it")
    return Fault(range: range, message: message)
  }

  /// The numbers of a match, in Arabic digits or Han ones, in their order.
  private static func numbers(in range: Range<Int>, of draft: ScannedDraft) -> [Int] {
    var numbers: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let number = calendarNumber(in: index..<range.upperBound, of: draft.text) {
        numbers.append(number.value)
        index = number.end
      } else {
        index += draft.text.scalar(at: index).map(UTF8.width) ?? 1
      }
    }
    return numbers
  }

  private static func firstYear(in range: Range<Int>, of draft: ScannedDraft) -> Int? {
    guard let start = range.first(where: { isDigitByte(draft.text[$0]) }) else { return nil }
    return calendarNumber(in: start..<range.upperBound, of: draft.text)?.value
  }

  /// The last number in Arabic digits, else the Han one behind 建院.
  private static func lastNumber(in range: Range<Int>, of draft: ScannedDraft) -> Int? {
    let text = draft.text
    guard let last = range.last(where: { isDigitByte(text[$0]) }) else {
      let start = range.lowerBound + "建院".utf8.count
      return calendarNumber(in: start..<range.upperBound, of: text)?.value
    }
    var start = last
    while start > range.lowerBound, isDigitByte(text[start - 1]) { start -= 1 }
    return calendarNumber(in: start..<range.upperBound, of: text)?.value
  }

  private static let age = FamilyRule(
    "timeliness/age-math",
    .suggestion,
    summary: Localized("年龄和出生年份对不上", "an age that does not fit the year of birth"),
    why: Localized("年龄和出生年份必有一个写错了。", "The age or the year of birth is wrong."),
    basis: [Basis("wechat-account-management", "一、3")],
    patterns: [births],
    triggers: .patterns([births]),
    cases: [
      .ok("相符、虚岁", "---\ndate: 2025-06-01\n---\n\n张某，1950年出生，今年75岁；李某，1950年出生，76岁。"),
      .ok("当时的年龄", "---\ndate: 2025-06-01\n---\n\n她1950年出生，20岁参加工作。"),
      .flags("如今已是", "---\ndate: 2026-03-01\n---\n\n老护士长⟦1944年出生，如今已是90岁⟧高龄。"),
      .flags("写明了哪一年", "⟦1949年出生，2026年79岁⟧的老药工来院讲课。"),
      .flags("汉字写的年龄", "---\ndate: 2026-11-05\n---\n\n老站长赵福⟦1942年生，如今已经九十岁⟧了。"),
      .flags("生于", "---\ndate: 2026-03-01\n---\n\n他⟦生于1950年3月，现年70岁⟧。"),
      .ok("那一年的年龄", "---\ndate: 2026-03-01\n---\n\n她1950年出生，1980年30岁，调入我院。"),
      .flags("出生的人", "---\ndate: 2026-03-01\n---\n\n⟦1975年出生的他，如今55岁⟧。"),
      .flags("隔着一句", "---\ndate: 2026-03-01\n---\n\n⟦1958年出生的马某在这里站了四十年，七十二岁⟧的人，抓药依旧利落。"),
      .flags("多算五年", "---\ndate: 2025-06-01\n---\n\n张某，⟦1950年出生，今年80岁⟧。"),
    ]
  ) { draft in
    let publish = draft.fact(PublishDay.self)
    return try births.matches(in: draft).compactMap { range in
      guard let year = firstYear(in: range, of: draft),
        let age = numbers(in: range, of: draft).last, (0...120).contains(age),
        !draft.stands(then, at: range.upperBound),
        !nominal.stands(in: draft.sentence(at: range.lowerBound), of: draft.text)
      else { return nil }
      // 1949年出生，2026年79岁 tells of which year it speaks.
      let told = numbers(in: range, of: draft).dropFirst().first { $0 >= 1900 }
      let now = told ?? publish.day.year
      let right = now - year
      guard abs(age - right) > 1, right > 0 else { return nil }
      let message = Localized(
        "\(year)年出生，到\(now)年是\(right)岁，请核对",
        "born in \(year), \(right) years old in \(now): check it"
      )
      return Fault(range: range, message: message)
    }
  }

  private static let births = gated(
    "(?:(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:出生|生人|生(?=[，、（(]))(?:的[^，。；、0-9]{0,6}|于[^，。；、0-9]{1,12})?|(?:出生于|生于)(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:的[^，。；、0-9]{0,6})?)"
      + "[，、（(]?(?:到|截至|至)?(?:(?:19|20)[0-9]{2}年)?(?:时|现年|今年|年龄|如今|现在|现已|已经|已|刚满|年满|满|是|有|才|刚|整|，){0,3}(?:[0-9]{1,3}|[二三四五六七八九]十[一二三四五六七八九]?)周?岁"
      + "|(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?出生的[^。；！？0-9岁]{1,24}[，,](?:已是|已经|如今|今年)?(?:[0-9]{2,3}|[二三四五六七八九]十[一二三四五六七八九]?)岁(?=的人|的年纪|高龄|的高龄)"
  )
  private static let nominal = LiteralSet(["虚岁", "享年", "时年", "当时", "去世", "逝世"])
  private static let then = Phrases("时 那年 参加 入 开始 起 到 考 以")
}
