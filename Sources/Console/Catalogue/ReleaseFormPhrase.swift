import Linting

/// 《网络信息发布表》 as it is printed.
enum ReleaseFormPhrase: String, Phrases {
  case title
  case subtitle
  case relaxedNotice
  case matter
  case itsTitle
  case draftClass
  case column
  case channels
  case department
  case submitter
  case officePhone
  case source
  case content
  case contentCount
  case files
  case digest
  case revisions
  case revisionLine
  case declarations
  case publicBasis
  case publicity
  case personalData
  case minors
  case authors
  case medicalReviewer
  case factCheckedBy
  case rights
  case rightsLine
  case generated
  case concerns
  case escalations
  case urgent
  case urgency
  case planned
  case expires
  case note
  case check
  case verdict
  case findings
  case rules
  case day
  case noResult
  case ruleset
  case waivers
  case rule
  case reason
  case asked
  case decision
  case until
  case opinions
  case stage
  case opinion
  case voter
  case time
  case seen
  case void
  case signatures
  case opinionLine
  case signature
  case signatureDate
  case confirmation
  case confirmWithin
  case confirmBy
  case publishing
  case permit
  case permitLine
  case publication
  case publicationLine
  case verificationLine
  case retraction
  case codes
  case contentCode
  case checkpoint
  case noCheckpoint
  case policy
  case separator
  case none

  var text: Localized {
    switch self {
    case .title: Localized("网络信息发布表", "Release form for online publication")
    case .subtitle:
      Localized(
        "{id} · 第 {revision} 稿 · 打印于 {time}",
        "{id} · revision {revision} · printed {time}"
      )
    case .relaxedNotice:
      Localized(
        "小单位模式：以下签批放宽了岗位分离要求",
        "Small unit: separation of duties was relaxed for these votes"
      )
    case .none: Localized("无", "none")
    case .separator: Localized("、", ", ")
    case .codes: Localized("八、存档核对", "8. Codes")
    case .contentCode: Localized("内容核对码", "Content code")
    case .checkpoint: Localized("检查点码", "Checkpoint code")
    case .noCheckpoint: Localized("（尚无）", "(none yet)")
    case .policy: Localized("制度", "Policy")
    default: matterText ?? declarationText ?? judgementText ?? publishingText
    }
  }

  private var matterText: Localized? {
    switch self {
    case .matter: Localized("一、稿件", "1. Matter")
    case .itsTitle: Localized("标题", "Title")
    case .draftClass: Localized("类别", "Class")
    case .column: Localized("栏目", "Column")
    case .channels: Localized("渠道", "Channels")
    case .department: Localized("报送科室", "Department")
    case .submitter: Localized("报送人", "Submitter")
    case .officePhone: Localized("办公电话", "Office phone")
    case .source: Localized("来源", "Source")
    case .content: Localized("正文", "Content")
    case .contentCount:
      Localized(
        "{blocks} 段，{images} 图，{links} 个链接，{format}",
        "{blocks} blocks, {images} images, {links} links, {format}"
      )
    case .files: Localized("图片与附件", "Files")
    case .digest: Localized("内容摘要值", "Content digest")
    case .revisions: Localized("各稿", "Revisions")
    case .revisionLine:
      Localized(
        "第 {number} 稿 {time} {name}（{change}）{note}",
        "{number}. {time} {name} ({change}) {note}"
      )
    default: nil
    }
  }

  private var declarationText: Localized? {
    switch self {
    case .declarations: Localized("二、申报", "2. Declarations")
    case .publicBasis: Localized("公开依据", "Public basis")
    case .publicity: Localized("公开属性", "Publicity")
    case .personalData: Localized("个人信息", "Personal data")
    case .minors: Localized("涉及未成年人", "Shows minors")
    case .authors: Localized("作者", "Authors")
    case .medicalReviewer: Localized("医学审核人", "Medical reviewer")
    case .factCheckedBy: Localized("事实核对人", "Facts checked by")
    case .rights: Localized("图片等的权利依据", "Rights")
    case .rightsLine: Localized("{file}：{basis} {evidence}", "{file}: {basis} {evidence}")
    case .generated: Localized("人工智能生成的部分", "Made by a machine")
    case .concerns: Localized("重大或敏感事项", "Major or sensitive")
    case .escalations: Localized("上报理由", "Escalated because")
    case .urgent: Localized("紧急发布", "Urgent")
    case .urgency:
      Localized(
        "{ground}；带班领导 {leader}；有效至 {time}",
        "{ground}; leader on duty {leader}; until {time}"
      )
    case .planned: Localized("计划发布时间", "Planned for")
    case .expires: Localized("失效时间", "Expires")
    case .note: Localized("备注", "Note")
    default: nil
    }
  }

