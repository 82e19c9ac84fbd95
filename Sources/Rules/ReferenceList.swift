import ChineseText
import Linting
import Reading

/// An entry of a draft's list of references.
struct ReferenceEntry: Hashable {
  /// As written before the entry, else its place in the list; from 1.
  let number: Int
  let range: Range<Int>
  /// Where its text starts, behind the number.
  var text: Int
  /// Nil where no number is written.
  var style: LabelStyle?
  /// Counts the headings of references above it.
  var list = 0

  enum LabelStyle: Hashable {
    /// `[1]`
    case bracket
    /// `1.`
    case plain
    /// `（1）`
    case round
    /// `①`
    case circled
  }
}

/// The list of references at a draft's end (handbook, compliance §4.2).
struct ReferenceList: DraftFact {
  private(set) var entries: [ReferenceEntry] = []
  /// Stretches of the prose that belong to the list, its headings included; ascending.
  private(set) var regions: [Range<Int>] = []

  init() {}

  init(_ scanned: ScannedDraft) {
    let draft = scanned.draft
    let hasLines = scanned.grams.mayHold(anyOf: lineBreaks)
    var unnumbered: [ReferenceEntry] = []
    var items = 0
    var list = 0
    var isOpen = false
    for block in draft.blocks.prefix(while: { !$0.isHidden }) where !block.isCode {
      if block.kind == .note { continue }
      if block.headingLevel != nil { isOpen = false }
      if !isOpen, !block.context.contains(.references),
        !mayStartList(draft.text.scalar(at: block.text.lowerBound)),
        !hasLines || isOneLine(block.text, of: draft.text)
      {
        continue
      }
      for line in lines(of: block.text, in: draft.text) {
        let isInside = isOpen || block.context.contains(.references)
        guard isInside || mayStartList(draft.text.scalar(at: line.lowerBound)) else { continue }
        let text = draft.string(in: line)
        if isReferenceHeading(text) {
          isOpen = true
          list += 1
          items = 0
          regions.append(line)
        } else if let start = inlineListStart(text) {
          regions.append(line)
          list += 1
          addInline(from: line.lowerBound + start, in: line, list: list, of: draft.text)
        } else if let label = entryLabel(text), isInside || label.looksLikeReference(text) {
          regions.append(line)
          entries.append(label.entry(at: line, list: list))
        } else if isInside, block.kind == .listItem {
          regions.append(line)
          if line.lowerBound == block.text.lowerBound {
            items += 1
            entries.append(
              ReferenceEntry(
                number: items,
                range: block.text,
                text: block.text.lowerBound,
                list: list
              )
            )
          }
        } else if isInside {
          regions.append(line)
          unnumbered.append(
            ReferenceEntry(
              number: unnumbered.count + 1,
              range: line,
              text: line.lowerBound,
              list: list
            )
          )
        }
      }
    }
    if entries.isEmpty { entries = unnumbered }
  }

