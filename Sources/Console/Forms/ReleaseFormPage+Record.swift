import Linting
import Reporting
import Reviewing

/// What was found, decided and done.
extension ReleaseFormPage {
  /// Votes and the policy that put a rule of separation aside are told before all else.
  var relaxedNotice: SafeHTML {
    let votes = submission.votes.filter { !$0.relaxed.isEmpty }
    guard !votes.isEmpty else { return "" }
    let told = votes.map { vote in
      let rules = vote.relaxed.map { rule in
        GateAnswer.message(ofRule: rule).map { words($0) } ?? rule
      }
      return joined([name(vote.voter), list(rules)])
    }
    return "<p class=\"notice\">\(words(ReleaseFormPhrase.relaxedNotice))<br>\(lines(told))</p>\n"
  }

  var judgement: SafeHTML {
    guard let check = submission.current?.check else { return "" }
    let counts = [Severity.error, .warning, .suggestion].map { severity in
      joined([
        words(severity.name), String(check.findings.filter { $0.severity == severity }.count),
      ])
    }
    let rules = Dictionary(grouping: check.findings, by: \.rule).sorted { $0.key < $1.key }
      .map { "\(title(ofRule: $0.key)) × \($0.value.count)" }
    let failure = check.failure.map { words(ReleaseFormPhrase.noResult, ["code": $0]) } ?? ""
    return section(
      .check,
      [
        row(.verdict, words(check.verdict.name)), row(.findings, list(counts)),
        row(.rules, lines(rules + check.freezing.map(title(ofRule:)))),
        row(.day, joined([check.today, failure])),
        row(.ruleset, "<code>\(check.ruleset)</code>" as SafeHTML),
      ]
    )
  }

  /// What a rule is about, with its id.
  private func title(ofRule rule: String) -> String {
    book.info(of: rule).map { "\(words($0.summary)) [\(rule)]" } ?? rule
  }

  var waivers: SafeHTML {
    let rows = submission.waivers.map { waiver in
      cells([
        title(ofRule: waiver.rule),
        joined([words(waiver.reason.phrase), waiver.note, waiver.evidence]),
        joined([name(waiver.requester), words.time(waiver.requestedAt)]),
        joined([
          words(waiver.state.phrase), name(waiver.decider), words.time(waiver.decidedAt),
          waiver.decisionNote, name(waiver.seconder), words.time(waiver.secondedAt),
          waiver.secondNote, name(waiver.revocation?.by), words.time(waiver.revocation?.at),
          waiver.revocation?.reason ?? "",
        ]), words.time(waiver.expiresAt),
      ])
    }
    return section(.waivers, columns: [.rule, .reason, .asked, .decision, .until], rows)
  }

  var opinions: SafeHTML {
    let rows = submission.votes.map { vote in
      let void = vote.outdated == nil ? "" : words(ReleaseFormPhrase.void)
      let ticked = list(vote.checklist.map { title(of: $0, at: vote.stage) })
      return """
        <tr><td class="short">\(title(ofStage: vote.stage))</td>\
        <td><b>\(words(vote.decision.phrase))\(void)</b> \(vote.comment)<br>\(ticked)</td>\
        <td class="name">\(name(vote.voter))</td><td class="short">\(words.time(vote.at))</td>\
        <td class="name">\(words(CommonPhrase.revision, count: vote.revision)) <code>\(vote.contentDigest.shortCode)</code></td></tr>

        """ as SafeHTML
    }
    return section(.opinions, columns: [.stage, .opinion, .voter, .time, .seen], rows)
  }

  var publications: SafeHTML {
    section(
      .publishing,
      submission.permits.map { row(.permit, line(of: $0)) }
        + submission.publications.map { row(.publication, lines(told(of: $0))) }
    )
  }

  private func line(of permit: Permit) -> String {
    words(
      ReleaseFormPhrase.permitLine,
      [
        "id": permit.id.value, "channel": words.channel(permit.channel),
        "state": words(permit.state.word), "name": name(permit.issuer),
        "from": words.time(permit.issuedAt), "until": words.time(permit.expiresAt),
      ]
    )
  }

  private func told(of publication: Publication) -> [String] {
    let line = words(
      ReleaseFormPhrase.publicationLine,
      [
        "channel": words.channel(publication.channel), "state": words(publication.state.word),
        "name": name(publication.publisher), "time": words.time(publication.at),
      ]
    )
    let checks = publication.verifications.map {
      words(
        ReleaseFormPhrase.verificationLine,
        ["time": words.time($0.at), "outcome": words($0.outcome.word)]
      )
    }
    let retraction = publication.retraction.map {
      words(
        ReleaseFormPhrase.retraction,
        ["name": name($0.by), "time": words.time($0.at), "reason": $0.reason]
      )
    }
    let place = joined([publication.address, publication.externalID])
    return ([line, place] + checks + [retraction ?? ""]).filter { !$0.isEmpty }
  }

  var foot: SafeHTML {
    let digest = submission.current?.contentDigest.shortCode ?? ""
    return """
      <h2>\(words(ReleaseFormPhrase.codes))</h2>
      <table>\(row(.contentCode, "<code>\(digest)</code>" as SafeHTML))\
      \(row(.checkpoint, "<code>\(checkpoint ?? words(ReleaseFormPhrase.noCheckpoint))</code>" as SafeHTML))\
      \(row(.policy, policy.map { words($0.title) } ?? ""))</table>

      """
  }

  func title(ofStage key: String) -> String {
    if key == Vote.confirmationStage { return words(ReleaseFormPhrase.confirmation) }
    return policy?.stage(key).map { words($0.title) } ?? key
  }

  private func title(of item: String, at stage: String) -> String {
    policy?.stage(stage)?.checklist.first { $0.key == item }.map { words($0.title) } ?? item
  }
}
