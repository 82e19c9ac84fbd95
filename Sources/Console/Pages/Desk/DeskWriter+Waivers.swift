import Reviewing

/// Asking for waivers, deciding on them, taking them back.
extension DeskWriter {
  func waiverForm(for finding: ReviewFinding, at index: Int) -> SafeHTML {
    let own = frame.scoped("w\(index + 1)")
    let reasons = Waiver.Reason.allCases.map {
      (value: $0.rawValue, label: words($0.phrase))
    }
    let form = own.form(
      .post,
      "/v1/drafts/\(submission.id.value)/waivers",
      next: next(.waiverRequested, "finding-\(index + 1)")
    ) {
      """
      \(own.hidden("fingerprint", finding.fingerprint))\
      \(own.choice(words(FindingPhrase.reason), name: "reason", options: [("", words(FindingPhrase.chooseReason))] + reasons, isRequired: true))\
      \(own.textArea(words(FindingPhrase.note), hint: words(FindingPhrase.noteHint), name: "note", rows: 2, isRequired: true))\
      \(own.textField(words(FindingPhrase.evidence), hint: words(FindingPhrase.evidenceHint), name: "evidence"))\
      \(own.textField(words(FindingPhrase.expiry), hint: words(FindingPhrase.expiryHint), name: "expires_at:time", type: "datetime-local"))\
      <p class="actions"><button class="primary">\(words(FindingPhrase.sendWaiver))</button></p>
      """
    }
    return """
      <details class="ask"><summary>\(words(FindingPhrase.askWaiver))</summary>\(form)</details>
      """
  }

  /// All that were ever asked for it, with what may be done about each.
  func waivers(of finding: ReviewFinding) -> SafeHTML {
    list(submission.waivers.filter { $0.fingerprint == finding.fingerprint })
  }

  /// Of findings that this revision does not have any more.
  var otherWaivers: SafeHTML {
    let names = Set(matter.findings.map(\.fingerprint))
    let rest = submission.waivers.filter { !names.contains($0.fingerprint) }
    guard !rest.isEmpty else { return "" }
    return """
      <details class="card"><summary>\(words(FindingPhrase.otherWaivers)) \(rest.count)</summary>\
      \(list(rest))</details>
      """
  }

  private func list(_ waivers: [Waiver]) -> SafeHTML {
    let items = waivers.map(item)
    return items.isEmpty
      ? ""
      : """
      <ul class="waivers" aria-label="\(words(FindingPhrase.waivers))">\(items)</ul>
      """
  }

  private func item(of waiver: Waiver) -> SafeHTML {
    let asked = words(
      FindingPhrase.waiverLine,
      [
        "name": matter.name(waiver.requester), "time": words.time(waiver.requestedAt),
        "reason": words(waiver.reason.phrase),
      ]
    )
    let evidence: SafeHTML =
      waiver.evidence.isEmpty
      ? "" : "<p>\(words(FindingPhrase.evidenceLine, ["text": waiver.evidence]))</p>"
    let until = words(FindingPhrase.until, ["time": words.time(waiver.expiresAt)])
    return """
      <li id="\(waiver.id.value)"><p class="facts"><b>\(words(waiver.state.phrase))</b> \
      <span>\(asked)</span> <span>\(until)</span></p><p class="said">\(waiver.note)</p>\(evidence)\
      \(decision(on: waiver))\(decisionForm(for: waiver))\(revocationForm(for: waiver))</li>
      """
  }

  private func decision(on waiver: Waiver) -> SafeHTML {
    let signed = [
      (FindingPhrase.decidedBy, waiver.decider, waiver.decidedAt, waiver.decisionNote),
      (FindingPhrase.decidedBy, waiver.seconder, waiver.secondedAt, waiver.secondNote),
      (
        FindingPhrase.revokedBy, waiver.revocation?.by, waiver.revocation?.at,
        waiver.revocation?.reason ?? ""
      ),
    ]
    let lines = signed.map { phrase, user, time, said -> SafeHTML in
      let line = user.map {
        words(phrase, ["name": matter.name($0), "time": words.time(time)])
      }
      let facts = line.map { "<p class=\"facts\">\($0)</p>" as SafeHTML } ?? ""
      return said.isEmpty ? facts : "\(facts)<p class=\"said\">\(said)</p>"
    }
    return "\(lines)"
  }

  private func decisionForm(for waiver: Waiver) -> SafeHTML {
    guard matter.canDecide(waiver, frame.viewer?.user.id) else { return "" }
    let own = frame.scoped(waiver.id.value)
    return own.form(
      .post,
      "/v1/waivers/\(waiver.id.value)/decision",
      version: submission.version,
      next: next(.waiverDecided, waiver.id.value),
      style: "decide"
    ) {
      """
      \(own.textArea(words(FindingPhrase.decisionNote), hint: words(FindingPhrase.decisionHint), name: "note", rows: 2))\
      <p class="actions"><button class="primary" name="granted:flag" value="true">\
      \(words(FindingPhrase.grant))</button> <button name="granted:flag" value="false">\
      \(words(FindingPhrase.deny))</button></p>
      """
    }
  }

  private func revocationForm(for waiver: Waiver) -> SafeHTML {
    guard matter.may(.revokeWaiver), [.pending, .granted].contains(waiver.state) else { return "" }
    let own = frame.scoped("r-" + waiver.id.value)
    let form = own.form(
      .post,
      "/v1/waivers/\(waiver.id.value)/revocation",
      version: submission.version,
      next: next(.waiverDecided, waiver.id.value)
    ) {
      """
      \(own.textField(words(FindingPhrase.revokeReason), name: "reason", isRequired: true))\
      <p class="actions"><button class="danger">\(words(FindingPhrase.sendRevocation))</button></p>
      """
    }
    return
      "<details class=\"ask\"><summary>\(words(FindingPhrase.revoke))</summary>\(form)</details>"
  }

  /// The desk once more, at a place of it, with what has been done.
  func next(_ notice: NoticePhrase, _ place: String) -> String {
    let address = focus.address(matter.path) { _ in }
    let sign = address.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
    return "\(address)\(sign)done=\(notice.rawValue)#\(place)"
  }
}
