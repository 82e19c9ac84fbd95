import Linting
import Reporting
import Reviewing

/// What was found, decided and done.
extension ReleaseFormPage {
  /// Votes and the policy that put a rule of separation aside are told before all else.
  var relaxedNotice: SafeHTML {
    let votes = submission.votes.filter { !$0.relaxed.isEmpty }
    guard !votes.isEmpty else { return "" }
    let lines = votes.map {
      "\(name($0.voter))：\($0.relaxed.joined(separator: ", "))<br>" as SafeHTML
    }
    let title = words(
      "小单位模式：以下签批放宽了岗位分离要求",
      "Small unit: separation of duties was relaxed for these votes"
    )
    return "<p class=\"notice\">\(title)<br>\(lines)</p>\n"
  }

  var judgement: SafeHTML {
    guard let check = submission.current?.check else { return "" }
    let counts = [Severity.error, .warning, .suggestion].map { severity in
      "\(words(severity.name)) \(check.findings.filter { $0.severity == severity }.count)"
    }
    let rules = Dictionary(grouping: check.findings, by: \.rule).sorted { $0.key < $1.key }
      .map { "\($0.key) × \($0.value.count)" }
    return section(
      words("三、机器检查", "3. Check"),
      [
        row(words("结论", "Verdict"), words(check.verdict.name)),
        row(words("问题", "Findings"), counts.joined(separator: words("，", ", "))),
        row(words("所涉规则", "Rules"), (rules + check.freezing).joined(separator: words("；", "; "))),
        row(words("检查日期", "Day"), "\(check.today) \(check.failure ?? "")"),
        row(words("规则版本", "Rules' version"), "<code>\(check.ruleset)</code>" as SafeHTML),
      ]
    )
  }

  var waivers: SafeHTML {
    let rows = submission.waivers.map { waiver in
      cells([
        waiver.rule, "\(words(waiver.reason.phrase)) \(waiver.note) \(waiver.evidence)",
        "\(name(waiver.requester)) \(words.time(waiver.requestedAt))",
        "\(words(waiver.state.phrase)) \(name(waiver.decider)) \(words.time(waiver.decidedAt)) "
          + "\(name(waiver.seconder)) \(words.time(waiver.secondedAt)) \(waiver.decisionNote)",
        words.time(waiver.expiresAt),
      ])
    }
    guard !rows.isEmpty else { return "" }
    let labels = head([
      words("规则", "Rule"), words("理由与证据", "Reason and evidence"), words("申请人", "Asked by"),
      words("决定", "Decision"), words("有效至", "Until"),
    ])
    return section(words("四、豁免", "4. Waivers"), [labels] + rows)
  }

  var opinions: SafeHTML {
    let labels = head([
      words("环节", "Stage"), words("意见", "Opinion"), words("签批人", "By"), words("时间", "Time"),
      words("所见内容", "What was seen"),
    ])
    let rows = submission.votes.map { vote in
      let decision = words(word(vote.decision))
      let because = vote.outdated.map { words("（已作废：\($0)）", " (void: \($0))") } ?? ""
      let ticked = vote.checklist.map { title(of: $0, at: vote.stage) }.joined(
        separator: words("、", ", ")
      )
      return """
        <tr><td>\(title(ofStage: vote.stage))</td><td>\(decision)\(because) \(vote.comment)<br>\(ticked)</td>\
        <td>\(name(vote.voter))</td><td>\(words.time(vote.at))</td>\
        <td>\(vote.revision) <code>\(short(vote.contentDigest))</code></td></tr>

        """ as SafeHTML
    }
    return section(words("五、审核意见", "5. Opinions"), rows.isEmpty ? [] : [labels] + rows)
  }

  /// A box for each stage that the matter has to pass.
  var signatures: SafeHTML {
    let stages = submission.stages.isEmpty ? policy?.stages.map(\.key) ?? [] : submission.stages
    guard !stages.isEmpty else { return "" }
    let boxes = stages.map { stage in
      """
      <tr><td>\(title(ofStage: stage))<br>\(words("意见：", "Opinion:"))</td>\
      <td class="line">\(words("签名（盖章）：", "Signature, seal:"))<br><br>\(words("年　　月　　日", "Date:"))</td></tr>

      """ as SafeHTML
    }
    return "<h2>\(words("六、签字", "6. Signatures"))</h2>\n<table class=\"sign\">\(boxes)</table>\n"
  }

  var publications: SafeHTML {
    let permits = submission.permits.map { permit in
      row(
        words("许可", "Permit"),
        "\(permit.id.value) \(words.channel(permit.channel)) \(permit.state.rawValue) \(name(permit.issuer)) "
          + "\(words.time(permit.issuedAt))–\(words.time(permit.expiresAt))"
      )
    }
    let published = submission.publications.map { publication in
      let checks = publication.verifications.map { "\($0.outcome.rawValue) \(words.time($0.at))" }
      let retraction = publication.retraction.map {
        words(
          "；撤回 \(words.time($0.at)) \(name($0.by))：\($0.reason)",
          "; retracted \(words.time($0.at)) by \(name($0.by)): \($0.reason)"
        )
      }
      return row(
        words("发布", "Publication"),
        "\(words.channel(publication.channel)) \(publication.state.rawValue) \(publication.address) "
          + "\(publication.externalID) \(name(publication.publisher)) \(words.time(publication.at)) "
          + checks.joined(separator: ", ") + (retraction ?? "")
      )
    }
    return section(words("七、发布结果", "7. Publication"), permits + published)
  }

  var foot: SafeHTML {
    let digest = submission.current.map { short($0.contentDigest) } ?? ""
    let code = checkpoint ?? words("（尚无）", "(none yet)")
    return """
      <h2>\(words("八、核对码", "8. Codes"))</h2>
      <table>\(row(words("内容", "Content"), "<code>\(digest)</code>" as SafeHTML))\
      \(row(words("审计检查点", "Checkpoint of the record"), "<code>\(code)</code>" as SafeHTML))\
      \(row(words("制度", "Policy"), policy.map { words($0.title) } ?? ""))</table>

      """
  }

  /// Sixteen digits, in fours.
  private func short(_ digest: Digest) -> String {
    let digits = Array(digest.description.utf8.dropFirst(7).prefix(16))
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(decoding: digits[$0..<min($0 + 4, digits.count)], as: UTF8.self) }
      .joined(separator: " ")
  }

  private func title(ofStage key: String) -> String {
    if key == Vote.confirmationStage { return words("紧急发布书面确认", "urgent, confirmed in writing") }
    return policy?.stage(key).map { words($0.title) } ?? key
  }

  private func title(of item: String, at stage: String) -> String {
    policy?.stage(stage)?.checklist.first { $0.key == item }.map { words($0.title) } ?? item
  }

  private func word(_ decision: Vote.Decision) -> Localized {
    switch decision {
    case .approve: Localized("同意", "approved")
    case .return: Localized("退回", "returned")
    case .reject: Localized("不予发布", "rejected")
    }
  }
}
