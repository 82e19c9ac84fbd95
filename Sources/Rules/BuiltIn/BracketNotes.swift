import ChineseText
import Linting
import Reading

/// Rules about notes in brackets and the brackets of document numbers.
enum BracketNotes {
  static let all: [any Rule] = [stops, documentNumber]

  private static let stops = FamilyRule(
    "punctuation/bracket-stop",
    .warning,
    summary: Localized("句内括号前或括号里多了点号", "a stop before or inside a bracket of the sentence"),
    why: Localized(
      "句内括号只注释前面的词，紧贴在它后面；括号里末尾不用句号。",
      "A bracket inside a sentence follows its word and has no full stop at its end."
    ),
    basis: [Basis("gbt-15834", "B.2.2")],
    triggers: .marks("（"),
    cases: [
      .ok("句外括号", "请遵医嘱。（完）\n\n多喝水。（记者 王一）"),
      .ok("序号、疑问", "要求如下，（一）预约；（二）登记，效果（？）不明，空腹（8小时以上）抽血。"),
      .flags("括号里", "空腹（8小时以上⟦。⟧）抽血。", fixed: "空腹（8小时以上）抽血。"),
      .flags("括号前", "发热⟦，⟧（38.5℃以上）要就诊。", fixed: "发热（38.5℃以上）要就诊。"),
    ]
  ) { draft in
    draft.brackets.pairs.flatMap { pair -> [Fault] in
      guard pair.open.scalar == "（", pair.close.scalar == "）",
        !draft.scan.isOpaque(at: pair.open.offset)
      else { return [] }
      return [before(pair, in: draft), inside(pair, in: draft)].compactMap { $0 }
    }
  }

  private static func before(_ pair: MarkPair, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    guard text.scalar(before: pair.open.offset) == "，", pair.open.offset > 3,
      pair.inside.count > 6, !isSequence(pair.inside, of: text),
      let next = text.scalar(at: pair.close.range.upperBound), isHan(next) || next == "，",
      draft.scan.marks(in: pair.inside).allSatisfy({ $0.scalar != "，" && $0.scalar != "。" })
    else { return nil }
    let comma = pair.open.offset - 3..<pair.open.offset
    let message = Localized("句内括号前的逗号多余", "the comma before the bracket is one too many")
    return draft.fault(at: comma, message, writing: "", .unsafe)
  }

  /// `一`, `12`, `a`.
  private static func isSequence(_ inside: Range<Int>, of text: [UInt8]) -> Bool {
    var index = inside.lowerBound
    while index < inside.upperBound, let scalar = text.scalar(at: index) {
      guard isAlphanumeric(scalar) || "一二三四五六七八九十".unicodeScalars.contains(scalar) else {
        return false
      }
      index += UTF8.width(scalar)
    }
    return true
  }

  private static func inside(_ pair: MarkPair, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    guard text.scalar(before: pair.close.offset) == "。", pair.inside.count > 3,
      let before = draft.scalar(before: pair.open.offset, skippingSpaces: true),
      isHan(before) || isAlphanumeric(before),
      let next = text.scalar(at: pair.close.range.upperBound),
      isHan(next) || "，。；、".unicodeScalars.contains(next)
    else { return nil }
    let stop = pair.close.offset - 3..<pair.close.offset
    // Whole sentences in brackets keep their stops.
    let marks = draft.scan.marks(in: pair.inside.lowerBound..<stop.lowerBound)
    guard marks.allSatisfy({ $0.scalar != "。" && $0.scalar != "！" && $0.scalar != "？" }) else {
      return nil
    }
    let message = Localized("句内括号里末尾不用句号", "a bracket inside a sentence has no full stop")
    return draft.fault(at: stop, message, writing: "", .unsafe)
  }

  private static let documentNumber = FamilyRule(
    "punctuation/doc-number-bracket",
    .error,
    summary: Localized("发文字号的年份没有用六角括号", "the year of a document number in other brackets than 〔〕"),
    why: Localized("发文字号的年份用六角括号「〔〕」。", "The year of a document number stands in 〔〕."),
    basis: [Basis("gbt-15834", "4.9.3.4"), Basis("gbt-9704", "7.2.5")],
    cases: [
      .ok("六角括号、案号", "国卫办医函〔2024〕15号，（2024）浙01民初1号，指南（2024）。"),
      .ok("年份之后没有号", "《办法》（2024年修订）第5条。"),
      .flags("方括号", "国卫办医函⟦[2024]⟧15号", fixed: "国卫办医函〔2024〕15号"),
    ]
  ) { draft in
    draft.scan.protectedSpans.compactMap { span in
      span.kind == .identifier ? yearBracket(of: span.range, in: draft) : nil
    }
  }

  /// The brackets of `[2024]15号`, where they are no 〔〕.
  private static func yearBracket(of span: Range<Int>, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    guard let open = text.scalar(at: span.lowerBound),
      "([（［【".unicodeScalars.contains(open)
    else { return nil }
    let closing = span.lowerBound + UTF8.width(open) + 4
    guard closing < span.upperBound, let close = text.scalar(at: closing),
      ")]）］】".unicodeScalars.contains(close)
    else { return nil }
    let first = span.lowerBound..<span.lowerBound + UTF8.width(open)
    let last = closing..<closing + UTF8.width(close)
    let fix = draft.fix(
      Localized("改为六角括号", "use 〔〕"),
      .safe,
      replacing: [(first, "〔"), (last, "〕")]
    )
    let message = Localized("发文字号的年份用六角括号「〔〕」", "the year of a document number stands in 〔〕")
    return Fault(range: first.lowerBound..<last.upperBound, message: message, fix: fix)
  }
}
