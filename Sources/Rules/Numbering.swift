import ChineseText
import Linting
import Reading

/// The number that a block opens with, in one of the forms of GB/T 15834 B.3.
struct Numbering {
  /// From the highest level to the lowest.
  enum Form: Int, CaseIterable {
    /// `一、`
    case chapter
    /// `（一）`
    case section
    /// `1.`, `1、`
    case item
    /// `（1）`
    case point
    /// `①`
    case circle
  }

  let form: Form
  let value: Int
  /// Whether it may be the start of something else: `3.8万人`, `二、三层`.
  var isDoubtful = false
  /// The number with its marks.
  let range: Range<Int>
  /// Of the block, in `Draft.blocks`.
  let block: Int
}

/// The numbered blocks of the visible prose in reading order; table cells, captions, code and references are none.
struct Numberings: DraftFact {
  private(set) var all: [Numbering] = []

  init(_ draft: ScannedDraft) {
    let text = draft.text
    for (index, block) in draft.draft.blocks.enumerated() {
      switch block.kind {
      case .paragraph, .heading, .listItem: break
      default: continue
      }
      guard block.context.isDisjoint(with: apart), index != draft.draft.titleBlock,
        let numbering = numbering(of: block.text, index, in: text)
      else { continue }
      all.append(numbering)
    }
  }
}

private let apart: Block.Context = [.table, .figure, .references, .quote, .foreign]

private func numbering(of text: Range<Int>, _ block: Int, in bytes: [UInt8]) -> Numbering? {
  guard let first = bytes.scalar(at: text.lowerBound) else { return nil }
  if (0x2460...0x2473).contains(first.value) {
    let range = text.lowerBound..<text.lowerBound + 3
    return Numbering(form: .circle, value: Int(first.value - 0x245F), range: range, block: block)
  }
  let isBracketed = first == "（" || first == "("
  let start = text.lowerBound + (isBracketed ? UTF8.width(first) : 0)
  guard let (value, isHan, end) = number(at: start, before: text.upperBound, in: bytes),
    value > 0, end < text.upperBound, let mark = bytes.scalar(at: end)
  else { return nil }
  let range = text.lowerBound..<end + UTF8.width(mark)
  if isBracketed {
    guard mark == "）" || mark == ")" else { return nil }
    return Numbering(form: isHan ? .section : .point, value: value, range: range, block: block)
  }
  let next = bytes.scalar(at: range.upperBound)
  // `一.` is a number with a wrong mark, of which another rule tells.
  guard mark == "、" || mark == "." || mark == "．" else { return nil }
  let isDoubtful = next.map { isHan ? hanDigits.contains($0) : isASCIIDigit($0) } ?? true
  return Numbering(
    form: isHan ? .chapter : .item,
    value: value,
    isDoubtful: isDoubtful,
    range: range,
    block: block
  )
}

/// A number up to 99 in Han or ASCII digits.
private func number(
  at start: Int,
  before limit: Int,
  in bytes: [UInt8]
) -> (value: Int, isHan: Bool, end: Int)? {
  var value = 0
  var end = start
  while end < limit, end - start < 2, isDigitByte(bytes[end]) {
    value = value * 10 + Int(bytes[end] - 0x30)
    end += 1
  }
  if end > start { return end < limit && isDigitByte(bytes[end]) ? nil : (value, false, end) }
  var tens = 0
  var ones = 0
  while end < limit, end - start < 9, let scalar = bytes.scalar(at: end) {
    if scalar == "十", tens == 0 {
      tens = max(ones, 1)
      ones = 0
    } else if ones == 0, let digit = hanDigits.firstIndex(of: scalar) {
      ones = digit + 1
    } else {
      break
    }
    end += UTF8.width(scalar)
  }
  return end > start ? (tens * 10 + ones, true, end) : nil
}

private let hanDigits = Array("一二三四五六七八九".unicodeScalars)
