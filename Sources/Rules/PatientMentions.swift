import ChineseText
import Linting
import SourceText

/// A person whom a draft calls a patient, by full name.
struct PatientMention {
  enum Role: String {
    case patient
    case minor
    case relative
    case donor
    case recipient
  }

  let text: PersonalText
  let name: Range<Int>
  let role: Role
  /// The sentence of the name with the ones beside it.
  let surroundings: Range<Int>
  let sentence: Range<Int>
}

/// The full names of patients in a draft, found once.
struct PatientMentions: DraftFact {
  private(set) var all: [PatientMention] = []
  /// Whether the draft says that patients agreed to be named.
  private(set) var hasConsent = false

  static let list = "privacy-roles"

  /// Without any of these there are no names.
  static let triggers: Triggers = [.lists([list]), .patterns(patterns)]

  static let patterns = [
    described.pattern, aged.pattern, labelled.pattern, addressed.pattern, endowed.pattern,
    called.pattern, kin.pattern, found.pattern, apart.pattern, neighbour.pattern,
    bearer.pattern,
  ]

  /// A name and the illness that was found: `落选的魏春香体检时查出慢性乙型肝炎`.
  private static let found = PersonalPattern(
    "(?![高黄白马金方何常时平全单成水温路花强容解经周文章段程任付向易])[\\p{Han}]{2,3}(?:在?体检(?:时|中)?|[0-9]{4}年[0-9月日]{0,5}|去年|今年|上个?月|前年)?(?:被)?(?:查出|检出|确诊|患上|患有|被诊断为|得了)(?:了|为|患有)?[^，。；、]{0,10}?(?:病|炎|癌|瘤|症|阳性|结核|梅毒)"
  )

  /// A name that a comma parts from the illness: `刘桂芳，上月确诊乳腺癌`.
  private static let apart = PersonalPattern(
    "[\\p{Han}]{2,3}，[^，。；]{0,8}?(?:查出|检出|确诊|患上|得了|体检发现|检查发现|被诊断为)[^，。；、0-9]{0,10}?(?:病|炎|癌|瘤|症|阳性|结核)"
  )

  /// `患胃癌的李桂英`.
  private static let bearer = PersonalPattern(
    "(?:身患|患有|患上|患了|患|感染|确诊|查出|得了)[^，。；的]{1,10}(?:病的|炎的|癌的|瘤的|症的|结核的|HIV的|障碍的)[\\p{Han}]{2,3}(?![\\p{Han}])"
  )

  /// `村民李建国因胃癌…`.
  private static let neighbour = PersonalPattern(
    "(?:村民|居民|市民|职工|司机|工人|农民|教师|学生|老乡|邻居|同事|老汉)[\\p{Han}]{2,3}[，,]?[^，。；]{0,8}?(?:因患?|突发|查出|确诊|得了|患有|患上|罹患|检出|身患|被诊断为)[^，。；]{0,10}?(?:病|炎|癌|瘤|症|阳性|结核|出血|中风|梗死|骨折)"
  )

  private static let described = PersonalPattern(
    "[，,（(] ?[男女] ?[，,、] ?(?:现年|年龄)?[0-9０-９]{1,3} ?(?:岁|周岁|个月|月龄)"
  )

  private static let aged = PersonalPattern("[0-9０-９] ?(?:周)?岁的[\\p{Han}]{2,4}")

  private static let endowed = PersonalPattern(
    "(?:移植|捐献|捐赠|捐|输)给了?[\\p{Han}]{2,4}"
  )

  private static let called = PersonalPattern(
    "(?:大爷|大妈|大娘|阿姨|奶奶|爷爷|老人|先生|女士|患者|男子|女子|小伙子?|姑娘|孩子|男孩|女孩)(?:名叫|叫做|名为|叫)[\\p{Han}]{2,4}"
  )

  private static let kin = PersonalPattern(
    "(?:父亲|母亲|爸爸|妈妈|丈夫|妻子|爱人|老伴|儿子|女儿|爷爷|奶奶|外公|外婆|老公|老婆|岳父|岳母|公公|婆婆|姥姥|姥爷|叔叔|舅舅|姑姑|哥哥|弟弟|姐姐|妹妹|孙子|孙女|闺女|媳妇|大伯|我爹|我娘|俺爹|俺娘|他爹|她爹|我爸(?!爸)|我妈(?!妈)|俺爸(?!爸)|俺妈(?!妈)|我哥(?!哥)|我姐(?!姐)|我弟(?!弟)|我妹(?!妹))[\\p{Han}]{2,4}"
  )

  private static let labelled = PersonalPattern(
    "姓名[:： ]{1,3}[\\p{Han}]{2,4}|(?:大名|真名|本名)[\\p{Han}]{2,4}"
  )

