import Linting
import Reading
import SourceText

/// What a draft says of itself: who wrote, edited and approved it, where it belongs.
///
/// Most drafts are pasted without any of this, and the release form has it. So a field is a fault where it stands
/// there and is empty, and a name is missing only where a line names all the others.
enum MetadataFields {
  static let all: [any Rule] = [
    authorMissing, editorMissing, reviewerMissing, columnMissing, departmentMismatch, digestMissing,
    coverMissing,
  ]

  private static let basis = [
    Basis("wechat-account-management", "三、2"), Basis("website-management", "四、（三）"),
  ]
}

extension MetadataFields {
  private static let authorMissing = FamilyRule(
    "metadata/author-missing",
    .warning,
    summary: Localized("没有写作者", "no author"),
    why: Localized(
      "读者要知道是谁写的、凭什么写；作者空着，出了错也找不到人核实。",
      "Readers want to know who wrote a text; without an author nobody can be asked."
    ),
    basis: basis,
    cases: [
      .ok("有作者", "---\nauthor: 内一科 李敏\n---\n\n正文。"),
      .ok("供稿科室就是作者", "来源：青禾镇卫生院　供稿：内一科　编辑：吴倩　审核：何志远\n\n正文。"),
      .ok("通知不署作者", "---\nclass: notice\neditor: 吴倩\n---\n\n正文。"),
      .ok("科室的公告", "来源：青禾镇卫生院财务科　编辑：吴倩　审核：何志远\n\n正文。"),
      .ok("以单位名义", "# 拟录用人员名单\n\n来源：青禾镇卫生院　编辑：吴倩　审核：何志远\n\n正文。"),
      .ok("转载的，来源就是作者", "来源：中国疾控中心，转载已获授权\n\n编辑：吴倩　审核：何志远\n\n正文。"),
      .flags("作者还没有填", "---\nauthor: ⟦待补⟧\n---\n\n正文。"),
      .ok("文末署了名", "---\nclass: news\n---\n\n我院举行义诊。（宣传科 李敏 报道）"),
      .flags("说了是新闻", "---\nclass: news\n---\n\n我院举行义诊。"),
      .flags("编辑、审核都有，就缺作者", "⟦来源：青禾镇卫生院　编辑：吴倩　审核：何志远⟧\n\n正文。"),
    ]
  ) { draft in
    let byline = Byline(draft.draft)
    // Whom health education lacks `health-claim/` tells.
    if try draft.fact(DocumentClass.self).isDeclared([.kepu]) { return [] }
    if let place = byline.unfilled("author") {
      return [Fault(range: 0..<0, message: .author, source: place)]
    }
    guard !byline.names("author"), !byline.lineNames(["department"]),
      try !draft.fact(DocumentClass.self).isDeclared(withoutAuthor)
    else { return [] }
    if try draft.fact(ArticleSignature.self).namesAuthor || isTakenOver(draft.draft) { return [] }
    if byline.isReported { return [Fault(range: 0..<0, message: .author, source: .init(0, 0))] }
    guard byline.lineNames(["source", "editor", "reviewer"]), let line = byline.line,
      try !goesOutUnsigned(draft)
    else { return [] }
    return [Fault(range: line, message: .author)]
  }

  /// Whether a draft looks like what an organisation or a department sends out in its own name.
  private static func goesOutUnsigned(_ draft: ScannedDraft) throws -> Bool {
    if try draft.fact(DocumentClass.self).isAmong(withoutAuthor) { return true }
    if let title = draft.draft.title, official.stands(in: title.text, of: draft.text) {
      return true
    }
    guard let source = draft.draft.metadata["source"]?.string.trimmingBlanks else { return false }
    return departments.contains(where: source.hasSuffix)
  }

