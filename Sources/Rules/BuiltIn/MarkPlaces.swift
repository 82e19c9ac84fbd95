import ChineseText
import Linting
import Reading

/// Rules about where marks stand: beside spaces, at the ends of lines.
enum MarkPlaces {
  static let all: [any Rule] = [spaces, lineStart, lineEnd]

  private static let spaces = FamilyRule(
    "punctuation/space-around-mark",
    .warning,
    summary: Localized("中文标点旁边有空格", "a space beside a Chinese mark"),
    why: Localized("中文标点自带空隙，旁边不加空格。", "Chinese marks carry their own gap."),
    basis: [Basis("gbt-15834", "5.1")],
    marks: "，。、；：？！）》”】〉〕（《“【〈〔",
    beside: " ",
    cases: [
      .ok("外文、署名、换行", "Hand hygiene matters, always. 撰文：王一 编辑：李二\n\n多喝水，\n少熬夜。"),
      .ok("两个空格以上是对齐", "地址：一路1号。    电话：12345。"),
      .flags("点号前", "多喝水⟦ ⟧，少熬夜。", fixed: "多喝水，少熬夜。"),
      .flags("括号里", "流感疫苗（⟦ ⟧三价）。", fixed: "流感疫苗（三价）。"),
    ]
  ) { mark, draft in
    switch mark.scalar {
    case "，", "。", "、", "；", "：", "？", "！", "）", "》", "”", "】", "〉", "〕":
      return space(before: mark, in: draft)
    case "（", "《", "“", "【", "〈", "〔": return space(after: mark, in: draft)
    default: return nil
    }
  }

  private static let extraSpace = Localized(
    "标点旁边的空格多余",
    "the space beside the mark is one too many"
  )

  /// One space, no run of them, between a word and a closing mark.
  private static func space(before mark: Mark, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    let start = mark.offset - 1
    guard start > 0, text[start] == 0x20, let word = text.scalar(before: start),
      isHan(word) || isAlphanumeric(word) || isCloser(word),
      // The space parts an address from the mark, which programs would take for its end.
      draft.scan.span(covering: start - 1..<start, of: [.address]) == nil,
      !draft.scan.isOpaque(at: mark.offset)
    else { return nil }
    return draft.fault(at: start..<mark.offset, extraSpace, writing: "", .safe)
  }

  private static func space(after mark: Mark, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    let start = mark.range.upperBound
    guard start + 1 < text.count, text[start] == 0x20, let word = text.scalar(at: start + 1),
      isHan(word) || isAlphanumeric(word), !draft.scan.isOpaque(at: mark.offset)
    else { return nil }
    return draft.fault(at: start..<start + 1, extraSpace, writing: "", .safe)
  }

  private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "）", "》", "”", "】", "℃", "%": true
    default: false
    }
  }

  private static let lineStart = FamilyRule(
    "punctuation/line-start-mark",
    .error,
    summary: Localized("段首或行首是点号、后引号、后括号", "a line that starts with a stop or a closing mark"),
    why: Localized("点号和后引号、后括号不出现在一行之首。", "Stops and closing marks do not start a line."),
    basis: [Basis("gbt-15834", "5.1")],
    marks: "。，、；：？）》】”",
    beside: "\u{2028}\u{2029}",
    cases: [
      .ok("可以在行首的标点", "——摘自手册\n\n……都要当心。\n\n“早发现”\n\n《指南》（节选）"),
      .ok("叹号当图标", "！注意"),
      .flags("逗号开头的段", "接种后留观30分钟\n\n⟦，⟧再离开。"),
    ]
  ) { mark, draft in
    guard isBreak(before: mark.offset, in: draft.text),
      draft.text.scalar(at: mark.range.upperBound).map({ isHan($0) || isAlphanumeric($0) })
        ?? false,
      let block = draft.block(at: mark.offset), block.kind != .tableCell,
      !draft.scan.isOpaque(at: mark.offset)
    else { return nil }
    let message = Localized(
      "行首不能是「\(mark.scalar)」",
      "a line does not start with “\(mark.scalar)”"
    )
    return Fault(range: mark.range, message: message)
  }

  /// Whether what stands at an offset parts lines or blocks, or is the end of the text.
  private static func isBreak(at offset: Int, in text: [UInt8]) -> Bool {
    guard offset + 2 < text.count else { return offset >= text.count }
    // U+2028 and U+2029.
    return text[offset + 2] & 0xFE == 0xA8 && text[offset + 1] == 0x80 && text[offset] == 0xE2
  }

  /// Whether what stands before an offset parts lines or blocks, or there is nothing.
  private static func isBreak(before offset: Int, in text: [UInt8]) -> Bool {
    offset <= 0 || offset >= 3 && isBreak(at: offset - 3, in: text)
  }

  private static let lineEnd = FamilyRule(
    "punctuation/line-end-open",
    .error,
    summary: Localized("段末是前引号、前括号", "a paragraph that ends with an opening mark"),
    why: Localized(
      "前引号、前括号、前书名号后面没有内容，多半是漏了字。",
      "An opening mark with nothing behind it betrays lost text."
    ),
    basis: [Basis("gbt-15834", "5.1")],
    marks: "“‘（【《〔〈「『",
    beside: "\u{2028}\u{2029}",
    cases: [
      .ok("成对", "请携带《健康手册》"),
      .ok("句末", "请携带“两证”。"),
      .flags("后面没有了", "请携带身份证和⟦《⟧"),
    ]
  ) { mark, draft in
    guard isBreak(at: mark.range.upperBound, in: draft.text),
      // A mark alone in its block is an ornament around the next one.
      draft.block(at: mark.offset)?.text != mark.range, !draft.scan.isOpaque(at: mark.offset)
    else { return nil }
    let message = Localized("「\(mark.scalar)」后面没有内容", "nothing stands behind “\(mark.scalar)”")
    return Fault(range: mark.range, message: message)
  }
}
