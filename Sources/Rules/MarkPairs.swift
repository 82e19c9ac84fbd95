import ChineseText
import Linting
import Reading

/// An opening mark and the one that closes it.
struct MarkPair: Hashable {
  let open: Mark
  let close: Mark
  /// How many pairs of the same family it stands in.
  let depth: Int

  var range: Range<Int> { open.offset..<close.range.upperBound }
  var inside: Range<Int> { open.range.upperBound..<close.offset }
}

/// The brackets of a draft, paired block by block.
struct BracketPairs {
  /// In the order of their closing marks.
  fileprivate(set) var pairs: [MarkPair] = []
  fileprivate(set) var unpaired: [Mark] = []
}

/// What shape a bracket has, whatever its width, and whether it opens.
enum BracketFamily: Hashable {
  case round
  case square
  case lenticular
  case tortoise
  case curly
  case doubleAngle
  case angle

  static func of(_ scalar: Unicode.Scalar) -> (family: BracketFamily, opens: Bool)? {
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

/// Pairs the brackets of the visible prose; those inside opaque spans pair among themselves as all others do.
func bracketPairs(in draft: ScannedDraft) -> BracketPairs {
  var result = BracketPairs()
  var open: [(mark: Mark, family: BracketFamily)] = []
  var blockEnd = -1
  for mark in draft.scan.marks {
    guard let (family, opens) = BracketFamily.of(mark.scalar) else { continue }
    if mark.offset >= blockEnd {
      result.unpaired += open.map(\.mark)
      open = []
      blockEnd = draft.block(at: mark.offset)?.text.upperBound ?? mark.range.upperBound
    }
    if opens {
      open.append((mark, family))
    } else if let index = open.lastIndex(where: { closes(mark, family, $0.mark, $0.family, draft) })
    {
      let depth = open[..<index].count { $0.family == open[index].family }
      result.pairs.append(MarkPair(open: open[index].mark, close: mark, depth: depth))
      result.unpaired += open[(index + 1)...].map(\.mark)
      open.removeSubrange(index...)
    } else {
      result.unpaired.append(mark)
    }
  }
  result.unpaired += open.map(\.mark)
  result.unpaired.sort { $0.offset < $1.offset }
  return result
}

/// Whether a mark closes an open one: of the same family, `【…]`, or the other end of an interval `(0,5]`.
private func closes(
  _ mark: Mark,
  _ family: BracketFamily,
  _ open: Mark,
  _ openFamily: BracketFamily,
  _ draft: ScannedDraft
) -> Bool {
  if family == openFamily { return true }
  if openFamily == .lenticular, family == .square { return true }
  if openFamily == .square, family == .lenticular { return true }
  let isRoundAndSquare = Set([family, openFamily]) == [.round, .square]
  return isRoundAndSquare && isInterval(open.range.upperBound..<mark.offset, in: draft)
}

/// `0,5`, `18.5，24.0`, `0~5`, `a, b`: what stands between the ends of an interval.
func isInterval(_ inside: Range<Int>, in draft: ScannedDraft) -> Bool {
  let text = draft.draft.string(in: inside)
  guard text.utf8.count <= 40 else { return false }
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