  func holds(_ offset: Int) -> Bool {
    var low = 0
    var high = regions.count
    while low < high {
      let middle = (low + high) / 2
      if regions[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < regions.count && regions[low].contains(offset)
  }

  /// `参考文献：1. … 2. …` in one line.
  private mutating func addInline(
    from start: Int,
    in line: Range<Int>,
    list: Int,
    of text: [UInt8]
  ) {
    var found: [(label: EntryLabel?, start: Int)] = []
    var index = start
    while index < line.upperBound {
      let rest = String(decoding: text[index..<min(index + 24, line.upperBound)], as: UTF8.self)
      if let label = entryLabel(rest), label.number == (found.last?.label?.number ?? 0) + 1 {
        found.append((label, index))
        index += label.length
      } else {
        index += text.scalar(at: index).map { UTF8.width($0) } ?? 1
      }
    }
    if found.isEmpty, start < line.upperBound { found = [(nil, start)] }
    for (index, item) in found.enumerated() {
      let end = index + 1 < found.count ? found[index + 1].start : line.upperBound
      let range = item.start..<end
      entries.append(
        item.label?.entry(at: range, list: list)
          ?? ReferenceEntry(number: 1, range: range, text: item.start, list: list)
      )
    }
  }
}

/// Whether a line that starts so may be a heading of references or an entry.
private func mayStartList(_ scalar: Unicode.Scalar?) -> Bool {
  scalar.map { "[［【参主引资文注 \u{3000}".unicodeScalars.contains($0) || circledNumber($0) != nil }
    ?? false
}

private let lineBreaks = [TextGrams.Sign(of: "\n"), TextGrams.Sign(of: "\u{2028}")]

private func isOneLine(_ block: Range<Int>, of text: [UInt8]) -> Bool {
  text.firstOffset(of: "\n", in: block) == nil
    && text.firstOffset(of: "\u{2028}", in: block) == nil
}

/// The lines of a block: what stands between soft and hard breaks, without white space at the ends.
func lines(of block: Range<Int>, in text: [UInt8]) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = block.lowerBound
  var soft = text.firstOffset(of: "\n", in: block)
  var hard = text.firstOffset(of: "\u{2028}", in: block)
  while let end = [soft, hard].compactMap(\.self).min() {
    if start < end { lines.append(start..<end) }
    start = end + (end == soft ? 1 : 3)
    if end == soft {
      soft = text.firstOffset(of: "\n", in: start..<block.upperBound)
    } else {
      hard = text.firstOffset(of: "\u{2028}", in: start..<block.upperBound)
    }
  }
  if start < block.upperBound { lines.append(start..<block.upperBound) }
  return lines
}

/// Whether a line is `参考文献`, `主要参考资料：` and the like.
func isReferenceHeading(_ line: String) -> Bool {
  guard line.utf8.count <= 60 else { return false }
  var name = line.filter { !$0.isWhitespace }[...]
  while let last = name.last, "：:】］]".contains(last) { name.removeLast() }
  while let first = name.first, "【［[".contains(first) { name.removeFirst() }
  if name.hasPrefix("主要") { name.removeFirst(2) }
  return referenceHeadings.contains(String(name))
}

private let referenceHeadings: Set = [
  "参考文献", "参考资料", "参考来源", "引用文献", "引用资料", "资料来源", "文献来源", "注释",
  "参考书目", "部分参考文献", "参考文献资料", "参考文献及资料", "引文出处", "References", "REFERENCES",
]

/// Where, in bytes, the list starts in `参考文献：[1] …`; nil for other lines.
private func inlineListStart(_ line: String) -> Int? {
  guard let colon = line.prefix(12).firstIndex(where: { $0 == "：" || $0 == ":" }),
    isReferenceHeading(String(line[..<colon]))
  else { return nil }
  return line[...colon].utf8.count
}

/// The number before an entry.
private struct EntryLabel {
  let number: Int
  /// Bytes, from the line's start to the label's end.
  let length: Int
  let style: ReferenceEntry.LabelStyle

  func entry(at range: Range<Int>, list: Int) -> ReferenceEntry {
    ReferenceEntry(
      number: number,
      range: range,
      text: min(range.lowerBound + length, range.upperBound),
      style: style,
      list: list
    )
  }

  /// Whether the line is an entry even without a heading above it.
  func looksLikeReference(_ line: String) -> Bool {
    if style == .circled {
      return line.utf8.count > length + 12 && circledEntryParts.contains { line.contains($0) }
    }
    guard style == .bracket, line.utf8.count > length + 12 else { return false }
    return [
      "《", "http", "[J", "[M", "[S", "[N", "[R", "[D", "[EB", "［J", "［M", "doi", "DOI", "出版社", "杂志",
    ]
    .contains { line.contains($0) }
  }
}

/// What an entry behind a circled number holds, and a step of an instruction does not.
private let circledEntryParts = ["http", "[J", "[M", "[EB", "出版社"]

/// `[1]`, `［1］`, `【1】`, `1.`, `1、`, `（1）`, `①` at a line's start; nil where there is none.
private func entryLabel(_ line: String) -> EntryLabel? {
  var scalars = line.unicodeScalars[...]
  var length = 0
  func take(_ wanted: String) -> Bool {
    guard let first = scalars.first, wanted.unicodeScalars.contains(first) else { return false }
    length += UTF8.width(first)
    scalars.removeFirst()
    return true
  }
  while take(" \u{3000}\t注") {}
  if let first = scalars.first, let number = circledNumber(first) {
    return EntryLabel(number: number, length: length + UTF8.width(first), style: .circled)
  }
  let isBracketed = take("[［【")
  let isRound = !isBracketed && take("（(")
  var number = 0
  var digits = 0
  while let first = scalars.first, let digit = decimalDigit(first), digits < 4 {
    number = number * 10 + digit
    digits += 1
    length += UTF8.width(first)
    scalars.removeFirst()
  }
  guard (1...3).contains(digits), number > 0 else { return nil }
  guard isBracketed ? take("]］】") : isRound ? take("）)") : take(".．、") else { return nil }
  // `1.5` is a number.
  if !isBracketed, !isRound, let first = scalars.first, decimalDigit(first) != nil { return nil }
  return EntryLabel(
    number: number,
    length: length,
    style: isBracketed ? .bracket : isRound ? .round : .plain
  )
}

/// 1–20 of ①–⑳.
func circledNumber(_ scalar: Unicode.Scalar) -> Int? {
  (0x2460...0x2473).contains(scalar.value) ? Int(scalar.value) - 0x245F : nil
}

/// The value of an ASCII or full-width digit.
func decimalDigit(_ scalar: Unicode.Scalar) -> Int? {
  switch scalar.value {
  case 0x30...0x39: Int(scalar.value) - 0x30
  case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
  default: nil
  }
}
