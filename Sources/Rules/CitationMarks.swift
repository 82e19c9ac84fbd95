import ChineseText
import Linting
import Reading

/// A mark in the text that points to an entry: `[1]`, `[1-3]`, `<sup>2</sup>`, `①`, `[^a]`.
struct CitationMark: Hashable {
  enum Style: Hashable {
    case numeric
    case circled
    case note
  }

  var style = Style.numeric
  let range: Range<Int>
  /// The entries it points to; empty for a note with a label.
  var numbers: [Int] = []
  /// The label of `[^label]`.
  var label: String?
  /// Whether it stands for nothing else, whatever the draft's list is.
  var isCertain = false
}

/// The marks of a draft together with what they point to.
struct Citations: DraftFact {
  /// Empty where there are no candidates for marks: nothing points to it.
  let list: ReferenceList
  /// Ascending.
  let marks: [CitationMark]
  let hasEntries: Bool
  private let knownNumbers: Set<Int>

  init(_ draft: ScannedDraft) {
    let notes = draft.draft.notes
    let finder = MarkFinder(draft: draft)
    let circled = finder.circled()
    var candidates = finder.marks()
    let list =
      candidates.isEmpty && circled.marks.isEmpty
      ? ReferenceList() : draft.fact(ReferenceList.self)
    self.list = list
    hasEntries = !list.entries.isEmpty || !notes.isEmpty
    knownNumbers = Self.numbers(of: list, and: notes)
    // Where circled numbers also open clauses, they number steps.
    if !circled.marks.isEmpty, circled.others.allSatisfy(list.holds) {
      candidates = (candidates + circled.marks).sorted {
        $0.range.lowerBound < $1.range.lowerBound
      }
    }
    marks = candidates.filter { !list.holds($0.range.lowerBound) }
  }

  /// The numbers of a mark that no entry has.
  func missing(of mark: CitationMark) -> [Int] {
    mark.numbers.filter { !knownNumbers.contains($0) }
  }

  /// The marks that begin in a stretch.
  func marks(startingIn range: Range<Int>) -> ArraySlice<CitationMark> {
    let start = marks.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let end = marks.partitioningIndex { $0.range.lowerBound >= range.upperBound }
    return marks[start..<max(start, end)]
  }

  /// The marks of which a part stands in a stretch.
  func marks(overlapping range: Range<Int>) -> ArraySlice<CitationMark> {
    let start = marks.partitioningIndex { $0.range.upperBound > range.lowerBound }
    let end = marks.partitioningIndex { $0.range.lowerBound >= range.upperBound }
    return marks[start..<max(start, end)]
  }

  private static func numbers(of list: ReferenceList, and notes: [Note]) -> Set<Int> {
    var numbers = Set(list.entries.map(\.number))
    for (index, note) in notes.enumerated() {
      numbers.insert(Int(note.label.filter(\.isNumber)) ?? index + 1)
      numbers.insert(index + 1)
    }
    return numbers
  }
}

/// Looks for marks in the visible prose.
private struct MarkFinder {
  let draft: ScannedDraft

  func marks() -> [CitationMark] {
    var marks = spanMarks()
    let taken = marks.map(\.range)
    var next = 0
    for mark in draft.scan.marks(among: Self.openers) {
      guard let close = closer(of: mark.scalar) else { continue }
      while next < taken.count, taken[next].upperBound <= mark.offset { next += 1 }
      guard next == taken.count || !taken[next].contains(mark.offset), isText(mark.offset),
        let found = bracketed(from: mark, closedBy: close)
      else { continue }
      marks.append(found)
    }
    marks += raisedDigits()
    return marks.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static let openers: MarkSet = "[［【"
  private static let circledNumbers: MarkSet = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

  /// Circled numbers at the end of a clause, which cite, and where all others stand; superscripts apart.
  func circled() -> (marks: [CitationMark], others: [Int]) {
    let found = draft.scan.marks(among: Self.circledNumbers)
    guard !found.isEmpty else { return ([], []) }
    let raised = Stretches(
      draft.draft.spans.filter { $0.kind == .noteReference || $0.kind == .superscript }.map(\.text)
    )
    var marks: [CitationMark] = []
    var others: [Int] = []
    for mark in found where !raised.cover(mark.offset) {
      if let number = circledNumber(mark.scalar), isText(mark.offset), endsClause(mark) {
        marks.append(
          CitationMark(style: .circled, range: mark.range, numbers: [number], isCertain: true)
        )
      } else {
        others.append(mark.offset)
      }
    }
    return (marks, others)
  }

  private func endsClause(_ mark: Mark) -> Bool {
    guard !isInTable(mark.offset), let left = draft.scalar(before: mark.offset),
      isHan(left) || "”》％%）".unicodeScalars.contains(left),
      !Self.beforeNumbers.contains(left)
    else { return false }
    guard let right = draft.scalar(from: mark.range.upperBound) else { return true }
    return "。，；！？".unicodeScalars.contains(right)
  }

  /// What stands before the number of a figure, a step, a choice.
  private static let beforeNumbers = Set("图表式题项条第见及和与或至到选骤类型级组列注".unicodeScalars)

  /// `¹`, `²`, `³` as characters.
  private func raisedDigits() -> [CitationMark] {
    var marks: [CitationMark] = []
    guard draft.grams.mayHold(anyOf: raisedSigns) else { return marks }
    let lead: [UInt8] = [0xC2]
    var index = 0
    while index < draft.text.count,
      let next = firstOffset(
        of: lead.span,
        in: draft.text.span.extracting(index..<draft.text.count)
      )
    {
      let start = index + next
      index = start + 2
      guard let number = raisedNumber(at: start), isText(start), !isExponent(start..<start + 2),
        raisedNumber(at: index) == nil, raisedNumber(at: start - 2) == nil
      else { continue }
      marks.append(CitationMark(range: start..<index, numbers: [number]))
    }
    return marks
  }

  private func raisedNumber(at offset: Int) -> Int? {
    guard offset >= 0 else { return nil }
    return switch draft.text.scalar(at: offset) {
    case "¹": 1
    case "²": 2
    case "³": 3
    default: nil
    }
  }

  private func closer(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "[": "]"
    case "［": "］"
    case "【": "】"
    default: nil
    }
  }

