import ChineseText
import Linting
import Reading
import SourceText

/// Headings: their levels, their length, what stands below them.
enum StructureHeadings {
  static let all: [any Rule] = [skip, empty, tooLong, fake]
}

extension StructureHeadings {
  private static let skip = FamilyRule(
    "structure/heading-skip",
    .suggestion,
    summary: Localized("小标题跳级", "headings that skip a level"),
    why: Localized(
      "小标题逐级使用，读屏软件和目录才能排出层次。",
      "Levels follow each other, or outlines and screen readers fail."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    triggers: .headings,
    cases: [
      .ok("逐级", "# 题目\n\n## 甲\n\n正文。\n\n### 乙\n\n正文。\n\n## 丙\n\n正文。"),
      .ok("署名行用了标题样式", "<h1>听证会公告</h1><h5>来源：县卫生健康局　日期：2026-02-26　编辑：汪洋</h5><p>正文。</p>"),
      .flags("跳级", "# 题目\n\n## 甲\n\n正文。\n\n#### ⟦乙⟧\n\n正文。"),
    ]
  ) { draft in
    var last: Int?
    var faults: [Fault] = []
    guard draft.profile != .wechat else { return [] }
    for block in draft.draft.blocks {
      guard let level = block.headingLevel, !isByline(block, in: draft) else { continue }
      if let last, level > last + 1 {
        let message = Localized(
          "从 \(last) 级直接到了 \(level) 级小标题",
          "from level \(last) straight to level \(level)"
        )
        faults.append(Fault(range: block.text, message: message))
      }
      last = level
    }
    return faults
  }

  /// Whether a heading is a line of sources and dates that was only set like one.
  private static func isByline(_ block: Block, in draft: ScannedDraft) -> Bool {
    draft.draft.metadata.entries.contains {
      $0.origin == .visibleLine && block.holds($0.value.source)
    }
  }

  private static let empty = FamilyRule(
    "structure/heading-empty",
    .warning,
    summary: Localized("小标题下面没有内容", "a heading with nothing below it"),
    why: Localized("有标题而没有正文，多半是漏了一段。", "A heading without a text is mostly a part lost."),
    basis: [Basis("wechat-account-management", "六、2")],
    triggers: .headings,
    cases: [
      .ok("下面是低一级的标题", "# 题目\n\n## 甲\n\n### 乙\n\n正文。"),
      .ok("下面是图", "# 题目\n\n## 甲\n\n![门诊楼](a.png)\n\n## 乙\n\n正文。"),
      .flags("紧接着另一个标题", "# 题目\n\n## ⟦甲⟧\n\n## 乙\n\n正文。"),
      .flags(
        "空的标题标签",
        "<h1>题目</h1><p>正文。</p>⟦<h2> </h2>⟧<p>正文。</p>",
        fixed: "<h1>题目</h1><p>正文。</p><p>正文。</p>"
      ),
    ]
  ) { draft in
    let blanks = draft.draft.blankBlocks.filter(\.isHeading)
      .compactMap { blankHeading($0, in: draft) }
    let headings = draft.draft.blocks.indices.filter { draft.draft.blocks[$0].headingLevel != nil }
    let anchors = (draft.draft.images.map(\.anchor) + draft.draft.media.map(\.anchor)).sorted()
    return blanks
      + headings.compactMap { index in
        let block = draft.draft.blocks[index]
        guard index != draft.draft.titleBlock, let level = block.headingLevel else { return nil }
        let next = index + 1 < draft.draft.blocks.count ? draft.draft.blocks[index + 1] : nil
        let end: Int
        if let next, !next.isHidden {
          guard let nextLevel = next.headingLevel, nextLevel <= level else { return nil }
          end = next.text.lowerBound
        } else {
          end = draft.text.count
        }
        let place = anchors.partitioningIndex { $0 >= block.text.upperBound }
        guard place == anchors.count || anchors[place] > end else { return nil }
        let message = Localized("这个小标题下面没有内容", "nothing stands below this heading")
        return Fault(range: block.text, message: message)
      }
  }

  /// A heading without text; in HTML nothing is lost with its element.
  private static func blankHeading(_ blank: BlankBlock, in draft: ScannedDraft) -> Fault? {
    let message = Localized("这是一个空的标题，请删去", "an empty heading: delete it")
    guard draft.draft.format == .html else {
      return numberSigns(before: blank.source.start, in: draft.draft.source.bytes).map {
        Fault(range: 0..<0, message: message, source: $0)
      }
    }
    let fix = Fix(Localized("删去", "delete it"), .safe, [Edit(blank.source, "")])
    return Fault(range: 0..<0, message: message, fix: fix, source: blank.source)
  }

  /// The `##` of Markdown with nothing but blanks between it and an offset, where its heading has no text to stand at.
  private static func numberSigns(before offset: Int, in source: [UInt8]) -> SourceRange? {
    var end = min(offset, source.count)
    while end > 0, source[end - 1] == 0x20 || source[end - 1] == 0x0A || source[end - 1] == 0x0D {
      end -= 1
    }
    var start = end
    while start > 0, source[start - 1] == UInt8(ascii: "#") { start -= 1 }
    return start < end ? SourceRange(start, end) : nil
  }

  private static let tooLong = FamilyRule(
    "structure/heading-too-long",
    .suggestion,
    summary: Localized("小标题过长", "a heading that is too long"),
    why: Localized("小标题应简洁，超过25个字就成了正文。", "A heading of more than 25 characters is a sentence."),
    basis: [Basis("wechat-account-management", "六、2")],
    triggers: .headings,
    cases: [
      .ok("25个字", "# 题目\n\n## 春季学校传染病防控要抓好晨午检和因病缺勤追踪这两件\n\n正文。"),
      .ok("加粗的整句、正文", "# 题目\n\n**一、每天测量血压，早晚各一次，把数值记在本子上，复诊时带给医生看。**\n\n正文。"),
      .flags("加粗的小标题太长", "# 题目\n\n**⟦二、靠墙静蹲，要点是背部贴住墙面、双脚与肩同宽、膝盖不超过脚尖⟧**\n\n正文。"),
      .flags("太长", "# 题目\n\n## ⟦春季学校传染病防控要抓好晨午检和因病缺勤追踪这两件最要紧的大事情⟧\n\n正文。"),
    ]
  ) { draft in
    draft.draft.blocks.enumerated().compactMap { index, block in
      guard index != draft.draft.titleBlock, block.text.count > 25,
        block.headingLevel != nil || isNumberedLine(block, in: draft), !isByline(block, in: draft)
      else { return nil }
      let count = countedLength(of: block.text, in: draft.text, mode: .word)
      let last = draft.text.scalar(before: block.text.upperBound)
      guard count > (last == "？" ? 30 : 25) else { return nil }
      let message = Localized("小标题 \(count) 个字，宜在 25 个以内", "the heading has \(count) characters")
      return Fault(range: block.text, message: message)
    }
  }

  /// Whether a paragraph is a heading in all but its style: bold from `一、` to its end, and no sentence.
  private static func isNumberedLine(_ block: Block, in draft: ScannedDraft) -> Bool {
    guard block.kind == .paragraph, block.context.isDisjoint(with: apart),
      draft.text.scalar(at: block.text.lowerBound + 3) == "、",
      numbers.end(in: draft.text, at: block.text.lowerBound) != nil,
      draft.text.scalar(before: block.text.upperBound).map(isHan) == true,
      !draft.text.contains(anyOf: ["。", "；"], in: block.text)
    else { return false }
    return draft.draft.spans.contains { $0.kind == .strong && $0.text == block.text }
  }

  private static let apart: Block.Context = [.table, .quote, .list]
  private static let numbers = Phrases("一、 二、 三、 四、 五、 六、 七、 八、 九、 十、")

  private static let fake = FamilyRule(
    "structure/fake-heading",
    .suggestion,
    summary: Localized("用加粗的段落当小标题", "bold paragraphs in place of headings"),
    why: Localized(
      "小标题用标题样式，目录和读屏软件才认得。",
      "Headings set as headings are known to outlines and screen readers."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    cases: [
      .ok("有序号", "**一、报名**\n\n正文一。\n\n**二、考试**\n\n正文二。", profile: .website),
      .ok("公众号没有标题样式", "**病因**\n\n正文一。\n\n**治疗**\n\n正文二。", profile: .wechat),
      .flags("网站", "**⟦病因⟧**\n\n正文一。\n\n**治疗**\n\n正文二。", profile: .website),
    ]
  ) { draft in
    guard draft.profile == .website else { return [] }
    let blocks = draft.draft.blocks
    let numbered = Set(draft.fact(Numberings.self).all.map(\.block))
    var fakes: [Int] = []
    for span in draft.draft.spans where span.kind == .strong && span.text.count <= 75 {
      guard let index = draft.blockIndex(at: span.text.lowerBound), index + 1 < blocks.count,
        blocks[index].text == span.text, blocks[index].kind == .paragraph,
        blocks[index + 1].kind == .paragraph,
        draft.text.scalar(before: span.text.upperBound).map(isHan) == true, fakes.last != index,
        // Numbers show the levels of a notice as well as a style does.
        !numbered.contains(index)
      else { continue }
      fakes.append(index)
    }
    guard fakes.count > 1 else { return [] }
    // One finding speaks for all.
    let message = Localized(
      "有 \(fakes.count) 处用加粗的段落当小标题，宜设为标题",
      "\(fakes.count) bold paragraphs stand for headings: make them headings"
    )
    return [Fault(range: blocks[fakes[0]].text, message: message)]
  }
}
