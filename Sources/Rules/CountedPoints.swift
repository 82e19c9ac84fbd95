import ChineseText
import Linting
import Reading

extension StructureNumbering {
  /// A count with its points in the same paragraph: `三点不足：一是……；二是……`.
  static let pointed = gated(
    "(?<![第前后十百几约0-9一二三四五六七八九])(?:[二两三四五六七八九十]|[2-9])(?:大|个)?(?:方面|点|条|项|个|种|类|步|件)"
      + "[^。！？；：\\n一二三]{0,10}(?:[：:，]\\s?(?:一是|第一，|首先，)|[：:]\\s?(?:一要|一看|一查|一防|一忌|一戒|一讲|一勤|一早|一多|一少|一问|一听|一测|一不))"
  )

  /// A count with the things right behind it, as in `以下四样东西：身份证、医保卡和病历。`.
  static let listed = gated(
    "(?:以下|下列|如下)(?:[二两三四五六七八九十]|[2-9])(?:样|种|类|项|件|份|张)[^，。；：！？\\n]{0,6}[：:][^，。；：！？（）()“”\\n]{4,80}(?=。|$)"
  )

  /// How many points a paragraph tells behind an announcement: 一是, 二是 and so on, or 第一, 第二.
  private static func pointCount(from start: Int, in block: Block, _ draft: ScannedDraft) -> Int {
    // `一要`: the same word goes on behind 二 and 三.
    let word = draft.text.scalar(before: start).flatMap { isHan($0) ? String(Character($0)) : nil }
    let rest = start..<block.text.upperBound
    var count = 1
    for digit in ["二", "三", "四", "五", "六", "七", "八", "九", "十"] {
      let points: [String] = [digit + (word ?? "是"), digit + "是", "第" + digit + "，"]
      let marks: [String] = ["；", "，", "。", "！", "？", "\u{2028}"].flatMap { mark in
        points.map { point in mark + point }
      }
      guard draft.text.contains(anyOf: marks, in: rest) else { break }
      count += 1
    }
    return count
  }

  /// The faults of counts whose things stand behind them in one sentence.
  static func listedFaults(in draft: ScannedDraft) throws -> [Fault] {
    try listed.matches(in: draft).compactMap { match in
      guard let announced = count(in: match, draft),
        let colon = draft.scan.marks(in: match).first(where: {
          "：:".unicodeScalars.contains($0.scalar)
        })
      else { return nil }
      let list = colon.range.upperBound..<match.upperBound
      let commas = draft.scan.marks(in: list).filter { $0.scalar == "、" }
      guard let last = commas.last else { return nil }
      // 和 joins the last two things, or belongs to one.
      let tail = last.range.upperBound..<list.upperBound
      let most =
        commas.count + (draft.text.contains(anyOf: ["和", "及", "与", "或"], in: tail) ? 2 : 1)
      guard announced < commas.count + 1 || announced > most,
        !draft.text.contains(anyOf: ["和", "及", "与", "等", "或"], in: list.lowerBound..<last.offset),
        !draft.text.contains(anyOf: ["等"], in: tail)
      else { return nil }
      return mismatch(of: match.lowerBound..<colon.offset, announced: announced, listed: most)
    }
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
