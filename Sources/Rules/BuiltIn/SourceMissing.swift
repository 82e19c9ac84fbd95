import Linting
import Reading
import SourceText

/// Flags drafts that do not say where they come from.
struct SourceMissing: Rule {
  let info = RuleInfo(
    id: "metadata/source-missing",
    summary: Localized("没有注明信息来源", "no source of the information"),
    why: Localized(
      "上传信息应注明信息来源；来源不明的信息不予上传。",
      "What is published states its source; information of unknown origin is not published."
    ),
    basis: [Basis("website-management", "四、（六）1")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("正文前的来源行", "# 夏季防蚊\n\n来源：本院心内科　编辑：吴倩\n\n清理积水。"),
    .ok("公众号本身就是来源", "<a id=\"js_name\">青禾镇卫生院</a><div id=\"js_content\"><p>清理积水。</p></div>"),
    .ok("落款就是来源", "# 停诊通知\n\n口腔科停诊。\n\n青禾镇卫生院\n\n2026年3月1日"),
    .ok("文末署名", "# 夏季防蚊\n\n清理积水。\n\n（公共卫生科 李敏 供稿）"),
    .ok("落款的小结", "# 第三季度小结\n\n累计签约三千人。\n\n青禾镇卫生院\n\n2026年10月9日"),
    .ok("作者写了单位", "# 夏季防蚊\n\n作者：青禾镇卫生院 李敏　编辑：吴倩　审核：何志远\n\n清理积水。"),
    .flags("没有来源", "# 夏季防蚊\n\n清理积水。"),
    .flags("别的都有，就缺来源", "# 夏季防蚊\n\n作者：公共卫生科 李敏　编辑：吴倩　审核：何志远\n\n清理积水。"),
    .flags("来源还没有填", "---\ntitle: 夏季防蚊\nsource: ⟦待补⟧\n---\n\n清理积水。"),
  ]

  var patterns: [GatedPattern] { Reprints.patterns }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    var unfilled: Placed?
    let isSigned = isSignedThroughout(draft.draft)
    for entry in draft.draft.metadata.entries where isSource(entry.key) {
      let value = entry.value.string.trimmingBlanks
      if value.isEmpty || Self.anonymous.contains(value) { continue }
      if isSigned, entry.key == "author", !Self.organisations.stands(in: value) { continue }
      guard isUnfilled(value) else { return [] }
      unfilled = unfilled ?? entry.value
    }
    // The issuer of a notice and the outlet of a reprint are sources, wherever they stand.
    let notice = try draft.fact(NoticeParts.self)
    if notice.isNotice, notice.issuer != nil { return [] }
    let reprints = try draft.fact(Reprints.self)
    if reprints.declaration != nil || reprints.statements.contains(where: \.isExplicit) {
      return []
    }
    if unfilled == nil, try endsSigned(draft) { return [] }
    if let unfilled, !unfilled.source.isEmpty { return [finding(.unfilled, at: unfilled.source)] }
    return [finding(.missing)]
  }

  /// Whether the text names its writer or ends with an organisation and a day, or its title names who announces it.
  private func endsSigned(_ draft: ScannedDraft) throws -> Bool {
    if try draft.fact(ArticleSignature.self).namesSource { return true }
    let signature = try NoticeParts.signature(of: draft.draft)
    if signature.issuer != nil && signature.date != nil { return true }
    return try NoticeParts.isNamedInTitle(draft.draft)
  }

  /// Whether a line names author, editor and reviewer: of such a line the source is missing as a field.
  private func isSignedThroughout(_ draft: Draft) -> Bool {
    Byline(draft).lineNames(["author", "editor", "reviewer"])
  }

  private static let organisations = LiteralSet([
    "医院", "卫生院", "保健院", "服务中心", "疾控", "委员会", "局", "学会", "协会", "大学", "学院",
  ])

  /// A by-line names who answers for the text as well as a source does.
  private func isSource(_ key: String) -> Bool { key == "source" || key == "author" }

  private static let anonymous: Set = ["小编", "佚名", "匿名", "编者", "编辑", "本站", "admin", "管理员"]
}

extension Localized {
  fileprivate static let missing = Self(
    "没有注明信息来源：请加一行「来源：……」，或在元数据里写 source",
    "no source: add a line 来源：…, or source in the metadata"
  )
  fileprivate static let unfilled = Self(
    "信息来源还没有填写：请写明提供内容的单位或科室",
    "the source is not filled in: name the organisation or department"
  )
}