  private static let official = LiteralSet([
    "公告", "公示", "通知", "通告", "说明", "名单", "目录", "讣告", "沉痛悼念", "公开信", "倡议书", "的信", "听证", "处罚", "更正",
    "声明", "致歉", "一览", "安排", "时间表", "招聘", "采购", "招标", "磋商", "中标", "预算", "决算", "年报", "年度报告", "制度",
    "办法", "须知", "致辞", "讲话", "寄语", "贺信",
  ])
  private static let departments = [
    "科", "部", "股", "处", "办公室", "室", "组", "大队", "支队", "团委", "工会", "党委", "采购中心",
  ]

  /// Whether the line of sources says that the text is another publisher's, whose name stands for the author.
  private static func isTakenOver(_ draft: Draft) -> Bool {
    guard let source = draft.metadata["source"]?.string else { return false }
    return ["转载", "授权", "转自"].contains(where: source.contains)
  }

  /// Classes that go out in the organisation's name.
  private static let withoutAuthor: DocumentClass.Kinds = [
    .notice, .policy, .publicity, .procure, .recruit, .qa,
  ]

  private static let editorMissing = FamilyRule(
    "metadata/editor-missing",
    .suggestion,
    summary: Localized("没有写编辑", "no editor"),
    why: Localized("写明责任编辑，发现差错时知道找谁改。", "A named editor can be told of mistakes."),
    basis: basis,
    cases: [
      .ok("有编辑", "来源：青禾镇卫生院　作者：李敏　责编：吴倩　审核：何志远\n\n正文。"),
      .ok("只有来源和日期", "来源：青禾镇卫生院　发布日期：2026年3月1日\n\n正文。"),
      .ok("没有说明任何人", "# 防蚊\n\n正文。"),
      .flags("作者、审核都有，就缺编辑", "⟦来源：青禾镇卫生院　作者：李敏　审核：何志远⟧\n\n正文。"),
      .flags("编辑还没有填", "---\neditor: ⟦待定⟧\n---\n\n正文。"),
    ]
  ) { draft in
    Byline(draft.draft).faults(
      for: "editor",
      beside: ["source", "author", "reviewer"],
      Localized("没有写编辑，宜写明责任编辑", "name the editor")
    )
  }

  private static let reviewerMissing = FamilyRule(
    "metadata/reviewer-signoff-missing",
    .warning,
    summary: Localized("没有写审核人", "no reviewer"),
    why: Localized(
      "信息发布实行审核制；写明审核人，才看得出这篇稿子有人把过关。",
      "What is published is reviewed; the reviewer’s name shows that somebody did."
    ),
    basis: basis,
    cases: [
      .ok("三审都写了", "来源：青禾镇卫生院　作者：李敏　编辑：吴倩　初审：何志远　终审：陶喆\n\n正文。"),
      .ok("只有来源和作者", "来源：青禾镇卫生院　作者：李敏\n\n正文。"),
      .flags("作者、编辑都有，就缺审核", "⟦来源：青禾镇卫生院　作者：李敏　编辑：吴倩⟧\n\n正文。"),
      .flags("只有来源和日期的新闻", "---\nclass: news\n---\n\n来源：青禾镇卫生院　发布日期：2026年3月1日\n\n正文。"),
      .flags(
        "新闻只写了作者",
        "---\nclass: news\ncolumn: 医院动态\n---\n\n来源：青禾镇卫生院　作者：李敏　发布日期：2026年3月1日\n\n正文。"
      ),
      .flags("发布表就缺审核", "---\nclass: qa\nsource: 青禾镇卫生院\nauthor: 门诊部\neditor: 吴倩\n---\n\n正文。"),
      .flags("审核还没有填", "---\nreviewer: ⟦待定⟧\n---\n\n正文。"),
    ]
  ) { draft in
    if try draft.fact(DocumentClass.self).isDeclared([.kepu]) { return [] }
    return Byline(draft.draft).faults(
      for: "reviewer",
      beside: ["source", "author", "editor"],
      Localized("没有写审核人，请写明初审、复审、终审", "name the reviewers")
    )
  }

