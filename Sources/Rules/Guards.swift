import ChineseText
import Linting
import Reading

/// What excuses a match that looks like a fault: the closed vocabulary of the handbook (compliance §1.3).
///
/// Made in Swift or read from the column `guards` of a pattern table; `rules/README.md` tells of the notation.
struct Guards: Sendable {
  /// Contexts that excuse a match.
  struct Excuses: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// N: denied by words before the match.
    static let negated = Excuses(rawValue: 1)
    /// D: mentioned to be refuted.
    static let debunked = Excuses(rawValue: 2)
    /// L: a sentence that quotes or paraphrases a prohibition.
    static let lawText = Excuses(rawValue: 4)
    /// Q: the sentence, its heading or the title asks whether it is so.
    static let asked = Excuses(rawValue: 8)
    /// cite: the statement names its source.
    static let cited = Excuses(rawValue: 16)
    /// R: the sentence advises against it, or says that it is wrong or does not work.
    static let refuted = Excuses(rawValue: 32)
  }

  /// How much of the text `needed`, `notIn` and the match itself are held against.
  enum Extent: String, CaseIterable, Sendable {
    case sentence
    /// The whole line.
    case line
    /// The whole paragraph.
    case paragraph = "para"
  }

  var excuses: Excuses = []
  /// What may not end right before the match, in its sentence.
  var notBefore: SentenceTest?
  /// What may not start right behind it.
  var notAfter: SentenceTest?
  /// What may not stand in its sentence.
  var notIn: SentenceTest?
  /// What must stand in its sentence.
  var needed: SentenceTest?
  /// What must, and may not, stand in its paragraph.
  var neededInParagraph: SentenceTest?
  var notInParagraph: SentenceTest?
  /// What may not stand anywhere in the draft's text.
  var notInDraft: SentenceTest?
  /// Nil where the class of the draft does not matter; a draft of an unknown class is of none of them.
  var classes: DocumentClass.Kinds?
  var otherClasses: DocumentClass.Kinds = []
  /// Whether the class must be told: a guess will not do.
  var needsDeclaredClass = false
  var isForTitle = false
  var extent = Extent.sentence

  init(_ excuses: Excuses = []) { self.excuses = excuses }

  /// Whether one of the guards excuses a match in the visible prose.
  func excuse(_ match: Range<Int>, in draft: ScannedDraft) throws -> Bool {
    guard let index = draft.blockIndex(at: match.lowerBound) else { return true }
    let block = draft.draft.blocks[index].text
    if isForTitle, index != draft.draft.titleBlock { return true }
    if try !isOfClass(draft) { return true }
    if try isExcused(by: surroundings(of: match, in: block, of: draft), match, draft) {
      return true
    }
    if let test = neededInParagraph, try !test.matches(block, of: draft.text) { return true }
    if let test = notInParagraph, try test.matches(block, of: draft.text) { return true }
    if let test = notInDraft, try test.matches(0..<draft.text.count, of: draft.text) { return true }
    return try isExcusedByContext(match, in: draft)
  }

  /// The part of a block that a match is looked for in, and that its sentence tests are asked of.
  func surroundings(of match: Range<Int>, in block: Range<Int>, of draft: ScannedDraft)
    -> Range<Int>
  {
    switch extent {
    case .sentence: draft.sentence(at: match.lowerBound)
    case .line: line(around: match.lowerBound, in: block, of: draft.text)
    case .paragraph: block
    }
  }

  private func isExcused(
    by around: Range<Int>,
    _ match: Range<Int>,
    _ draft: ScannedDraft
  ) throws -> Bool {
    let text = draft.text
    if let notBefore, match.lowerBound >= around.lowerBound,
      try notBefore.matches(around.lowerBound..<match.lowerBound, of: text)
    {
      return true
    }
    if let notAfter, match.upperBound <= around.upperBound,
      try notAfter.matches(match.upperBound..<around.upperBound, of: text)
    {
      return true
    }
    if let notIn, try notIn.matches(around, of: text) { return true }
    if let needed, try !needed.matches(around, of: text) { return true }
    return try excuses.contains(.refuted) && Self.refutation.matches(around, of: text)
  }

  private func isExcusedByContext(_ match: Range<Int>, in draft: ScannedDraft) throws -> Bool {
    guard !excuses.isEmpty else { return false }
    let place = match.lowerBound
    if excuses.contains(.negated), Negation(draft: draft).covers(place) { return true }
    if excuses.contains(.lawText),
      try Self.lawText.matches(draft.sentence(at: place), of: draft.text)
    {
      return true
    }
    let debunking = Debunking(draft: draft)
    if excuses.contains(.debunked), try debunking.covers(place) { return true }
    if excuses.contains(.asked), try debunking.asks(place) { return true }
    if excuses.contains(.cited), try CitationSupport(draft).covers(match) { return true }
    return false
  }

  /// Whether the draft is of a class that the match is a fault in.
  func isOfClass(_ draft: ScannedDraft) throws -> Bool {
    guard classes != nil || !otherClasses.isEmpty else { return true }
    let own = try draft.fact(DocumentClass.self)
    if needsDeclaredClass, !own.isDeclared { return false }
    return classes.map(own.isAmong) ?? true && !own.isAmong(otherClasses)
  }

  private func line(around offset: Int, in block: Range<Int>, of text: [UInt8]) -> Range<Int> {
    func isBreak(_ index: Int) -> Bool {
      text[index] == 0x0A
        || text[index] == 0xA8 && index >= 2 && text[index - 1] == 0x80 && text[index - 2] == 0xE2
    }
    var start = offset
    while start > block.lowerBound, !isBreak(start - 1) { start -= 1 }
    var end = offset
    while end < block.upperBound, !isBreak(end) { end += 1 }
    return start..<end
  }

  /// A sentence that advises against what it names, or denies it.
  private static let refutation = SentenceTest(
    "不可取|不推荐|不建议|不提倡|不主张|适得其反|切勿|千万不要|不能|不要|不应|不宜|禁止|错误|危险|有害|不会|并不|无法|千万别(?!错过)|可别(?!错过)|(?<![特分区个级类鉴性派])别(?:用|给|往|吃|喝|涂|抹|掐|按|敷|打|做|信|急着|自己(?!吓|骗)|自行|在家|停药|停掉|随意|随便|乱(?!花)|擅|盲目|再(?!犹豫|错过|等))|请勿|不可(?!少|缺|多得|错过|思议)|不得|没有(?:科学)?(?:根据|依据)|毫无根据|不科学|不正确|不靠谱|谣言|没有证据|并非|有限|不理想|不如|不利|误解|误以为|伪概念|伪命题|炒作|不管用|不顶用|无济于事|不起作用|划伤|灼伤|反而"
  )

  /// A sentence that quotes or paraphrases a prohibition.
  static let lawText = SentenceTest(
    "《[^》]*(?:法|办法|条例|规定|指南|标准|规范)》[^。]{0,30}(?:规定|禁止|不得|要求|明确)|不得(?:含有|出现|使用|以)|(?:禁止|严禁)(?:使用|出现)"
  )
}
