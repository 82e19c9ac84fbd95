/// Tells characters that happen to meet at the border of two words (handbook, language §2.5).
struct LexiconVeto {
  let lexicon: Lexicon
  let surroundings: Surroundings

  /// How much must speak for a border of two words before a hit is taken for one.
  enum Mode {
    case none
    /// A word on both sides, or a word on one and a function word on the other.
    case bothSides
    /// A word on one side, one across both characters, or a person's name; of three characters and more, a word
    /// across an edge: for terms that are a misprint only where nothing else can be read.
    case eitherSide

    static let names = ["yes", "either", "no"]

    init(name: String) {
      self = name == "yes" ? .bothSides : name == "either" ? .eitherSide : .none
    }
  }

  /// Whether a hit of two Han characters, or with `eitherSide` of more, is no word of its own here.
  func parts(_ hit: Range<Int>, _ mode: Mode) -> Bool {
    guard let second = surroundings.text.glyph(before: hit.upperBound) else { return false }
    let start = surroundings.text.glyph(at: hit.lowerBound).end
    if surroundings.text.skippingInvisible(from: start) < second.start {
      return isWord(across: hit.lowerBound) || isWord(across: hit.upperBound)
    }
    let before = surroundings.han(before: second.start, atMost: 4)
    let after = surroundings.han(from: second.start, atMost: 5)
    guard let left = before.last, let right = after.first else { return false }
    if isSurname(right), hasTitle(after.dropFirst()) { return true }
    let endsWord = (2...4).contains { isWord(before.suffix($0), count: $0) }
    let startsWord = (2...4).contains { isWord(after.prefix($0), count: $0) }
    if mode == .eitherSide {
      return endsWord || startsWord || isInWord(before, after) || isInName(before)
    }
    let leftStands = functionBefore.contains(left) || isMeasure(before)
    return endsWord && startsWord || endsWord && functionAfter.contains(right)
      || startsWord && leftStands
  }

  /// Whether a word of up to four characters begins before an offset and ends behind it.
  private func isWord(across edge: Int) -> Bool {
    let before = surroundings.han(before: edge, atMost: 3)
    let after = surroundings.han(from: edge, atMost: 3)
    return (1...3).contains { left in
      (1...4 - left).contains { right in
        isWord(before.suffix(left) + after.prefix(right), count: left + right)
      }
    }
  }

  /// Whether a word of three or four characters holds both.
  private func isInWord(_ before: [UInt32], _ after: [UInt32]) -> Bool {
    [(1, 2), (2, 1), (1, 3), (2, 2), (3, 1)].contains { left, right in
      isWord(before.suffix(left) + after.prefix(right), count: left + right)
    }
  }

  /// Whether the first character is a surname that nothing stands before, or the surname stands one or two
  /// characters before it and ends no word.
  private func isInName(_ before: [UInt32]) -> Bool {
    if before.count == 1 { return isSurname(before[0]) }
    return (1...min(2, before.count - 1)).contains { distance in
      let name = before.suffix(distance + 1)
      let preceding = before.dropLast(distance)
      return isSurname(name[name.startIndex]) && !isWord(preceding.suffix(2), count: 2)
        && (distance == 1 || !isWord(name.prefix(2), count: 2))
    }
  }

  private func isWord(_ scalars: ArraySlice<UInt32>, count: Int) -> Bool {
    guard scalars.count == count else { return false }
    return lexicon.contains(utf8(scalars))
  }

  /// A measure word counts only behind a numeral or a pronoun: `一尊`, `每位`.
  private func isMeasure(_ before: [UInt32]) -> Bool {
    guard let last = before.last, before.count > 1 else { return false }
    return measures.contains(last) && numerals.contains(before[before.count - 2])
  }

  private func isSurname(_ value: UInt32) -> Bool { surnames.contains(value) }

  /// Whether a title follows, at once or after a given name.
  private func hasTitle(_ after: ArraySlice<UInt32>) -> Bool {
    (0...2).contains { skipped in
      let rest = utf8(after.dropFirst(skipped))
      return titles.contains { rest.starts(with: $0.utf8) }
    }
  }

  private func utf8(_ scalars: ArraySlice<UInt32>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 4)
    for case let scalar? in scalars.lazy.map({ Unicode.Scalar($0) }) {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return bytes
  }
}

private func scalars(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }

// 给, 须, 做 and 为 are missing: they begin too many of the wrong forms themselves.
private let functionBefore = scalars(
  "的了着过地得和与或及在是有对把被将从向于以由让如比跟同等也都就又再还才更很最不没未可能会应这那此该每各某我你他她它上下中里内外前后所者而"
)
// 份 is missing for the same reason: 成份, 部份, 水份.
private let functionAfter = scalars("的了着过和与或及在是有被将于由让使像如也都就又再还才因则而但且")
private let measures = scalars("个位名尊座张台支种层株家双条项例片粒瓶件套间所对颗根块头次")
private let numerals = scalars("一二三四五六七八九十百千万亿两几数半多每这那某各此该")
private let surnames = scalars(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑罗梁谢宋唐许邓韩冯曹彭曾肖田董袁潘蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常洪"
)
private let titles = [
  "主任", "医生", "大夫", "医师", "院长", "教授", "护士", "老师", "书记", "局长", "科长", "部长", "处长", "主席", "会长",
  "站长", "所长", "校长", "女士", "先生", "同志", "同学", "博士", "阿姨", "奶奶", "爷爷", "大爷", "大妈", "某",
]
