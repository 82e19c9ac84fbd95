import ChineseText
import Linting
import Reading

extension StructureNumbering {
  /// A count with its points in the same paragraph: `三点不足：一是……；二是……`.
  static let pointed = gated(
    "(?<![第前后十百几约0-9一二三四五六七八九])(?:[二两三四五六七八九十]|[2-9])(?:大|个)?(?:方面|点|条|项|个|种|类|步|件)"
      + "[^。！？；：\\n一二三]{0,10}[：:，]\\s?(?:一是|第一，|首先，)"
  )

  /// How many points a paragraph tells behind an announcement: 一是, 二是 and so on, or 第一, 第二.
  private static func pointCount(from start: Int, in block: Block, _ draft: ScannedDraft) -> Int {
    let rest = start..<block.text.upperBound
    var count = 1
    for digit in ["二", "三", "四", "五", "六", "七", "八", "九", "十"] {
      let marks = ["；", "，", "。", "！", "？", "\u{2028}"].flatMap {
        [$0 + digit + "是", $0 + "第" + digit + "，"]
      }
      guard draft.text.contains(anyOf: marks, in: rest) else { break }
      count += 1
    }
    return count
  }

  /// The faults of counts whose points stand in the same paragraph.
  static func pointedFaults(in draft: ScannedDraft) throws -> [Fault] {
    try pointed.matches(in: draft).compactMap { match in
      guard let block = draft.block(at: match.lowerBound), let announced = count(in: match, draft),
        let colon = draft.scan.marks(in: match).first(where: {
          "：:，".unicodeScalars.contains($0.scalar)
        }),
        draft.text.scalar(before: match.upperBound) != "，" || colon.scalar != "，"
      else { return nil }
      let listed = pointCount(from: match.upperBound, in: block, draft)
      // The points may go on in the next paragraph.
      guard listed > announced || draft.text.scalar(before: block.text.upperBound) == "。" else {
        return nil
      }
      return mismatch(of: match.lowerBound..<colon.offset, announced: announced, listed: listed)
    }
  }
}
