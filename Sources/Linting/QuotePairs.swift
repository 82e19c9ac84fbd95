package import ChineseText
import Reading

/// The curly and corner quotes of a draft, paired block by block.
package struct QuotePairs: Sendable {
  /// In the order of their closing marks; `depth` counts the pairs of the same family around.
  package fileprivate(set) var pairs: [MarkPair] = []
  package fileprivate(set) var turned: [TurnedPair] = []
  package fileprivate(set) var unpaired: [Mark] = []
}

/// Two quotes around some words of which one or both look the wrong way: `”早发现“`, `“早发现“`, `”早发现”`.
package struct TurnedPair: Sendable {
  package let first: Mark
  package let second: Mark
  fileprivate let family: QuoteFamily

  package var range: Range<Int> { first.offset..<second.range.upperBound }

  /// The marks that have to change, and into what.
  package var corrections: [(range: Range<Int>, text: String)] {
    [(first, family.marks.open), (second, family.marks.close)]
      .filter { $0.0.scalar != $0.1 }
      .map { ($0.0.range, String($0.1)) }
  }
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

  var marks: (open: Unicode.Scalar, close: Unicode.Scalar) {
    switch self {
    case .double: ("“", "”")
    case .single: ("‘", "’")
    case .corner: ("「", "」")
    case .doubleCorner: ("『", "』")
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
  pairing.joinLines()
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
  /// Where the pairs of the block begin in the result.
  private var firstPair = 0
  /// Where its marks without another half begin there.
  private var firstUnpaired = 0

  init(draft: Draft) { self.draft = draft }

  mutating func enterBlock(of mark: Mark) {
    let index = draft.blockIndex(at: mark.offset)
    if index != block {
      finishBlock()
      block = index
      firstPair = result.pairs.count
      firstUnpaired = result.unpaired.count
    }
  }

  mutating func take(_ mark: Mark, _ family: QuoteFamily, opens: Bool) {
    if opens {
      if open.isEmpty, let last = stray.last, last.family == family, isAround(last.mark, mark) {
        stray.removeLast()
        result.turned.append(TurnedPair(first: last.mark, second: mark, family: family))
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
    stray = turnPairs(among: stray)
    closeOuter()
    let known = result.turned.count
    open = turnPairs(among: open)
    lift(from: result.turned[known...])
    result.unpaired += stray.map(\.mark) + open.filter { !runsOn($0) }.map(\.mark)
    open = []
    stray = []
    for index in depths.indices { depths[index] = 0 }
  }

  /// `“…‘…”…”`: where the mark of the outer quotation closes the inner one, the last mark closes the outer.
  private mutating func closeOuter() {
    guard !stray.isEmpty, let index = result.pairs[firstPair...].indices.last,
      mayEndLater(result.pairs[index])
    else { return }
    let alone = stray
    stray = []
    for last in alone {
      let pair = result.pairs[index]
      if last.family == .double, pair.close.offset < last.mark.offset {
        result.pairs[index] = MarkPair(open: pair.open, close: last.mark, depth: 0)
      } else {
        stray.append(last)
      }
    }
  }

  /// Whether the last pair of the block is an outer one that holds an inner mark without another half.
  private func mayEndLater(_ pair: MarkPair) -> Bool {
    pair.depth == 0 && pair.open.scalar == "“"
      && result.unpaired[firstUnpaired...].contains {
        $0.scalar == "‘" && pair.open.offset < $0.offset && $0.offset < pair.close.offset
      }
  }

  /// Of the marks that are left alone, takes neighbours that look the same way around a few words; the rest comes back.
  private mutating func turnPairs(among alone: [Open]) -> [Open] {
    var rest: [Open] = []
    for mark in alone {
      if let last = rest.last, last.family == mark.family, isAround(last.mark, mark.mark),
        isOnePhrase(last.mark.range.upperBound..<mark.mark.offset)
      {
        rest.removeLast()
        result.turned.append(TurnedPair(first: last.mark, second: mark.mark, family: mark.family))
      } else {
        rest.append(mark)
      }
    }
    return rest
  }

  /// The block's pairs behind two marks that seemed to open stand in none of these.
  private mutating func lift(from turned: ArraySlice<TurnedPair>) {
    guard !turned.isEmpty else { return }
    // By family, ascending.
    var marks = [[Int]](repeating: [], count: QuoteFamily.allCases.count)
    for pair in turned {
      marks[pair.family.rawValue] += [pair.first.offset, pair.second.offset]
    }
    for family in marks.indices { marks[family].sort() }
    for index in firstPair..<result.pairs.count {
      let pair = result.pairs[index]
      guard let family = QuoteFamily.of(pair.open.scalar)?.family else { continue }
      let before = marks[family.rawValue].partitioningIndex { $0 >= pair.open.offset }
      let depth = pair.depth - before
      result.pairs[index] = MarkPair(open: pair.open, close: pair.close, depth: depth)
    }
  }

  /// The first mark stands before text, the second behind it.
  private func isAround(_ first: Mark, _ second: Mark) -> Bool {
    let inside = first.range.upperBound..<second.offset
    guard let after = draft.text.scalar(at: inside.lowerBound),
      let before = draft.text.scalar(before: inside.upperBound)
    else { return false }
    return !isChineseMark(after)
      && (!isChineseMark(before) || "。！？…）》".unicodeScalars.contains(before))
  }

  /// Short, and no sentence ends in it but at its end.
  private func isOnePhrase(_ inside: Range<Int>) -> Bool {
    guard inside.count <= Self.longestPhrase else { return false }
    var offset = inside.lowerBound
    while offset < inside.upperBound, let scalar = draft.text.scalar(at: offset) {
      offset += UTF8.width(scalar)
      if "。！？；\u{2028}".unicodeScalars.contains(scalar), offset < inside.upperBound { return false }
    }
    return true
  }

  /// In bytes: forty Han characters.
  private static let longestPhrase = 120

  /// Takes two marks that are left alone as one quotation of several short lines, as verses and letters have them.
  mutating func joinLines() {
    var rest: [Mark] = []
    for mark in result.unpaired {
      if let last = rest.last, spansLines(from: last, to: mark) {
        rest.removeLast()
      } else {
        rest.append(mark)
      }
    }
    result.unpaired = rest
  }

  private func spansLines(from open: Mark, to close: Mark) -> Bool {
    guard let opening = QuoteFamily.of(open.scalar), let closing = QuoteFamily.of(close.scalar),
      opening.family == closing.family, opening.opens, !closing.opens,
      let first = draft.blockIndex(at: open.offset), let last = draft.blockIndex(at: close.offset),
      (1...Self.mostLines).contains(last - first)
    else { return false }
    return draft.blocks[first...last].allSatisfy {
      $0.kind == draft.blocks[first].kind && $0.text.count <= Self.longestLine
    }
  }

  private static let mostLines = 12
  /// In bytes: twenty-six Han characters and their mark.
  private static let longestLine = 81

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