  private var judgementText: Localized? {
    switch self {
    case .check: Localized("三、机器检查", "3. Check")
    case .verdict: Localized("结论", "Verdict")
    case .findings: Localized("问题", "Findings")
    case .rules: Localized("所涉规则", "Rules")
    case .day: Localized("检查日期", "Day")
    case .noResult: Localized("没有查成（{code}）", "not judged ({code})")
    case .ruleset: Localized("规则版本", "Rules' version")
    case .waivers: Localized("四、放行", "4. Waivers")
    case .rule: Localized("规则", "Rule")
    case .reason: Localized("理由与证据", "Reason and evidence")
    case .asked: Localized("申请人", "Asked by")
    case .decision: Localized("决定", "Decision")
    case .until: Localized("有效至", "Until")
    case .opinions: Localized("五、审核意见", "5. Opinions")
    case .stage: Localized("环节", "Stage")
    case .opinion: Localized("意见", "Opinion")
    case .voter: Localized("签批人", "By")
    case .time: Localized("时间", "Time")
    case .seen: Localized("所见内容", "What was seen")
    case .void: Localized("（已作废）", "(void)")
    default: nil
    }
  }

  private var publishingText: Localized {
    switch self {
    case .signatures: Localized("六、签字", "6. Signatures")
    case .opinionLine: Localized("意见：", "Opinion:")
    case .signature: Localized("签名（盖章）：", "Signature, seal:")
    case .signatureDate: Localized("年　　月　　日", "Date:")
    case .confirmation: Localized("紧急发布书面确认", "Urgent: confirmed in writing")
    case .confirmWithin:
      Localized(
        "领导小组成员在批准后 {count} 小时内签字确认",
        "signed by a member of leadership within {count} h of the approval"
      )
    case .confirmBy: Localized("不晚于 {time}", "by {time}")
    case .publishing: Localized("七、发布结果", "7. Publication")
    case .permit: Localized("发布许可", "Permit")
    case .permitLine:
      Localized(
        "{channel}：{state}；{name} 于 {from} 签发，有效至 {until}；编号 {id}",
        "{channel}: {state}; issued by {name}, {from}, until {until}; {id}"
      )
    case .publication: Localized("发布", "Publication")
    case .publicationLine:
      Localized(
        "{channel}：{state}；{name} 于 {time} 发布",
        "{channel}: {state}; published by {name}, {time}"
      )
    case .verificationLine: Localized("{time} 核对：{outcome}", "compared {time}: {outcome}")
    case .retraction:
      Localized("{name} 于 {time} 撤稿：{reason}", "retracted by {name}, {time}: {reason}")
    default: Localized("", "")
    }
  }
}

/// What the states of the record are called.
enum RecordWord: String, Phrases {
  case layout
  case imageText = "image_text"
  case content
  case issued
  case consumed
  case revoked
  case live
  case failed
  case retracted
  case exact
  case equal
  case differs
  case unreachable
  case markdown
  case html
  case plain

  var text: Localized {
    switch self {
    case .layout: Localized("只改排版", "layout only")
    case .imageText: Localized("只改图片说明", "alternative texts only")
    case .content: Localized("改了内容", "content changed")
    case .issued: Localized("已签发，未使用", "issued")
    case .consumed: Localized("已使用", "used")
    case .revoked: Localized("已收回", "revoked")
    case .live: Localized("已发布", "published")
    case .failed: Localized("没有发出去", "not published")
    case .retracted: Localized("已撤稿", "retracted")
    case .exact: Localized("与批准的逐字节相同", "the same, byte for byte")
    case .equal: Localized("与批准的内容一致", "the same content")
    case .differs: Localized("与批准的不一致", "differs from what was approved")
    case .unreachable: Localized("页面打不开", "could not be reached")
    case .markdown: Localized("Markdown 格式", "Markdown")
    case .html: Localized("HTML 格式", "HTML")
    case .plain: Localized("纯文本", "plain text")
    }
  }
}
