package import ChineseText
import Reading

/// The curly and corner quotes of a draft, paired block by block.
package struct QuotePairs: Sendable {
  /// In the order of their closing marks; `depth` counts the pairs of the same family around.
  package fileprivate(set) var pairs: [MarkPair] = []
  /// A closing mark that stands where an opening one should, and the opening one that closes it.
  package fileprivate(set) var reversed: [(first: Mark, second: Mark)] = []
  package fileprivate(set) var unpaired: [Mark] = []
}

/// Quotes of one shape.
enum QuoteFamily: Int, CaseIterable {
  case double
  case single
  case corner
  case doubleCorner

  static func of(_ scalar: Unicode.Scalar) -> (family: QuoteFamily, opens: Bool)? {
    switch scalar {
    case "“": (.double, true)
    case "”": (.double, false)
    case "‘": (.single, true)
    case "’": (.single, false)
    case "「": (.corner, true)
    case "」": (.corner, false)
    case "『": (.doubleCorner, true)
    case "』": (.doubleCorner, false)
    default: nil
    }
  }
}

private let quotes: MarkSet = "“”‘’「」『』"

/// Pairs the quotes of the visible prose.
func quotePairs(of scan: TextScan, in draft: Draft) -> QuotePairs {
  var pairing = QuotePairing(draft: draft)
  for mark in scan.marks(among: quotes) {
    guard let (family, opens) = QuoteFamily.of(mark.scalar),
      !scan.isOpaque(at: mark.offset),
      !isApostrophe(mark, in: draft)
    else { continue }
    pairing.enterBlock(of: mark)
    pairing.take(mark, family, opens: opens)
  }
  pairing.finishBlock()
  pairing.result.unpaired.sort { $0.offset < $1.offset }
  return pairing.result
}

private struct QuotePairing {
  typealias Open = (mark: Mark, family: QuoteFamily)

  let draft: Draft
  var result = QuotePairs()
  private var open: [Open] = []
  /// How many of each family are open.
  private var depths = [Int](repeating: 0, count: QuoteFamily.allCases.count)
  /// Closing marks without an opening one, which may turn out to be reversed.
  private var stray: [Open] = []
  private var block: Int?

  init(draft: Draft) { self.draft = draft }

  mutating func enterBlock(of mark: Mark) {
    let index = draft.blockIndex(at: mark.offset)
    if index != block {
      finishBlock()
      block = index
    }
  }

  mutating func take(_ mark: Mark, _ family: QuoteFamily, opens: Bool) {
    if opens {
      if open.isEmpty, let last = stray.last, last.family == family, isReversed(last.mark, mark) {
        stray.removeLast()
        result.reversed.append((last.mark, mark))
      } else {
        open.append((mark, family))
        depths[family.rawValue] += 1
      }
    } else if depths[family.rawValue] > 0 {
      close(mark, family)
    } else {
      stray.append((mark, family))
    }
  }

  private mutating func close(_ mark: Mark, _ family: QuoteFamily) {
    while let top = open.popLast() {
      depths[top.family.rawValue] -= 1
      if top.family == family {
        let depth = depths[family.rawValue]
        result.pairs.append(MarkPair(open: top.mark, close: mark, depth: depth))
        return
      }
      result.unpaired.append(top.mark)
    }
  }

  mutating func finishBlock() {
    guard !stray.isEmpty || !open.isEmpty else { return }
    result.unpaired += stray.map(\.mark) + open.filter { !runsOn($0) }.map(\.mark)
    open = []
    stray = []
    for index in depths.indices { depths[index] = 0 }
  }

  /// `”早发现“`: the first stands before text, the second behind it.
  private func isReversed(_ first: Mark, _ second: Mark) -> Bool {
    let inside = first.range.upperBound..<second.offset
    guard let after = draft.text.scalar(at: inside.lowerBound),
      let before = draft.text.scalar(before: inside.upperBound)
    else { return false }
    return !isChineseMark(after)
      && (!isChineseMark(before) || "。！？…）》".unicodeScalars.contains(before))
  }

  /// A quotation of several paragraphs: each opens with the mark, only the last closes (GB/T 15834 4.8.3.5).
  private func runsOn(_ open: Open) -> Bool {
    guard let block, block + 1 < draft.blocks.count else { return false }
    let next = draft.blocks[block + 1]
    guard next.kind == draft.blocks[block].kind else { return false }
    var offset = next.text.lowerBound
    while offset < next.text.upperBound, let scalar = draft.text.scalar(at: offset) {
      guard scalar == "\u{3000}" || scalar == "\u{A0}" || scalar == " " else {
        return scalar == open.mark.scalar
      }
      offset += UTF8.width(scalar)
    }
    return false
  }
}

/// `Alzheimer’s`, `’90`.
private func isApostrophe(_ mark: Mark, in draft: Draft) -> Bool {
  guard mark.scalar == "’" || mark.scalar == "‘" else { return false }
  let left = draft.text.scalar(before: mark.offset)
  let right = draft.text.scalar(at: mark.range.upperBound)
  let isAfterLetter = left.map(isAlphanumeric) ?? false
  let isBeforeLetter = right.map(isAlphanumeric) ?? false
  return mark.scalar == "’" && isAfterLetter && (isBeforeLetter || right == " ")
}
