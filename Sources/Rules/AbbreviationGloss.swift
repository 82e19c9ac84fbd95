import ChineseText
import Linting
import Reading

/// What stands around an abbreviation and may say what it is short for.
struct AbbreviationGloss {
  /// The prose before it, up to twenty characters or more; without spaces at the end.
  private let head: String
  /// The prose behind it.
  private let tail: String

  /// Nil between blocks.
  init?(of range: Range<Int>, in draft: ScannedDraft) {
    guard let block = draft.block(at: range.lowerBound) else { return nil }
    isInNote = draft.stands(Self.notes, at: block.text.lowerBound)
    let end = min(block.text.upperBound, range.upperBound + 180)
    tail = draft.draft.string(in: range.upperBound..<end)
    var head = draft.draft.string(
      in: max(block.text.lowerBound, range.lowerBound - 120)..<range.lowerBound
    )
    while head.last == " " { head.removeLast() }
    self.head = head
  }

  /// Whether the block is a note to a table or a list.
  let isInNote: Bool

  /// Whether a name is told: `感染（HPV）`, `HPV（…病毒）`, `简称“HPV”`, `HPV是…的缩写`, `HPV，即…`.
  var isThere: Bool { isBehindName || isCalledShort || opensGloss || isSpelledOut }

  private static let notes = Phrases("注： 注: 注1 备注 说明： 说明:")

  private var isBehindName: Bool {
    guard let last = head.unicodeScalars.last, "（(，,".unicodeScalars.contains(last),
      let next = tail.unicodeScalars.first, "）)，,".unicodeScalars.contains(next)
    else { return false }
    var name = head.unicodeScalars.dropLast()
    if "，,".unicodeScalars.contains(last) {
      // `慢性阻塞性肺疾病（chronic obstructive pulmonary disease，COPD）`
      let outside = name.lastIndex { $0 == "（" || $0 == "(" }
      if let outside,
        name[outside...].dropFirst().allSatisfy({
          isAlphanumeric($0) || $0.properties.isAlphabetic && !isHan($0)
            || " -'’".unicodeScalars.contains($0)
        })
      {
        name = name[..<outside]
      }
    }
    return name.last.map { isHan($0) || $0 == "”" || $0 == "》" } ?? false
  }

  private var isCalledShort: Bool {
    var head = head[...]
    while let last = head.last, "“\"‘「".contains(last) { head.removeLast() }
    return ["简称", "简称为", "缩写", "缩写为", "缩写是", "即", "简写为"].contains { head.closes(with: $0) }
  }

  private var opensGloss: Bool {
    // The quotes of `“LOT”（批号）` belong to the abbreviation.
    let tail = tail.unicodeScalars.drop { "”\"’".unicodeScalars.contains($0) }
    let opens = tail.first.map { $0 == "（" || $0 == "(" } ?? false
    return opens
      && tail.dropFirst().prefix { $0 != "）" && $0 != ")" }.contains(where: isHan)
  }

  private var isSpelledOut: Bool {
    var tail = tail[...]
    while let first = tail.first, "”\"’」，, ".contains(first) { tail.removeFirst() }
    if tail.opens(with: "是") {
      let sentence = tail.prefix { !"。；！？;".contains($0) }
      return ["简称", "缩写", "首字母", "简写"].contains { sentence.contains($0) }
    }
    if tail.opens(with: "即") {
      // 即将, 即可 and the like tell when, not what.
      let next = tail.dropFirst().first
      return next.map { !"将可日刻时使便".contains($0) } ?? false
    }
    if isInNote, ["为", "指", "表示", "：", "="].contains(where: { tail.opens(with: $0) }) {
      return true
    }
    return ["全称", "意为", "意思是", "指的是", "是指"].contains { tail.opens(with: $0) }
  }
}