  private static let columnMissing = unfilled(
    "metadata/column-missing",
    .error,
    key: "column",
    summary: Localized("没有选栏目", "no column"),
    why: Localized(
      "信息按栏目归口审核；没有栏目，就不知道由谁审、发到哪里。",
      "Each column has its reviewers; without a column nobody knows who approves."
    ),
    ok: "---\ncolumn: 健康科普\n---\n\n正文。",
    message: Localized("栏目还没有填写", "the column is not filled in")
  )

  private static let departmentMismatch = FamilyRule(
    "metadata/department-column-mismatch",
    .error,
    summary: Localized("投稿科室不是栏目的责任科室", "a draft for another department's column"),
    why: Localized(
      "信息按栏目归口管理：由责任科室提供并初审；受托代拟的要写明。",
      "Each column has the department that answers for it; who writes on its behalf says so."
    ),
    basis: [Basis("website-management", "四、（一）")],
    cases: [
      .ok("没有设置栏目的责任科室", "---\ncolumn: 医保政策\ndepartment: 骨科\n---\n\n正文。"),
      .ok("责任科室", "---\ncolumn: 门诊排班\ndepartment: 门诊部\n---\n\n正文。", columns: ownDepartment),
      .ok("受托", "---\ncolumn: 门诊排班\ndepartment: 宣传科（受门诊部委托）\n---\n\n正文。", columns: ownDepartment),
      .flags("别的科室", "---\ncolumn: 门诊排班\ndepartment: ⟦骨科⟧\n---\n\n正文。", columns: ownDepartment),
    ]
  ) { draft in
    let metadata = draft.draft.metadata
    guard !draft.columns.isEmpty, let column = metadata["column"]?.string,
      let owner = draft.columns[column]?.department, let department = metadata["department"],
      !isUnfilled(department.string), !department.string.contains(owner),
      !owner.contains(department.string), !department.string.contains("受托")
    else { return [] }
    let message = Localized(
      "「\(column)」由\(owner)负责，「\(department.string)」投稿须由其委托",
      "\(owner) answers for \(column), not \(department.string)"
    )
    return [Fault(range: 0..<0, message: message, source: department.source)]
  }

  private static let ownDepartment = {
    var setting = ColumnSetting()
    setting.department = "门诊部"
    return ["门诊排班": setting]
  }()

  private static let digestMissing = unfilled(
    "metadata/digest-missing",
    .suggestion,
    key: "digest",
    summary: Localized("没有写摘要", "no digest"),
    why: Localized(
      "摘要空着，平台会取正文的前54个字，常常是一句没头没尾的话。",
      "Without a digest the platform shows the first 54 characters of the text."
    ),
    ok: "---\ndigest: 清积水，防蚊子。\n---\n\n正文。",
    message: Localized("摘要还没有填写", "the digest is not filled in")
  )

  private static let coverMissing = unfilled(
    "metadata/cover-missing",
    .suggestion,
    key: "cover",
    summary: Localized("没有封面图", "no cover picture"),
    why: Localized("没有封面图的文章在列表里只有一块灰底。", "Without a cover the list shows a grey square."),
    ok: "---\ncover: images/cover.jpg\n---\n\n正文。",
    message: Localized("封面图还没有选", "the cover is not chosen")
  )

  /// A rule about a field that stands there without a value.
  private static func unfilled(
    _ id: String,
    _ severity: Severity,
    key: String,
    summary: Localized,
    why: Localized,
    ok: String,
    message: Localized
  ) -> FamilyRule {
    FamilyRule(
      id,
      severity,
      summary: summary,
      why: why,
      basis: [Basis("wechat-account-management", "三、2")],
      cases: [
        .ok("写了", ok),
        .ok("没有这一项", "---\ntitle: 防蚊\n---\n\n正文。"),
        .flags("还没有填", "---\n\(key): ⟦待补⟧\n---\n\n正文。"),
      ]
    ) { draft in
      Byline(draft.draft).unfilled(key).map {
        [Fault(range: 0..<0, message: message, source: $0)]
      } ?? []
    }
  }
}

extension Localized {
  fileprivate static let author = Self(
    "没有写作者，请写明作者或供稿科室",
    "name the author or the department"
  )
}
