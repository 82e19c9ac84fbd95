import Linting
import Reading
import Reviewing

/// What is to be published, and what was declared about it.
extension ReleaseFormPage {
  var matter: SafeHTML {
    guard let revision = submission.current else { return "" }
    return section(
      .matter,
      naming(revision) + [
        row(.content, count(of: revision)), row(.files, files(of: revision.manuscript)),
        row(.digest, "<code>\(revision.contentDigest.description)</code>" as SafeHTML),
        row(.revisions, revisions),
      ]
    )
  }

  private func naming(_ revision: Revision) -> [SafeHTML] {
    let manuscript = revision.manuscript
    let column = columns[manuscript.column]
    let said = revision.canonical.metadata
    let ownClass = said["class"] ?? column?.draftClass ?? ""
    return [
      row(.itsTitle, revision.canonical.title),
      row(.draftClass, ClassPhrase(rawValue: ownClass).map { words($0) } ?? ownClass),
      row(.column, column?.name ?? manuscript.column.value),
      row(.channels, list(manuscript.channels.map(words.channel))),
      row(.department, departments[submission.department]?.name ?? submission.department.value),
      row(.submitter, name(submission.creator)), row(.officePhone, revision.form.officePhone),
      row(.source, said["source"] ?? ""),
    ]
  }

  private func count(of revision: Revision) -> String {
    words(
      ReleaseFormPhrase.contentCount,
      [
        "blocks": String(revision.canonical.blocks.count),
        "images": String(revision.canonical.images.count),
        "links": String(revision.canonical.links.count),
        "format": words(revision.manuscript.format.word),
      ]
    )
  }

  private func files(of manuscript: Manuscript) -> SafeHTML {
    let lines = manuscript.assets.map { asset in
      "\(words(asset.purpose.title)) \(asset.name)<br><code>\(asset.digest.description)</code><br>"
        as SafeHTML
    }
    return "\(lines)"
  }

  private var revisions: SafeHTML {
    let texts = submission.revisions.map { revision in
      words(
        ReleaseFormPhrase.revisionLine,
        [
          "number": String(revision.number), "time": words.time(revision.at),
          "name": name(revision.author), "change": words(revision.change.word),
          "note": revision.note,
        ]
      )
    }
    return lines(texts)
  }

  var declarations: SafeHTML { section(.declarations, declared) }

  /// The rows of what was declared.
  var declared: [SafeHTML] {
    guard let form = submission.current?.form else { return [] }
    return [
      row(.publicBasis, joined([form.publicBasis.map { words($0.title) } ?? "", form.basisNote])),
      row(.publicity, form.publicity.map { words($0.title) } ?? ""),
      row(.personalData, joined([form.personalData.map { words($0.title) } ?? ""] + form.consents)),
      row(.minors, words.flag(form.showsMinors)), row(.authors, list(form.authors)),
      row(.medicalReviewer, form.medicalReviewer), row(.factCheckedBy, form.factCheckedBy),
      row(.rights, lines(form.rights.map(line))),
      row(.generated, list(form.generatedParts.map(generated))),
      row(.concerns, list(form.concerns.map { words($0.title) }.sorted())),
      row(.escalations, lines(submission.escalations.map(line))), row(.urgent, urgency(form)),
      row(.planned, words.time(form.plannedAt)), row(.expires, words.time(form.expiresAt)),
      row(.note, form.note),
    ]
  }

  private func urgency(_ form: ReleaseForm) -> String {
    guard let urgency = form.urgency else { return words.flag(false) }
    return words(
      ReleaseFormPhrase.urgency,
      [
        "ground": urgency.ground, "leader": name(urgency.dutyLeader),
        "time": words.time(urgency.validUntil),
      ]
    )
  }

  private func line(of ground: EscalationGround) -> String {
    let lifted = ground.lifted.map {
      words(DeskPhrase.lifted, ["name": name($0.by), "reason": $0.reason])
    }
    let reason = ground.reason(in: words, book, name: name)
    return joined([words(ground.destination), reason, lifted ?? ""])
  }

  private func line(of rights: ReleaseForm.AssetRights) -> String {
    let basis = RightsPhrase(rawValue: rights.basis).map { words($0) } ?? rights.basis
    return words(
      ReleaseFormPhrase.rightsLine,
      ["file": rights.asset, "basis": basis, "evidence": rights.evidence]
    )
  }

  private func generated(_ part: String) -> String {
    GeneratedPhrase(rawValue: part).map { words($0) } ?? part
  }
}
