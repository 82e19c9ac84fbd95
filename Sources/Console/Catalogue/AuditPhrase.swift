package import Linting

/// The record and its verification.
package enum AuditPhrase: String, Phrases {
  case title
  case hint
  case verify
  case verifyHint
  case entries
  case when
  case who
  case what
  case about
  case program
  case subject
  case subjectHint
  case filter
  case all
  case onlyThis
  case empty
  case older
  case newest
  case number
  case data
  case address
  case request
  case hash
  case means
  case resultTitle
  case sound
  case unsound
  case chainSound
  case chainBroken
  case checkpointsAgree
  case anchorsAgree
  case checkpointsDiffer
  case anchorsDiffer
  case restored
  case faults
  case faultAt
  case faultWhole
  case soundMeans
  case unsoundMeans
  case code
  case codeHint
  case comparing
  case compare
  case codeFound
  case codeMissing
  case codeInvalid
  case checkpoints
  case checkpointsHint
  case after
  case back

  package var text: Localized {
    switch self {
    case .title: Localized("审计", "Audit")
    case .hint:
      Localized(
        "谁在什么时候办了什么。每一条都和前一条相连，事后不能改动。",
        "Who did what, when. Every entry is bound to the one before and cannot be changed afterwards."
      )
    case .verify: Localized("现在核对", "Verify now")
    case .verifyHint:
      Localized(
        "从第一条起逐条核对，并与签名的检查点、数据库之外的锚点对照。",
        "Checks every entry from the first, against signed checkpoints and anchors outside the database."
      )
    case .entries: Localized("记录", "Entries")
    case .when: Localized("时间", "Time")
    case .who: Localized("办理人", "By")
    case .what: Localized("办理", "Done")
    case .about: Localized("对象", "About")
    case .program: Localized("本机", "this machine")
    case .subject: Localized("对象的编号", "Id of the subject")
    case .subjectHint:
      Localized("稿件、人员、令牌等的编号。", "Of a draft, person, token and so on.")
    case .filter: Localized("筛选", "Filter")
    case .all: Localized("看全部记录", "Show all entries")
    case .onlyThis: Localized("只看{name}", "Only {name}")
    case .empty: Localized("没有符合条件的记录。", "No entry matches.")
    case .older: Localized("更早的记录", "Earlier entries")
    case .newest: Localized("回到最新", "Back to the newest")
    case .number: Localized("序号", "No.")
    case .data: Localized("内容", "Data")
    case .address: Localized("网络地址", "Address")
    case .request: Localized("请求编号", "Request")
    case .hash: Localized("摘要", "Hash")
    case .means: Localized("方式", "By means of")
    case .resultTitle: Localized("核对审计记录", "Verification of the record")
    case .sound: Localized("记录完整，没有被改动", "The record is whole and unchanged")
    case .unsound: Localized("记录有问题", "Something is wrong with the record")
    case .chainSound:
      Localized("{count} 条记录，从第一条起逐条相连", "{count} entries, each bound to the one before")
    case .chainBroken: Localized("读到 {count} 条记录，有断裂", "{count} entries read; the chain is broken")
    case .checkpointsAgree:
      Localized("{count} 个签名的检查点与记录一致", "{count} signed checkpoints agree")
    case .anchorsAgree:
      Localized("{count} 个数据库之外的锚点与记录一致", "{count} anchors outside the database agree")
    case .checkpointsDiffer:
      Localized("检查点有问题，对得上的有 {count} 个", "checkpoints are wrong; {count} of them agree")
    case .anchorsDiffer:
      Localized(
        "数据库之外的锚点有问题，对得上的有 {count} 个",
        "anchors outside the database are wrong; {count} agree"
      )
    case .restored:
      Localized(
        "第 {number} 条写明：曾从备份恢复，其间有记录丢失",
        "Entry {number} tells of a restored backup and what it lost"
      )
    case .faults: Localized("发现的问题", "What is wrong")
    case .faultAt: Localized("第 {number} 条：{fault}", "Entry {number}: {fault}")
    case .faultWhole: Localized("整个记录：{fault}", "The whole record: {fault}")
    case .soundMeans:
      Localized(
        "如果数据库、签名密钥和全部锚点同时被人掌握，核对也发现不了改动；所以锚点文件要放在另一块磁盘上，打印的发布表要存档。",
        "Who holds the database, the signing key and every anchor could still deceive: keep the anchors on another disk and file the printed forms."
      )
    case .unsoundMeans:
      Localized(
        "请停止在这台服务器上办理，保留现场，报告信息科和监督审计人员。",
        "Stop working on this server, leave it as it is and tell those in charge."
      )
    case .code: Localized("检查点码", "Checkpoint code")
    case .codeHint:
      Localized(
        "网络信息发布表页脚的 16 个字符，大小写不限。",
        "The 16 characters at the foot of a release form, in any case."
      )
    case .comparing: Localized("与打印的发布表对照", "Compare with a printed form")
    case .compare: Localized("对照", "Compare")
    case .codeFound:
      Localized(
        "表上的检查点码与第 {number} 条之后的记录一致",
        "The printed code is of the record after entry {number}"
      )
    case .codeMissing:
      Localized("表上的检查点码在记录里找不到", "The printed code is of no entry of this record")
    case .codeInvalid:
      Localized("检查点码应当是 16 个字母和数字，请照着表再输一次。", "A code has 16 letters and digits; type it again.")
    case .checkpoints: Localized("检查点", "Checkpoints")
    case .checkpointsHint:
      Localized(
        "每签发一次许可、每五百条、每天各签一个。检查点码可以和打印的发布表对照。",
        "One a permit, one every 500 entries, one a day. Compare the codes with printed forms."
      )
    case .after: Localized("到第几条", "Up to entry")
    case .back: Localized("返回审计记录", "Back to the record")
    }
  }
}

/// What can be wrong with the record; raw values as in `AuditFault.Kind`.
package enum FaultPhrase: String, Phrases {
  case edited
  case inserted
  case deleted
  case reordered
  case cut
  case emptied
  case rewritten
  case head
  case forgedCheckpoint = "forged_checkpoint"
  case unknownKey = "unknown_key"
  case missingCheckpoint = "missing_checkpoint"
  case otherChain = "other_chain"
  case missingAnchors = "missing_anchors"
  case unknownCode = "unknown_code"

  package var text: Localized {
    switch self {
    case .edited: Localized("内容被改动", "it has been changed")
    case .inserted: Localized("是后来插入的", "it was put in later")
    case .deleted: Localized("从这里起有记录被删除", "entries are missing from here on")
    case .reordered: Localized("从这里起次序被打乱", "entries stand in another order from here on")
    case .cut: Localized("从这里起的末尾被截掉", "the end is cut off from here on")
    case .emptied: Localized("记录被清空", "nothing is left of the record")
    case .rewritten: Localized("从这里起被整段重写", "another record stands here from here on")
    case .head: Localized("数据库登记的末尾与实际不符", "the end is not what the database says")
    case .forgedCheckpoint: Localized("检查点的签名不对", "the checkpoint's signature is wrong")
    case .unknownKey: Localized("检查点用了不认识的密钥", "the checkpoint is signed with an unknown key")
    case .missingCheckpoint: Localized("应有的检查点不见了", "its checkpoint is missing")
    case .otherChain:
      Localized("锚点属于另一个数据库", "the anchors are of another database")
    case .missingAnchors: Localized("锚点文件是空的或不见了", "the anchors are missing")
    case .unknownCode: Localized("表上的检查点码不属于这份记录", "the printed code is of no entry here")
    }
  }
}
