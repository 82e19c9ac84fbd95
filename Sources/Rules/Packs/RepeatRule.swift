import ChineseText
import Linting
import Reading
import SourceText

/// A list rule that flags what stands several times in a row as well, whatever the words are.
struct RepeatRule: Rule {
  let list: ListRule
  /// How many characters are repeated, and how often they stand there.
  let lengths: ClosedRange<Int>
  let times: Int

  var info: RuleInfo { list.info }
  var cases: [RuleCase] { list.cases }
  var lists: [String] { list.lists }
  var ownLists: [TermList] { list.ownLists }
  var triggers: Triggers { .anything }

  func check(_ draft: ScannedDraft) -> [Finding] {
    let listed = list.check(draft)
    return listed
      + repeats(in: draft).compactMap { repetition in
        guard !listed.contains(where: { $0.range.overlaps(draft.source(of: repetition.range)) })
        else { return nil }
        return list.finding(atRepeat: repetition, in: draft)
      }
  }

  private func repeats(in draft: ScannedDraft) -> [Repetition] {
    var found: [Repetition] = []
    let text = draft.text
    for block in draft.draft.blocks where !block.isHidden && !block.isCode {
      guard mayRepeat(in: block.text, of: text.span), !block.context.contains(.table) else {
        continue
      }
      var start = block.text.lowerBound
      while start < block.text.upperBound {
        // Han of the first plane begin with these bytes and have three.
        var end = start
        while end < block.text.upperBound, (0xE4...0xE9).contains(text[end]) { end += 3 }
        if end - start >= lengths.lowerBound * times * 3 {
          scan(start..<end, of: text, into: &found)
        }
        start = max(end, start + 1)
      }
    }
    return found
  }

  /// Whether something may stand several times in a row in a part of a text; false only where nothing does.
  ///
  /// Of what is repeated so many bytes are the same as those one length behind that a sample falls among them.
  private func mayRepeat(in part: Range<Int>, of text: Span<UInt8>) -> Bool {
    let bytes = unsafe text.extracting(part).bytes
    for length in lengths {
      let distance = length * 3
      let alike = distance * (times - 1)
      // A sample has four bytes: one Han that stands there twice is too short for it.
      guard alike > 3 else { return true }
      var index = 0
      while index + distance + 4 <= bytes.byteCount {
        let here = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self)
        let there = unsafe bytes.unsafeLoadUnaligned(
          fromByteOffset: index + distance,
          as: UInt32.self
        )
        if here == there { return true }
        index += alike - 3
      }
    }
    return false
  }

  private func scan(_ run: Range<Int>, of text: [UInt8], into found: inout [Repetition]) {
    var index = run.lowerBound
    while index < run.upperBound {
      var next = index + 3
      for length in lengths {
        // The last byte of a Han differs most.
        let twin = index + length * 3 + 2
        guard twin < run.upperBound, text[twin] == text[index + 2] else { continue }
        if let repetition = repetition(of: length * 3, at: index, before: run.upperBound, in: text)
        {
          found.append(repetition)
          next = repetition.range.upperBound
          break
        }
      }
      index = next
    }
  }

  private func repetition(of count: Int, at start: Int, before end: Int, in text: [UInt8])
    -> Repetition?
  {
    let whole = start..<start + count * times
    guard whole.upperBound <= end else { return nil }
    for index in whole.lowerBound..<whole.upperBound - count
    where text[index] != text[index + count] {
      return nil
    }
    let unit = start..<start + count
    let isPiled = count == 3 && text.scalar(at: start).map { !Self.chanted.contains($0) } ?? false
    guard isPiled || count > 3 && isPhrase(unit, in: text) else { return nil }
    // Looked for only where it is found, so that no run is gone through again from each of its characters.
    var last = whole.upperBound
    while last + count <= end, text[last..<last + count] == text[unit] { last += count }
    return Repetition(unit: unit, range: start..<last)
  }

  /// Whether two characters and more are words that nobody doubles on purpose: no counting, no breathing in and out,
  /// and no reduplication such as 研究研究 and 一个个.
  private func isPhrase(_ unit: Range<Int>, in text: [UInt8]) -> Bool {
    var scalars: [Unicode.Scalar] = []
    var index = unit.lowerBound
    while index < unit.upperBound, let scalar = text.scalar(at: index) {
      scalars.append(scalar)
      index += UTF8.width(scalar)
    }
    guard Set(scalars).count == scalars.count || scalars.count > 3,
      !scalars.contains(where: { Self.chanted.contains($0) })
    else { return false }
    return scalars.count > 2 || scalars.last.map { Self.complements.contains($0) } ?? false
  }

  private static let chanted = Set("一二三四五六七八九十两几呼吸哈呵嘿啦呀哦嗯加油谢".unicodeScalars)
  /// What two characters end in that are a verb no one doubles: 起到, 属于, 成为.
  private static let complements = Set("到于为及成向".unicodeScalars)
}

/// Some characters, and where they stand again and again.
struct Repetition {
  let unit: Range<Int>
  let range: Range<Int>
}

extension ListRule {
  /// The finding of words that stand there again and again without being on the list.
  fileprivate func finding(atRepeat repetition: Repetition, in draft: ScannedDraft) -> Finding? {
    let range = repetition.range
    guard !draft.scan.isOpaque(at: range.lowerBound),
      outside.isEmpty || draft.scan.span(covering: range, of: outside) == nil
    else { return nil }
    let isQuoted = draft.scan.span(covering: range, of: [.quotation]) != nil
    if isQuoted, quotation == .skip { return nil }
    let word = draft.draft.string(in: repetition.unit)
    let message = message.filled([
      "match": draft.draft.string(in: range), "standard": word, "note": "",
    ]).with(advice: replacement == nil ? "" : word, isPlain: true)
    var finding = finding(message, at: range, in: draft)
    finding.severity = isQuoted ? Severity.warning.lowered : .warning
    if !isQuoted, let replacement {
      let title = replacement.title.filled(["standard": word])
      finding.fix = draft.fix(title, .unsafe, replacing: range, with: word)
    }
    return finding
  }
}