  /// Marks that the draft sets apart, ascending and apart: notes' references and superscripts.
  private func spanMarks() -> [CitationMark] {
    var marks: [CitationMark] = []
    for span in draft.draft.spans where span.kind == .noteReference || span.kind == .superscript {
      guard span.text.lowerBound >= marks.last?.range.upperBound ?? 0,
        isText(span.text.lowerBound)
      else { continue }
      let text = draft.draft.string(in: span.text).trimmingBlanks
      if span.kind == .noteReference, text.hasPrefix("[^"), text.hasSuffix("]") {
        let label = String(text.dropFirst(2).dropLast())
        marks.append(CitationMark(style: .note, range: span.text, label: label, isCertain: true))
      } else if let numbers = numbers(inSuperscript: text) {
        let isCircled = text.unicodeScalars.first.flatMap(circledNumber) != nil
        let isBracketed = text.unicodeScalars.contains { "[［【".unicodeScalars.contains($0) }
        let isBare = !isCircled && !isBracketed
        guard !isBare || !isExponent(span.text) else { continue }
        let style: CitationMark.Style = isCircled ? .circled : .numeric
        marks.append(
          CitationMark(style: style, range: span.text, numbers: numbers, isCertain: true)
        )
      }
    }
    return marks
  }

  private func numbers(inSuperscript text: String) -> [Int]? {
    let scalars = Array(text.unicodeScalars)
    if scalars.count == 1, let number = circledNumber(scalars[0]) { return [number] }
    let inner = text.drop { "[［【".contains($0) }.prefix { !"]］】)）".contains($0) }
    return markNumbers(String(inner))
  }

  /// Behind a letter, a digit or 米 a raised number is a power or a unit's.
  private func isExponent(_ range: Range<Int>) -> Bool {
    guard let left = draft.scalar(before: range.lowerBound) else { return true }
    if left == "米" || left == "克" || left == "秒" { return true }
    return left.properties.isAlphabetic && !isHan(left) || decimalDigit(left) != nil || left == "-"
  }

  /// `[1]`, `[1,3]`, `［2］`; nil for what is none.
  private func bracketed(from mark: Mark, closedBy close: Unicode.Scalar) -> CitationMark? {
    let start = mark.range.upperBound
    var index = start
    while index < min(start + 24, draft.text.count), let scalar = draft.text.scalar(at: index) {
      if scalar == close { break }
      guard decimalDigit(scalar) != nil || Self.separators.contains(scalar) else { return nil }
      index += UTF8.width(scalar)
    }
    guard draft.text.scalar(at: index) == close,
      let numbers = markNumbers(draft.draft.string(in: start..<index))
    else { return nil }
    let range = mark.offset..<index + UTF8.width(close)
    guard !startsLine(range.lowerBound),
      draft.scan.span(covering: range, of: [.code, .address]) == nil
    else { return nil }
    let left = draft.scalar(before: range.lowerBound)
    let isPlain = draft.draft.string(in: start..<index).unicodeScalars.allSatisfy {
      decimalDigit($0) != nil
    }
    let right = draft.scalar(from: range.upperBound)
    let isCertain =
      mark.scalar != "【" && isPlain && !isInTable(range.lowerBound)
      && right.map { !isHan($0) } ?? true && !draft.stands(Self.keys, before: range.lowerBound)
      && left.map { isHan($0) || isChineseMark($0) || $0 == "%" || $0 == "％" } == true
    return CitationMark(range: range, numbers: numbers, isCertain: isCertain)
  }

  private static let separators = Set(",，、-–—~～ ；;".unicodeScalars)

  /// What stands before the number of a key or a choice.
  private static let keys = Phrases("按 回复 选 选项 输入 发送 拨 答案 编号 按键")

  /// At a line's start a number in brackets is the line's own.
  private func startsLine(_ offset: Int) -> Bool {
    guard let block = draft.block(at: offset) else { return true }
    var end = offset
    while end > block.text.lowerBound, let scalar = draft.text.scalar(before: end) {
      if scalar == "\n" || scalar == "\u{2028}" { return true }
      guard scalar.properties.isWhitespace else { return false }
      end -= UTF8.width(scalar)
    }
    return true
  }

  private func isInTable(_ offset: Int) -> Bool {
    draft.block(at: offset)?.kind == .tableCell
  }

  private func isText(_ offset: Int) -> Bool {
    guard let block = draft.block(at: offset), !block.isHidden, !block.isCode, block.kind != .note
    else { return false }
    return !block.context.contains(.references)
  }
}

private let raisedSigns = ["¹", "²", "³"].map(TextGrams.Sign.init(of:))
