import ChineseText
import Linting
import Reading

/// Flags drafts that speak of suicide and tell nobody where to find help.
enum SuicideHotline {
  static let all: [any Rule] = [missing]

  private static let missing = FamilyRule(
    "dignity/suicide-hotline",
    .warning,
    summary: Localized("谈到自杀而没有求助方式", "suicide without a way to find help"),
    why: Localized(
      "读到这类内容的人可能正需要帮助，文末应附心理援助热线。",
      "Readers of such texts may be in need; the text ends with a helpline."
    ),
    basis: [Basis("who-suicide-guide", ""), Basis("mental-health-law", "第四条")],
    patterns: [topic, help],
    triggers: .patterns([topic]),
    cases: [
      .ok("有热线", "近期出现青少年自残个案。\n\n如需帮助，可拨打心理援助热线12356。"),
      .ok("死因统计表", "| 死因 | 例数 |\n| --- | --- |\n| 自杀 | 3 |"),
      .ok("保险条款", "自伤、自杀不属于意外伤害保险责任。"),
      .flags("没有热线", "近期出现青少年⟦自残⟧个案。"),
    ]
  ) { draft in
    let topics = try topic.matches(in: draft)
    guard !topics.isEmpty, try help.matches(in: draft).isEmpty else { return [] }
    let own = try draft.fact(DocumentClass.self)
    if own.isAmong([.policy, .procure, .recruit, .publicity]) { return [] }
    let first = try topics.first { match in
      guard let block = draft.block(at: match.lowerBound), block.kind != .tableCell,
        !block.isCode, !block.context.contains(.references),
        !draft.scan.isOpaque(at: match.lowerBound),
        draft.scan.span(covering: match, of: [.titleMarks]) == nil
      else { return false }
      return try !guards.excuse(match, in: draft)
    }
    guard let first else { return [] }
    let message = Localized(
      "谈到「\(draft.draft.string(in: first))」，文末请附：如需帮助，可拨打全国统一心理援助热线12356",
      "add the helpline 12356 at the end"
    )
    return [Fault(range: first, message: message)]
  }

  private static let topic = gated(
    "自杀(?!基因|式|性)|轻生|自残|自伤(?!害)|结束(?:自己|年轻)?的?生命|跳楼(?!价|机|甩)|割腕|自缢|自尽|寻短见|投河|卧轨|服毒|(?<!误)(?:喝|服)(?:下|了|过)?[^，。；误]{0,6}农药(?=[^。；]{0,8}(?:走了|身亡|去世|死|想死))"
  )
  private static let help = gated("12356|12355|心理援助|危机干预热线|心理热线|拨打120|拨打110|希望24")
  private static let guards: Guards = {
    var guards = Guards([.lawText])
    guards.notIn = SentenceTest(
      "保险|理赔|责任免除|工伤|死因|死亡原因|细胞|袭击|爆炸|演练|模拟|第[一二三四五六七八九十百]+条|袭"
    )
    return guards
  }()
}
