package import ChineseText
package import Reading

/// An opening mark and the one that closes it.
package struct MarkPair: Hashable, Sendable {
  package let open: Mark
  package let close: Mark
  /// How many pairs of the same family it stands in.
  package let depth: Int

  package var range: Range<Int> { open.offset..<close.range.upperBound }
  package var inside: Range<Int> { open.range.upperBound..<close.offset }
}

/// The brackets of a draft, paired block by block.
package struct BracketPairs: Sendable {
  /// In the order of their closing marks.
  package fileprivate(set) var pairs: [MarkPair] = []
  package fileprivate(set) var unpaired: [Mark] = []
}

/// What shape a bracket has, whatever its width, and whether it opens.
package enum BracketFamily: Int, CaseIterable, Sendable {
  case round
  case square
  case lenticular
  case tortoise
  case curly
  case doubleAngle
  case angle

  package static func of(_ scalar: Unicode.Scalar) -> (family: BracketFamily, opens: Bool)? {
    switch scalar {
    case "(", "（": (.round, true)
    case ")", "）": (.round, false)
    case "[", "［": (.square, true)
    case "]", "］": (.square, false)
    case "【": (.lenticular, true)
    case "】": (.lenticular, false)
    case "〔": (.tortoise, true)
    case "〕": (.tortoise, false)
    case "{", "｛": (.curly, true)
    case "}", "｝": (.curly, false)
    case "《": (.doubleAngle, true)
    case "》": (.doubleAngle, false)
    case "〈": (.angle, true)
    case "〉": (.angle, false)
    default: nil
    }
  }
}

private let brackets: MarkSet = "(（)）[［]］【】〔〕{｛}｝《》〈〉"

/// Pairs the brackets of the visible prose; those inside opaque spans pair among themselves as all others do.
func bracketPairs(of scan: TextScan, in draft: Draft) -> BracketPairs {
  var pairing = BracketPairing(draft: draft)
  for mark in scan.marks(among: brackets) {
    guard let (family, opens) = BracketFamily.of(mark.scalar) else { continue }
    pairing.enterBlock(of: mark)
    if opens { pairing.open(mark, family) } else { pairing.close(mark, family) }
  }
  pairing.finishBlock()
  pairing.result.unpaired.sort { $0.offset < $1.offset }
  return pairing.result
}

private struct BracketPairing {
  let draft: Draft
  var result = BracketPairs()
  private var stack: [(mark: Mark, family: BracketFamily)] = []
  /// How many of each family the stack holds.
  private var depths = [Int](repeating: 0, count: BracketFamily.allCases.count)
  private var blockEnd = -1

  init(draft: Draft) { self.draft = draft }

  mutating func enterBlock(of mark: Mark) {
    guard mark.offset >= blockEnd else { return }
    finishBlock()
    blockEnd = draft.block(at: mark.offset)?.text.upperBound ?? mark.range.upperBound
  }

  mutating func open(_ mark: Mark, _ family: BracketFamily) {
    stack.append((mark, family))
    depths[family.rawValue] += 1
  }

  mutating func close(_ mark: Mark, _ family: BracketFamily) {
    guard depths[family.rawValue] > 0 || closesTop(mark, family) else {
      result.unpaired.append(mark)
      return
    }
    while let top = stack.last {
      let isMatch = top.family == family || closesTop(mark, family)
      pop()
      if isMatch {
        let depth = depths[top.family.rawValue]
        result.pairs.append(MarkPair(open: top.mark, close: mark, depth: depth))
        return
      }
      result.unpaired.append(top.mark)
    }
  }

  mutating func finishBlock() {
    guard !stack.isEmpty else { return }
    result.unpaired += stack.map(\.mark)
    stack.removeAll(keepingCapacity: true)
    for index in depths.indices { depths[index] = 0 }
  }

  private mutating func pop() {
    guard let top = stack.popLast() else { return }
    depths[top.family.rawValue] -= 1
  }

  /// Whether the mark closes the last open one though their shapes differ: `【…]`, or an interval `(0,5]`.
  private func closesTop(_ mark: Mark, _ family: BracketFamily) -> Bool {
    guard let top = stack.last else { return false }
    switch (top.family, family) {
    case (.lenticular, .square), (.square, .lenticular): return true
    case (.round, .square), (.square, .round):
      return isInterval(top.mark.range.upperBound..<mark.offset, in: draft)
    default: return false
    }
  }
}

/// `0,5`, `18.5，24.0`, `0~5`, `a, b`: what stands between the ends of an interval.
package func isInterval(_ inside: Range<Int>, in draft: Draft) -> Bool {
  guard inside.count <= 40 else { return false }
  let text = draft.string(in: inside)
  let separators: Set<Unicode.Scalar> = [",", "，", "~", "～", "、"]
  var hasSeparator = false
  for scalar in text.unicodeScalars {
    if separators.contains(scalar) {
      hasSeparator = true
    } else if !isAlphanumeric(scalar) && !" .+-−–∞%℃".unicodeScalars.contains(scalar) {
      return false
    }
  }
  return hasSeparator
}
