import Linting
import Reading
import Reviewing

/// What is to be published, and what was declared about it.
extension ReleaseFormPage {
  var matter: SafeHTML {
    guard let revision = submission.current else { return "" }
    let manuscript = revision.manuscript
    let column = columns[manuscript.column]
    let said = revision.canonical.metadata
    let assets = manuscript.assets.map { asset in
      "\(words(asset.purpose.title)) \(asset.name)<br><code>\(asset.digest.description)</code><br>"
        as SafeHTML
    }
    return section(
      words("一、稿件", "1. Matter"),
      [
        row(words("标题", "Title"), revision.canonical.title),
        row(words("类别", "Class"), said["class"] ?? column?.draftClass ?? ""),
        row(words("栏目", "Column"), column?.name ?? manuscript.column.value),
        row(
          words("渠道", "Channels"),
          manuscript.channels.map(words.channel).joined(separator: words("、", ", "))
        ),
        row(
          words("报送科室", "Department"),
          departments[submission.department]?.name ?? submission.department.value
        ),
        row(words("报送人", "Submitter"), name(submission.creator)),
        row(words("办公电话", "Office phone"), revision.form.officePhone),
        row(words("来源", "Source"), said["source"] ?? ""),
        row(
          words("正文", "Content"),
          words(
            "\(revision.canonical.blocks.count) 段，\(revision.canonical.images.count) 图，"
              + "\(revision.canonical.links.count) 个链接，格式 \(manuscript.format.rawValue)",
            "\(revision.canonical.blocks.count) blocks, \(revision.canonical.images.count) images, "
              + "\(revision.canonical.links.count) links, \(manuscript.format.rawValue)"
          )
        ), row(words("图片与附件", "Files"), "\(assets)" as SafeHTML),
        row(
          words("内容摘要值", "Content digest"),
          "<code>\(revision.contentDigest.description)</code>" as SafeHTML
        ), row(words("各稿", "Revisions"), revisions),
      ]
    )
  }

  private var revisions: SafeHTML {
    let lines = submission.revisions.map { revision in
      "\(revision.number). \(words.time(revision.at)) \(name(revision.author)) \(revision.change.rawValue) \(revision.note)<br>"
        as SafeHTML
    }
    return "\(lines)"
  }

  var declarations: SafeHTML { section(words("二、申报", "2. Declarations"), declared) }

  /// The rows of what was declared.
  var declared: [SafeHTML] {
    guard let form = submission.current?.form else { return [] }
    let rights = form.rights.map { "\($0.asset)：\(right(of: $0)) \($0.evidence)<br>" as SafeHTML }
    return [
      row(
        words("公开依据", "Public basis"),
        [form.publicBasis.map { words($0.title) } ?? "", form.basisNote].joined(separator: " ")
      ),
      row(words("公开属性", "Publicity"), form.publicity.map { words($0.title) } ?? ""),
      row(
        words("个人信息", "Personal data"),
        ([form.personalData.map { words($0.title) } ?? ""] + form.consents).joined(separator: " ")
      ), row(words("涉及未成年人", "Shows minors"), words.flag(form.showsMinors)),
      row(words("作者", "Authors"), form.authors.joined(separator: words("、", ", "))),
      row(words("医学审核人", "Medical reviewer"), form.medicalReviewer),
      row(words("事实核对人", "Facts checked by"), form.factCheckedBy),
      row(words("图片等的权利依据", "Rights"), "\(rights)" as SafeHTML),
      row(
        words("人工智能生成的部分", "Made by a machine"),
        form.generatedParts.map(generated).joined(separator: words("、", ", "))
      ),
      row(
        words("重大或敏感事项", "Major or sensitive"),
        form.concerns.map { words($0.title) }.sorted().joined(separator: words("、", ", "))
      ), row(words("上报理由", "Escalated because"), escalations),
      row(words("紧急发布", "Urgent"), urgency(form)),
      row(words("计划发布时间", "Planned for"), words.time(form.plannedAt)),
      row(words("失效时间", "Expires"), words.time(form.expiresAt)),
      row(words("备注", "Note"), form.note),
    ]
  }

  private func urgency(_ form: ReleaseForm) -> String {
    guard let urgency = form.urgency else { return words.flag(false) }
    return words(
      "\(urgency.ground)；值班领导 \(name(urgency.dutyLeader))；有效至 \(words.time(urgency.validUntil))",
      "\(urgency.ground); duty leader \(name(urgency.dutyLeader)); until \(words.time(urgency.validUntil))"
    )
  }

  private var escalations: SafeHTML {
    let lines = submission.escalations.map { ground in
      let by = ground.by.map { " \(name($0))" } ?? ""
      let lifted = ground.lifted.map {
        words("（已由 \(name($0.by)) 解除：\($0.reason)）", " (lifted by \(name($0.by)): \($0.reason))")
      }
      return
        "\(ground.to.rawValue)：\(ground.source.rawValue) \(ground.detail)\(by)\(lifted ?? "")<br>"
        as SafeHTML
    }
    return "\(lines)"
  }

  private func right(of rights: ReleaseForm.AssetRights) -> String {
    RightsPhrase(rawValue: rights.basis).map { words($0) } ?? rights.basis
  }

  private func generated(_ part: String) -> String {
    GeneratedPhrase(rawValue: part).map { words($0) } ?? part
  }
}
