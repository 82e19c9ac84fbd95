import Linting
import Reading
import SourceText

/// Flags text that a comment or a tag without an end has swallowed.
struct TextInMarkup: Rule {
  let info = RuleInfo(
    id: "structure/text-in-markup",
    summary: Localized("标记没有写完整，里面的文字读者看不到", "text is lost in markup without an end"),
    why: Localized(
      "注释少了「-->」、标签少了「>」，后面的文字就成了标记的一部分，读者看不到，检查时也不当正文读（只看其中有没有个人信息和涉密标志）。",
      "A comment without “-->” or a tag without “>” swallows what follows: readers never see it, and it is judged for personal data and secrets only."
    ),
    basis: [Basis("wechat-account-management", "三、2")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("注释有结尾", "<p>多喝水。</p><!-- 图片待补 --><p>勤洗手。</p>"),
    .ok("大于号、小于号", "<p>体温 < 38℃，多喝水。</p>"),
    .flags("注释没有结尾", "<p>多喝水。</p>⟦<!--⟧ 图片待补<p>勤洗手。</p>"),
    .flags("标签没有结尾", "<p>多喝水。</p>⟦<p⟧ title=\"勤洗手，"),
    .flags("不是网页的写法", "<p>多喝水。</p>⟦<![CDATA[⟧勤洗手。]]>"),
  ]

  func check(_ text: ScannedDraft) throws -> [Finding] {
    let source = text.draft.source.bytes
    return text.brokenMarkup.compactMap { markup in
      guard holdsText(source[markup.range.start..<markup.range.end]) else { return nil }
      return finding(.lost, at: opening(of: markup, in: source))
    }
  }

  /// Whether at least two characters stand there that are not ASCII.
  private func holdsText(_ part: ArraySlice<UInt8>) -> Bool {
    part.lazy.filter { $0 >= 0xC0 }.prefix(2).count == 2
  }

  /// The mark that opens the markup.
  private func opening(of markup: BrokenMarkup, in source: [UInt8]) -> SourceRange {
    let start = markup.range.start
    if markup.kind == .script {
      let tag = source[..<start].lastIndex(of: UInt8(ascii: "<")) ?? start
      return SourceRange(tag, start)
    }
    let name = source[start..<markup.range.end].prefix(9).dropFirst().prefix { byte in
      byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: ">")
    }
    return SourceRange(start, start + 1 + name.count)
  }
}

extension Localized {
  fileprivate static let lost = Localized(
    "从这里起的文字成了标记的一部分，读者看不到：请补上结尾的「-->」或「>」",
    "from here on text is part of the markup and nobody sees it: write the “-->” or “>” that ends it"
  )
}
