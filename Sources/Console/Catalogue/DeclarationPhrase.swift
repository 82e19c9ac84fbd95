package import Linting

/// 《网络信息发布表》 as it is filled in; `clause…` say which clause of the two regulations asks for it.
package enum DeclarationPhrase: String, Phrases {
  case title
  case intro
  case needed
  case missing
  case publicGroup
  case publicClause
  case basis
  case basisNote
  case basisNoteHint
  case publicity
  case publicityHint
  case peopleGroup
  case peopleClause
  case personalData
  case personalDataHint
  case consents
  case consentsHint
  case minors
  case minorsBox
  case signedGroup
  case signedClause
  case authors
  case authorsHint
  case medicalReviewer
  case medicalReviewerHint
  case factCheckedBy
  case factCheckedByHint
  case phone
  case phoneHint
  case filesGroup
  case filesClause
  case filesHint
  case addFiles
  case sentHint
  case noFiles
  case noDigest
  case purpose
  case rights
  case chooseRights
  case evidence
  case evidenceHint
  case removeFile
  case concernsGroup
  case concernsClause
  case concerns
  case concernsHint
  case timesGroup
  case timesClause
  case planned
  case plannedHint
  case expires
  case expiresHint
  case machineGroup
  case machineClause
  case generated
  case generatedHint
  case urgentGroup
  case urgentClause
  case urgentHint
  case ground
  case groundHint
  case dutyLeader
  case dutyLeaderHint
  case noLeader
  case validUntil
  case validUntilHint
  case noteGroup
  case note
  case noteHint

  package var text: Localized {
    switch self {
    case .title: Localized("网络信息发布表", "Release form")
    case .intro:
      Localized(
        "一事一表。标“送审前填”的，保存时可以先空着。",
        "One form for one matter. What is marked can wait until it is handed in."
      )
    case .needed: Localized("送审前填", "before handing in")
    case .missing: Localized("送审前还要填这一项", "to be filled in before it is handed in")
    case .publicGroup: Localized("能不能公开", "May it be public")
    case .publicClause: Localized("网站制度 四（二）2、五（五）", "website regulation 4(2)2, 5(5)")
    case .basis: Localized("凭什么公开", "Why it may be public")
    case .basisNote: Localized("文号或说明", "Number or ground")
    case .basisNoteHint: Localized("不是“本单位工作信息”时必填。", "Needed unless it is news of our own work.")
    case .publicity: Localized("公开属性", "Publicity")
    case .publicityHint:
      Localized("拿不准就选送审，由办公室判断。", "If in doubt choose review; the office decides.")
    case .peopleGroup: Localized("个人信息", "Personal data")
    case .peopleClause:
      Localized("公众号制度 四1；个人信息保护法", "account regulation 4.1; personal information law")
    case .personalData: Localized("稿件里有没有个人信息", "Does it hold personal data")
    case .personalDataHint:
      Localized(
        "患者姓名、照片、病情、联系方式都算。",
        "Names, photos, illness and telephone numbers of patients all count."
      )
    case .consents: Localized("书面同意书编号", "Numbers of the written consents")
    case .consentsHint:
      Localized(
        "一行一个；能认出本人或涉及未成年人时必填。",
        "One a line; needed where somebody can be recognised or minors are shown."
      )
    case .minors: Localized("未成年人", "Minors")
    case .minorsBox: Localized("写到或拍到未成年人", "It tells of or shows minors")
    case .signedGroup: Localized("署名与核对", "Names and checks")
    case .signedClause:
      Localized("公众号制度 一3、三2；网站制度 三2", "account regulation 1.3, 3.2; website regulation 3.2")
    case .authors: Localized("作者", "Authors")
    case .authorsHint:
      Localized(
        "一行一人；健康科普必填。作者不能审这篇稿件。",
        "One a line; needed for popular health science. An author does not review the draft."
      )
    case .medicalReviewer: Localized("医学审核人", "Medical reviewer")
    case .medicalReviewerHint:
      Localized("健康科普必填，写姓名和职称。", "Needed for popular health science: name and title.")
    case .factCheckedBy: Localized("事实核对人", "Facts checked by")
    case .factCheckedByHint:
      Localized("谁核对过姓名、数字、日期和单位。", "Who has checked names, numbers, dates and units.")
    case .phone: Localized("办公电话", "Office telephone")
    case .phoneHint: Localized("审核的人有疑问时打这个电话。", "Whom reviewers ask.")
    case .filesGroup: Localized("图片和附件", "Images and attachments")
    case .filesClause: Localized("公众号制度 六2、六3", "account regulation 6.2, 6.3")
    case .filesHint:
      Localized(
        "文件不上传，只记下它的指纹；发布时要用同一个文件。",
        "Files are not uploaded: their digest is kept, and the same files must be published."
      )
    case .addFiles: Localized("选择要随稿发布的文件", "Choose the files that go with it")
    case .sentHint:
      Localized(
        "一次不超过 32 MB；服务器只算出指纹，不留文件。保存以后，在这里给每张图片填写权利依据。",
        "32 MB at a time; only digests are kept. After saving, tell here by what right each image is used."
      )
    case .noFiles: Localized("没有随稿的图片和附件。", "No files go with it.")
    case .noDigest:
      Localized(
        "这个地址不是 https，浏览器不肯计算文件指纹。请联系管理员。",
        "The browser computes no digests on an address without https. Ask the administrator."
      )
    case .purpose: Localized("用途", "Used as")
    case .rights: Localized("权利依据", "By what right")
    case .chooseRights: Localized("请选择", "Choose one")
    case .evidence: Localized("授权编号或说明", "Licence number or ground")
    case .evidenceHint: Localized("取得授权的必填。", "Needed for licensed ones.")
    case .removeFile: Localized("移除", "Remove")
    case .concernsGroup: Localized("重大、敏感事项", "Major and sensitive matters")
    case .concernsClause: Localized("公众号制度 三2", "account regulation 3.2")
    case .concerns: Localized("有没有下列情形", "Is it any of these")
    case .concernsHint:
      Localized(
        "勾选任何一项，都要经领导小组审定。检查发现的不用勾。",
        "Any of them takes it to leadership. What the check finds need not be ticked."
      )
    case .timesGroup: Localized("发布时间", "Times")
    case .timesClause:
      Localized(
        "网站制度 四（五）、四（六）2；公众号制度 三3",
        "website regulation 4(5), 4(6)2; account regulation 3.3"
      )
    case .planned: Localized("计划发布时间", "Planned for")
    case .plannedHint: Localized("不填就是审完即发。", "Empty: as soon as it is approved.")
    case .expires: Localized("失效时间", "Expires")
    case .expiresHint: Localized("活动、停诊等通知填到什么时候为止。", "Until when a notice holds.")
    case .machineGroup: Localized("人工智能生成", "Made by a machine")
    case .machineClause: Localized("人工智能生成合成内容标识办法", "measures for labelling generated content")
    case .generated: Localized("哪些部分由人工智能生成", "Which parts a machine has made")
    case .generatedHint: Localized("勾选的，稿件里也要注明。", "The draft itself must say so too.")
    case .urgentGroup: Localized("紧急发布", "Urgent")
    case .urgentClause: Localized("公众号制度 三3", "account regulation 3.3")
    case .urgentHint:
      Localized(
        "只用于停诊、系统故障、极端天气、疫情处置等。三项都填，审核从快，但一样要两个人签。",
        "For closures, failures, weather, epidemics and the like. Fill in all three: review is quicker, with two people all the same."
      )
    case .ground: Localized("紧急的理由", "Why it is urgent")
    case .groundHint: Localized("至少 5 个字。", "At least 5 characters.")
    case .dutyLeader: Localized("带班领导", "Leader on duty")
    case .dutyLeaderHint:
      Localized("已经电话告知的领导小组成员。", "The member of leadership who has been told by telephone.")
    case .noLeader: Localized("不是紧急发布", "Not urgent")
    case .validUntil: Localized("有效期至", "Holds until")
    case .validUntilHint: Localized("过了这个时间就不能再发。", "It cannot be published after this.")
    case .noteGroup: Localized("备注", "Note")
    case .note: Localized("要向审核的人说明的", "What reviewers should know")
    case .noteHint:
      Localized(
        "受其他科室委托、或勾选了“其他”的，在这里写明。",
        "Who entrusted you with another's column; what “other” means."
      )
    }
  }
}