  private static let addressed = PersonalPattern(
    "[\\p{Han}](?:老人|奶奶|爷爷|大爷|婆婆|同学|小朋友)(?:因|患|突|被|入|住|今|的病|术后)"
  )

  init(_ draft: ScannedDraft) throws {
    for text in draft.fact(PersonalTexts.self).all {
      for hit in text.termHits(in: Self.list, of: draft) {
        // Few of the words have a name behind them.
        guard let name = name(behind: hit.range, of: text, in: draft),
          let role = draft.entry(of: hit).flatMap({ PatientMention.Role(rawValue: $0.standard) })
        else { continue }
        add(name, as: role, of: text, in: draft)
      }
    }
    for match in try Self.described.matches(in: draft) { addName(before: match, in: draft) }
    for pattern in [Self.aged, Self.labelled, Self.bearer] {
      for match in try pattern.matches(in: draft) { addName(in: match, of: draft) }
    }
    for match in try Self.addressed.matches(in: draft) { addName(addressedBy: match, in: draft) }
    for match in try Self.called.matches(in: draft) { addName(behindVerb: match, of: draft) }
    for match in try Self.kin.matches(in: draft) { addName(ofKin: match, in: draft) }
    for match in try Self.found.matches(in: draft) { addName(foundIll: match, in: draft) }
    for match in try Self.apart.matches(in: draft) { addName(apartIn: match, of: draft) }
    for match in try Self.neighbour.matches(in: draft) { addName(ofKin: match, in: draft) }
    for match in try Self.endowed.matches(in: draft) { addRecipient(in: match, of: draft) }
    guard !all.isEmpty else { return }
    let text = draft.text
    if text.contains(anyOf: Self.aliases, in: 0..<text.count) { all = [] }
    hasConsent = text.contains(anyOf: Self.consent, in: 0..<text.count)
  }

  /// `患者李建国因…`, `患者：李建国`, `患者名叫李建国`.
  private func name(
    behind role: Range<Int>,
    of text: PersonalText,
    in draft: ScannedDraft
  ) -> Range<Int>? {
    let bounds = text.bounds(at: role.lowerBound, in: draft)
    var start = Self.fillers.end(in: text.bytes, at: role.upperBound) ?? role.upperBound
    while start < bounds.upperBound, let scalar = text.bytes.scalar(at: start),
      ":： （(“".unicodeScalars.contains(scalar)
    {
      start += UTF8.width(scalar)
    }
    if let name = fullName(at: start, in: bounds, of: text.bytes) { return name }
    return name(saidOf: role, of: text, in: bounds)
  }

  /// `受者是杭州的退休工人陶子墨`: the name that ends the clause behind 是.
  private func name(saidOf role: Range<Int>, of text: PersonalText, in bounds: Range<Int>) -> Range<
    Int
  >? {
    guard let start = Self.copulas.end(in: text.bytes, at: role.upperBound) else { return nil }
    var end = start
    while end < bounds.upperBound, end < start + 60, let scalar = text.bytes.scalar(at: end),
      isHan(scalar)
    {
      end += UTF8.width(scalar)
    }
    return fullName(before: end, in: start..<bounds.upperBound, of: text.bytes)
  }

  private static let copulas = Phrases("是 为 系 则是 就是")

  /// `李建国，男，56岁`.
  private mutating func addName(before match: PersonalMatch, in draft: ScannedDraft) {
    let bounds = match.text.bounds(at: match.range.lowerBound, in: draft)
    let name = fullName(before: match.range.lowerBound, in: bounds, of: match.text.bytes)
    addPatient(name, of: match.text, in: draft)
  }

  /// `李桂芳老人因…`.
  private mutating func addName(addressedBy match: PersonalMatch, in draft: ScannedDraft) {
    let text = match.text
    let bounds = text.bounds(at: match.range.lowerBound, in: draft)
    guard let form = text.bytes.scalar(at: match.range.lowerBound) else { return }
    let end = match.range.lowerBound + UTF8.width(form)
    addPatient(fullName(before: end, in: bounds, of: text.bytes), of: text, in: draft)
  }

  /// `刘桂芳，上月确诊乳腺癌`.
  private mutating func addName(apartIn match: PersonalMatch, of draft: ScannedDraft) {
    let text = match.text
    let bounds = text.bounds(at: match.range.lowerBound, in: draft)
    guard let comma = text.bytes.firstOffset(of: "，", in: match.range) else { return }
    guard let name = fullName(before: comma, in: bounds, of: text.bytes),
      let last = text.bytes.scalar(before: comma), !"州县市省区镇村例".unicodeScalars.contains(last),
      name.lowerBound == 0 || !isDigitByte(text.bytes[name.lowerBound - 1])
    else { return }
    addPatient(name, of: text, in: draft)
  }

