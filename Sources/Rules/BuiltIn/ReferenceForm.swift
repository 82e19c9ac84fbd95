import ChineseText
import Linting
import Reading

/// How single entries of references are written (GB/T 7714).
enum ReferenceForm {
  static let all: [any Rule] = [typeMark, incomplete]

  fileprivate static let basis = [
    Basis("wechat-account-management", "六、3"), Basis("gbt-7714", ""),
  ]
}

extension ReferenceForm {
  private static let typeMark = FamilyRule(
    "citation/entry-type-mark",
    .suggestion,
    summary: Localized("文献没有类型标识", "a reference without the mark of its type"),
    why: Localized(
      "按国家标准著录的文献在题名后标明类型，如图书[M]、期刊[J]、网页[EB/OL]；读者据此去查找。",
      "References in the form of the standard mark the type behind the title, as [M], [J] or [EB/OL]."
    ),
    basis: basis,
    cases: [
      .ok("有标识", "参考文献\n\n[1] 张三. 高血压防治[M]. 北京: 甲出版社, 2020: 12-15."),
      .ok("不按标准著录的来源", "参考文献\n\n1. 国家卫生健康委：《成人糖尿病食养指南（2023年版）》。"),
      .flags("图书", "参考文献\n\n[1] ⟦张三. 高血压防治. 人民卫生出版社, 2020.⟧"),
      .flags(
        "网页没有标明载体",
        "参考文献\n\n[1] ⟦李四. 手卫生[EB]. (2024-05-01)[2025-03-01]. https://www.example.cn/a.⟧"
      ),
    ]
  ) { draft in
    try faults(in: draft) { parts in
      guard parts.isStandardForm else { return nil }
      guard let type = parts.type else {
        let likely = likelyType(of: parts)
        return Localized(
          "题名后缺文献类型标识" + (likely.map { "，这一条宜标 [\($0)]" } ?? "，如 [M] [J] [EB/OL]"),
          "the mark of the type is missing behind the title" + (likely.map { ": [\($0)]" } ?? "")
        )
      }
      guard parts.address != nil, !parts.hasIdentifier, !parts.isMarkedOnline else { return nil }
      return Localized(
        "联机文献的标识应写明载体：[\(type)/OL]",
        "a work online is marked [\(type)/OL]"
      )
    }
  }

  private static func likelyType(of parts: ReferenceParts) -> String? {
    if parts.address != nil { return "EB/OL" }
    if parts.hasNumber { return "S" }
    if parts.hasPlaceInIssue, !parts.hasPublisher { return "J" }
    return parts.hasPublisher ? "M" : nil
  }

  private static let incomplete = FamilyRule(
    "citation/entry-incomplete",
    .suggestion,
    summary: Localized("文献缺少必要的项目", "a reference that lacks what is needed to find it"),
    why: Localized(
      "缺年份、卷期或出版者的文献查不到原文；没有年份，读者也不知道是哪一版。",
      "Without year, issue or publisher nobody finds the work, nor knows which edition it is."
    ),
    basis: basis,
    cases: [
      .ok("期刊", "参考文献\n\n[1] 张三, 李四. 手卫生依从性研究[J]. 中华甲杂志, 2024, 32(7): 603-700."),
      .ok(
        "标准、网页",
        "参考文献\n\n[1] 手卫生规范: WS/T 313—2019[S].\n\n[2] 甲. 问答[EB/OL]. (2024-05-01)[2025-03-01]. https://www.example.cn/a."
      ),
      .ok("成书的规程", "参考文献\n\n[1] 甲中心. 血液净化标准操作规程（2021版）[S]. 北京: 甲出版社, 2021."),
      .ok("没有编号的工作规范", "参考文献\n\n[1] 甲局. 狂犬病暴露预防处置工作规范（2023年版）[S]. 2023."),
      .ok("单位和年份都有", "参考文献\n\n1. 国家卫生健康委：《成人糖尿病食养指南（2023年版）》。"),
      .flags("只有题名", "参考文献\n\n[1] ⟦高血压指南.⟧"),
      .flags("期刊没有卷期页", "参考文献\n\n[1] ⟦张三. 手卫生依从性研究[J]. 中华甲杂志, 2024.⟧"),
    ]
  ) { draft in
    var faults = try faults(in: draft) { parts in
      let lacking = lacking(in: parts)
      guard !lacking.isEmpty else { return nil }
      return Localized(
        "缺" + lacking.map(\.zh).joined(separator: "、"),
        "lacks " + lacking.map(\.en).joined(separator: ", ")
      )
    }
    for index in faults.indices where faults[index].message.zh.contains("年份") {
      faults[index].severity = .warning
    }
    return faults
  }

  private static let year = Localized("年份", "the year")
  private static let issue = Localized("卷期和页码", "volume, issue and pages")
  private static let publisher = Localized("出版地和出版者", "place and publisher")

  private static func lacking(in parts: ReferenceParts) -> [Localized] {
    guard parts.type != nil || parts.isStandardForm else {
      // Plain words are complete where they name a work and its year.
      return parts.hasYear || parts.isInTitleMarks || parts.address != nil || parts.hasIdentifier
        || parts.stopCount == 0 ? [] : [year]
    }
    var lacking: [Localized] = []
    if !parts.hasYear, !(parts.type == "S" && parts.hasNumber) { lacking.append(year) }
    if parts.type == "J", !parts.hasPlaceInIssue, !parts.hasIdentifier { lacking.append(issue) }
    if parts.type == "M", !parts.hasPublisher { lacking.append(publisher) }
    if parts.type == "S", !parts.hasNumber, !parts.hasPublisher, !parts.title.contains("年版") {
      lacking.append(Localized("标准编号", "the number"))
    }
    if parts.type == "EB", parts.address == nil {
      lacking.append(Localized("网址", "the address"))
    }
    return lacking
  }

  /// What a test says of entries that are more than an address.
  private static func faults(
    in draft: ScannedDraft,
    _ message: (ReferenceParts) -> Localized?
  ) throws -> [Fault] {
    try draft.fact(ReadReferences.self).all.compactMap { reference in
      guard !reference.parts.isBareAddress, let message = message(reference.parts) else {
        return nil
      }
      return Fault(
        range: reference.trimmedRange(in: draft),
        message: message
      )
    }
  }
}

extension ReadReference {
  /// The entry without its number and the white space around.
  func trimmedRange(in draft: ScannedDraft) -> Range<Int> {
    var range = entry.text..<entry.range.upperBound
    while let scalar = draft.text.scalar(at: range.lowerBound), range.count > 1,
      scalar.properties.isWhitespace
    {
      range = range.lowerBound + UTF8.width(scalar)..<range.upperBound
    }
    return range
  }
}
