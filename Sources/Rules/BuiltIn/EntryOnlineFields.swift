import Linting
import Reading

/// Flags references online without a title, a date, or the day they were read.
struct EntryOnlineFields: Rule {
  let info = RuleInfo(
    id: "citation/entry-online-fields",
    summary: Localized("网上文献缺题名、日期或引用日期", "a reference online without title, date or access date"),
    why: Localized(
      "网页会改、会删；写明题名、发布日期和引用日期，读者才知道当时看到的是什么。",
      "Pages change and vanish: title, date and access date tell what was read."
    ),
    basis: [Basis("wechat-account-management", "六、3"), Basis("gbt-7714", "")],
    severity: .suggestion
  )

  let cases: [RuleCase] = [
    .ok(
      "齐全",
      "参考文献\n\n[1] 国家卫生健康委. 关于做好手卫生的通知[EB/OL]. (2024-05-01)[2025-03-01]. https://www.example.gov.cn/a/b."
    ),
    .ok("有DOI的期刊", "参考文献\n\n[1] 张三. 手卫生[J/OL]. 甲杂志, 2024, 3(1): 2-5. https://doi.org/10.1000/a1."),
    .ok("用平常话写的来源", "参考资料\n\n1. 国家卫生健康委：《手卫生指南》（2024年），https://www.example.gov.cn/a/b"),
    .flags("只有网址", "参考文献\n\n[1] ⟦https://www.example.gov.cn/a/b⟧"),
    .flags(
      "没有引用日期",
      "参考文献\n\n[1] ⟦国家卫生健康委. 关于做好手卫生的通知[EB/OL]. (2024-05-01). https://www.example.gov.cn/a/b.⟧"
    ),
  ]

  /// The edition of GB/T 7714: that of 2015 asks for access dates of articles with a DOI as well.
  var edition = 2025

  func configured(by options: inout RuleOptions) -> Self {
    var rule = self
    rule.edition = options.int("edition", among: [2015, 2025]) ?? edition
    return rule
  }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    var findings: [Finding] = []
    for reference in try draft.fact(ReadReferences.self).all {
      let lacking = lacking(in: reference.parts)
      guard !lacking.isEmpty else { continue }
      let message = Localized(
        "缺" + lacking.map(\.zh).joined(separator: "、"),
        "lacks " + lacking.map(\.en).joined(separator: ", ")
      )
      findings.append(finding(message, at: reference.trimmedRange(in: draft), in: draft))
    }
    for note in draft.draft.notes {
      guard let block = note.blocks.first, block < draft.draft.blocks.count else { continue }
      let text = draft.draft.blocks[block].text
      guard draft.text.contains(anyOf: ["http", "www."], in: text),
        try ReferenceParts(draft.draft.string(in: text)).isBareAddress
      else { continue }
      findings.append(finding(.onlyAddress, at: text, in: draft))
    }
    return findings
  }

  private func lacking(in parts: ReferenceParts) -> [Localized] {
    guard parts.address != nil else { return [] }
    if parts.isBareAddress { return [Self.title, Self.date] }
    var lacking: [Localized] = []
    if !parts.hasYear { lacking.append(Self.date) }
    let needsAccess = parts.type != nil && (edition < 2025 || !parts.hasIdentifier)
    if needsAccess, !parts.hasAccessDate { lacking.append(Self.access) }
    return lacking
  }

  private static let title = Localized("题名", "a title")
  private static let date = Localized("发布日期", "a date")
  private static let access = Localized("引用日期（如 [2025-03-01]）", "the access date, as [2025-03-01]")
}

extension Localized {
  fileprivate static let onlyAddress = Self(
    "脚注只有网址：请写明发布单位、题名和日期",
    "the note is a mere address: name the publisher, the title and the date"
  )
}