  /// `我父亲张建国上周住院`, `村民李建国因…`.
  private mutating func addName(ofKin match: PersonalMatch, in draft: ScannedDraft) {
    let text = match.text
    let bounds = text.bounds(at: match.range.lowerBound, in: draft)
    // All of the words have two characters.
    let start = match.range.lowerBound + 6
    let name = fullName(at: start, in: bounds, of: text.bytes)
    // The doctors whom a letter thanks stand before the relative.
    addPatient(name, of: text, in: draft, isRelative: true)
  }

  /// `落选的魏春香体检时查出…`.
  private mutating func addName(foundIll match: PersonalMatch, in draft: ScannedDraft) {
    let text = match.text
    let bounds = text.bounds(at: match.range.lowerBound, in: draft)
    let starts = [
      "体检", "在体检", "被", "查出", "检出", "确诊", "患上", "患有", "得了", "去年", "今年", "上月", "上个月", "前年", "1", "2",
    ]
    .compactMap { text.bytes.firstOffset(of: $0, in: match.range) }
    guard let verb = starts.min(), verb <= match.range.lowerBound + 9 else { return }
    guard let name = fullName(before: verb, in: bounds, of: text.bytes),
      !text.bytes.contains(anyOf: Self.staff, in: text.sentence(at: name.lowerBound, in: draft))
    else { return }
    add(name, as: .patient, of: text, in: draft)
  }

  /// `吴大爷叫吴建军`.
  private mutating func addName(behindVerb match: PersonalMatch, of draft: ScannedDraft) {
    let text = match.text
    let bounds = text.bounds(at: match.range.lowerBound, in: draft)
    for verb in ["名叫", "叫做", "名为", "叫"] {
      guard let place = text.bytes.firstOffset(of: verb, in: match.range) else { continue }
      let start = place + verb.utf8.count
      addPatient(fullName(at: start, in: bounds, of: text.bytes), of: text, in: draft)
      return
    }
  }

  /// `肾脏移植给了刘平`.
  private mutating func addRecipient(in match: PersonalMatch, of draft: ScannedDraft) {
    let text = match.text
    guard var start = text.bytes.firstOffset(of: "给", in: match.range) else { return }
    start += 3
    if text.bytes.scalar(at: start) == "了" { start += 3 }
    let bounds = text.bounds(at: start, in: draft)
    add(fullName(at: start, in: bounds, of: text.bytes), as: .recipient, of: text, in: draft)
  }

  /// `78岁的王桂兰老人`, `姓名：李建国`.
  private mutating func addName(in match: PersonalMatch, of draft: ScannedDraft) {
    let text = match.text
    let bounds = text.bounds(at: match.range.lowerBound, in: draft)
    var start = match.range.upperBound
    while start > match.range.lowerBound, let scalar = text.bytes.scalar(before: start),
      isHan(scalar), scalar != "的", scalar != "名"
    {
      start -= UTF8.width(scalar)
    }
    addPatient(fullName(at: start, in: bounds, of: text.bytes), of: text, in: draft)
  }

  /// Adds a name where the words around it tell of illness and not of a post.
  private mutating func addPatient(
    _ name: Range<Int>?,
    of text: PersonalText,
    in draft: ScannedDraft,
    isRelative: Bool = false
  ) {
    guard let name else { return }
    let sentence = text.sentence(at: name.lowerBound, in: draft)
    let told = isRelative ? name.upperBound..<max(name.upperBound, sentence.upperBound) : sentence
    guard !text.bytes.contains(anyOf: Self.staff, in: told),
      text.bytes.contains(anyOf: Self.care, in: sentence)
    else { return }
    add(name, as: .patient, of: text, in: draft)
  }

  private mutating func add(
    _ name: Range<Int>?,
    as role: PatientMention.Role,
    of text: PersonalText,
    in draft: ScannedDraft
  ) {
    guard let name,
      !all.contains(where: { $0.name == name && $0.text.bytes.count == text.bytes.count }),
      Self.titles.end(in: text.bytes, at: name.upperBound) == nil
    else { return }
    let sentence = text.sentence(at: name.lowerBound, in: draft)
    guard !text.bytes.contains(anyOf: ["化名"], in: sentence) else { return }
    all.append(
      PatientMention(
        text: text,
        name: name,
        role: role,
        surroundings: surroundings(of: sentence, text, draft),
        sentence: sentence
      )
    )
  }

  private func surroundings(
    of sentence: Range<Int>,
    _ text: PersonalText,
    _ draft: ScannedDraft
  ) -> Range<Int> {
    let bounds = text.bounds(at: sentence.lowerBound, in: draft)
    let start =
      sentence.lowerBound > bounds.lowerBound
      ? text.sentence(at: sentence.lowerBound - 1, in: draft).lowerBound : sentence.lowerBound
    let end =
      sentence.upperBound < bounds.upperBound
      ? text.sentence(at: sentence.upperBound, in: draft).upperBound : sentence.upperBound
    return start..<max(start, end)
  }
}
