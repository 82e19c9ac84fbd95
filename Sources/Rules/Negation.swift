import ChineseText
import Linting
import Reading

/// Whether words before a part of the prose deny it (handbook, compliance §1.3, guard N).
struct Negation {
  let draft: ScannedDraft

  /// A word of denial stands at most six characters before the offset, in the same clause.
  ///
  /// Words that only hold its character (不孕, 无痛, 级别) are no denial.
  func covers(_ offset: Int) -> Bool {
    let sentence = draft.sentence(at: offset)
    guard sentence.lowerBound < offset else { return false }
    let text = draft.text
    // Fourteen characters of three bytes: no word of denial lies farther off.
    var start = max(sentence.lowerBound, offset - 42)
    while start < offset, text[start] & 0xC0 == 0x80 { start += 1 }
    while start < offset {
      if let end = Self.harmless.end(in: text, at: start), end <= offset {
        start = end
      } else if let end = Self.denials.end(in: text, at: start), end <= offset {
        if isNear(end..<offset) { return true }
        start = end
      } else {
        start += 1
        while start < offset, text[start] & 0xC0 == 0x80 { start += 1 }
      }
    }
    return false
  }

  private func isNear(_ between: Range<Int>) -> Bool {
    guard between.count <= 24 else { return false }
    var count = 0
    for scalar in draft.draft.string(in: between).unicodeScalars {
      if "，,。；;！!？?".unicodeScalars.contains(scalar) { return false }
      count += 1
    }
    return count <= 6
  }

  private static let denials = Phrases(
    "不 没 无 非 未 勿 莫 别 难以 避免 杜绝 禁止 严禁 拒绝 谨防 警惕 抵制 谢绝 打击 整治 查处 取缔"
  )
  /// The longest first.
  private static let harmless = Phrases(
    "不用吃药 不用手术 不用开刀 不用打针 无需手术 无需开刀 不孕不育 未成年人 不可思议 不一样 不开刀 不手术 不打针 不吃药 不住院 不节食 不运动 不反弹 "
      + "不复发 不留疤 不出血 不出门 不花钱 不锈钢 没想到 无障碍 不动产 未成年 不甘心 不得不 无非是 不一定非 "
      + "不育 不孕 不仅 不但 不断 不同 不少 不良 不适 不妨 不料 不愧 不久 不止 不限 不明 不足 不管 不论 不光 不只 不舒 不痛 不疼 不安 "
      + "无痛 无创 无菌 无线 无数 无论 无锡 无疑 无偿 无缝 无烟 无比 无限 无私 无忧 无愧 无毒 "
      + "非常 非洲 非遗 非典 除非 非凡 未来 未婚 未知 特别 分别 区别 级别 性别 识别 鉴别 告别 个别 类别 差别 甄别 辨别 别人 别的 别墅 没收 "
      + "莫名 莫过 勿忘"
  )
}
