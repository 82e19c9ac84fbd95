package import Linting

/// What entries of the record hold beside who and when; raw values as in `AuditEntry.data`.
package enum EntryDataPhrase: String, Phrases {
  case addressDigest = "address_digest"
  case backup
  case blocking
  case change
  case channel
  case checklist
  case comment
  case commentDigest = "comment_digest"
  case contentDigest = "content_digest"
  case decision
  case decisionDigest = "decision_digest"
  case department
  case differences
  case disabled
  case emergency
  case escalations
  case evidenceDigest = "evidence_digest"
  case expiresAt = "expires_at"
  case fingerprint
  case foundDigest = "found_digest"
  case freezing
  case groundDigest = "ground_digest"
  case incidentDigest = "incident_digest"
  case late
  case level
  case lostUpTo = "lost_up_to"
  case means
  case note
  case noteDigest = "note_digest"
  case outcome
  case part
  case permit
  case policyDigest = "policy_digest"
  case predecessor
  case publication
  case reason
  case reasonDigest = "reason_digest"
  case relation
  case relaxed
  case requirements
  case roles
  case rule
  case ruleset
  case scopes
  case stages
  case textDigest = "text_digest"
  case verdict
  case vote
  case votedAt = "voted_at"
  case waiver
  case warningsNow = "warnings_now"

  package var text: Localized {
    switch self {
    case .addressDigest: Localized("网址的摘要值", "digest of the address")
    case .backup: Localized("所用备份", "backup")
    case .blocking: Localized("处理完才能签发", "must be dealt with")
    case .change: Localized("改动", "change")
    case .channel: Localized("渠道", "channel")
    case .checklist: Localized("核对过的项目", "ticked")
    case .comment: Localized("意见的编号", "id of the comment")
    case .commentDigest: Localized("意见的摘要值", "digest of the comment")
    case .contentDigest: Localized("内容摘要值", "content digest")
    case .decision: Localized("决定", "decision")
    case .decisionDigest: Localized("决定说明的摘要值", "digest of what was said to it")
    case .department: Localized("科室的编号", "id of the department")
    case .differences: Localized("不同之处", "differences")
    case .disabled: Localized("已停用", "disabled")
    case .emergency: Localized("紧急撤稿", "emergency")
    case .escalations: Localized("上报理由", "escalations")
    case .evidenceDigest: Localized("依据的摘要值", "digest of the evidence")
    case .expiresAt: Localized("有效至", "until")
    case .fingerprint: Localized("问题的指纹", "fingerprint of the finding")
    case .foundDigest: Localized("实际内容的摘要值", "digest of what was found")
    case .freezing: Localized("冻结的缘由", "frozen because of")
    case .groundDigest: Localized("上报理由的摘要值", "digest of the ground")
    case .incidentDigest: Localized("处理文号的摘要值", "digest of the incident's number")
    case .late: Localized("逾期", "late")
    default: rest
    }
  }

  private var rest: Localized {
    switch self {
    case .level: Localized("上报到", "escalated to")
    case .lostUpTo: Localized("丢失的记录到第几条", "entries lost up to")
    case .means: Localized("登录方式", "signed in by")
    case .note: Localized("说明的编号", "id of the note")
    case .noteDigest: Localized("说明的摘要值", "digest of the note")
    case .outcome: Localized("核对结果", "outcome")
    case .part: Localized("方面", "part")
    case .permit: Localized("许可的编号", "id of the permit")
    case .policyDigest: Localized("制度的摘要值", "digest of the policy")
    case .predecessor: Localized("前一份稿件", "predecessor")
    case .publication: Localized("发布的编号", "id of the publication")
    case .reason: Localized("理由", "reason")
    case .reasonDigest: Localized("理由的摘要值", "digest of the reason")
    case .relation: Localized("与前一份的关系", "relation to it")
    case .relaxed: Localized("放宽的岗位分离要求", "separation relaxed")
    case .requirements: Localized("各项要求", "requirements")
    case .roles: Localized("角色", "roles")
    case .rule: Localized("规则", "rule")
    case .ruleset: Localized("规则版本", "rules' version")
    case .scopes: Localized("令牌的权限", "scopes of the token")
    case .stages: Localized("要经过的环节", "stages")
    case .textDigest: Localized("意见的摘要值", "digest of the comment")
    case .verdict: Localized("机检结论", "verdict")
    case .vote: Localized("签批的编号", "id of the vote")
    case .votedAt: Localized("签批环节", "voted at")
    case .waiver: Localized("放行的编号", "id of the waiver")
    case .warningsNow: Localized("还有几处须核对", "warnings left")
    default: Localized(rawValue, rawValue)
    }
  }
}

/// By what means somebody acted or signed in; raw values as in `Actor.Means` and in entries.
package enum MeansPhrase: String, Phrases {
  case session
  case token
  case commandLine = "command_line"
  case password
  case link

  package var text: Localized {
    switch self {
    case .session: Localized("登录后在网页上", "signed in with a browser")
    case .token: Localized("用令牌通过接口", "by the API with a token")
    case .commandLine: Localized("在服务器上用命令", "by a command at the server")
    case .password: Localized("登录名和密码", "name and password")
    case .link: Localized("一次性链接", "one-time link")
    }
  }
}
