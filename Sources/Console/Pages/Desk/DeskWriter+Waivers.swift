import Reviewing

/// Asking for waivers, deciding on them, taking them back.
extension DeskWriter {
  /// For all places of a card that one may ask for, each to be left out; empty where there are none.
  func waiverForm(for group: FindingGroup) -> SafeHTML {
    let asked = group.members.filter { matter.canAskWaiver(for: matter.findings[$0]) }
    guard let first = asked.first else { return "" }
    let own = frame.scoped("w\(first + 1)")
    let reasons = Waiver.Reason.allCases.map {
      (value: $0.rawValue, label: words($0.phrase))
    }
    let others = asked.dropFirst().map { (matter.findings[$0].fingerprint, label(of: $0)) }
    let form = own.form(
      .post,
      "/v1/drafts/\(submission.id.value)/waivers",
      next: next(.waiverRequested, "finding-\(group.first + 1)")
    ) {
      """
      \(own.hidden("fingerprint", matter.findings[first].fingerprint))\
      \(also(.alsoAsk, others, own))\
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

  /// Further places that a form takes along unless somebody leaves them out.
  private func also(
    _ legend: FindingPhrase,
    _ others: [(value: String, label: String)],
    _ own: Frame
  ) -> SafeHTML {
    others.isEmpty
      ? ""
      : own.boxes(
        words(legend),
        name: "also[]",
        options: others,
        ticked: Set(others.map(\.value))
      )
  }

  private func label(of index: Int) -> String { "\(index + 1) · \(place(of: index))" }

  /// Of the finding that a waiver is about, where this revision has it.
  private func label(of waiver: Waiver) -> String {
    let index = matter.findings.firstIndex { $0.fingerprint == waiver.fingerprint }
    return index.map { label(of: $0) } ?? waiver.id.value
  }

  /// All that were ever asked for them, with what may be done about each.
  func waivers(of group: FindingGroup) -> SafeHTML {
    let names = Set(group.members.map { matter.findings[$0].fingerprint })
    return list(submission.waivers.filter { names.contains($0.fingerprint) })
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
    let items = WaiverGroup.all(of: waivers).map(item)
    return items.isEmpty
      ? ""
      : """
      <ul class="waivers" aria-label="\(words(FindingPhrase.waivers))">\(items)</ul>
      """
  }

  private func item(of group: WaiverGroup) -> SafeHTML {
    let waiver = group.first
    let times: SafeHTML =
      group.rest.isEmpty
      ? ""
      : "<span class=\"times\">\(words(FindingPhrase.times, count: group.members.count))</span>"
    // A reviewer who lets a warning pass asks nobody.
    let isOwn = waiver.decider == waiver.requester && waiver.decidedAt == waiver.requestedAt
    let asked = words(
      isOwn ? FindingPhrase.grantedLine : FindingPhrase.waiverLine,
      [
        "name": matter.name(waiver.requester), "time": words.time(waiver.requestedAt),
        "reason": words(waiver.reason.phrase),
      ]
    )
    let evidence: SafeHTML =
      waiver.evidence.isEmpty
      ? "" : "<p>\(words(FindingPhrase.evidenceLine, ["text": waiver.evidence]))</p>"
    let until = words(FindingPhrase.until, ["time": words.time(waiver.expiresAt)])
    let anchors = group.rest.map { "<span id=\"\($0.id.value)\"></span>" as SafeHTML }
    return """
      <li id="\(waiver.id.value)">\(anchors)<p class="facts"><b>\(words(waiver.state.phrase))</b> \(times) \
      <span>\(asked)</span> <span>\(until)</span></p><p class="said">\(waiver.note)</p>\(evidence)\
      \(decision(on: waiver, isOwn: isOwn))\(decisionForm(for: group))\(revocationForm(for: group))</li>
      """
  }

  private func decision(on waiver: Waiver, isOwn: Bool) -> SafeHTML {
    let signed = [
      (
        FindingPhrase.decidedBy, isOwn ? nil : waiver.decider, waiver.decidedAt,
        waiver.decisionNote
      ),
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

  private func decisionForm(for group: WaiverGroup) -> SafeHTML {
    let mine = group.members.filter { matter.canDecide($0, frame.viewer?.user.id) }
    guard let first = mine.first else { return "" }
    let own = frame.scoped(first.id.value)
    return own.form(
      .post,
      "/v1/waivers/\(first.id.value)/decision",
      version: submission.version,
      next: next(.waiverDecided, first.id.value),
      style: "decide"
    ) {
      """
      \(also(.alsoDecide, mine.dropFirst().map { ($0.id.value, label(of: $0)) }, own))\
      \(own.textArea(words(FindingPhrase.decisionNote), hint: words(FindingPhrase.decisionHint), name: "note", rows: 2))\
      <p class="actions"><button class="primary" name="granted:flag" value="true">\
      \(words(FindingPhrase.grant))</button> <button name="granted:flag" value="false">\
      \(words(FindingPhrase.deny))</button></p>
      """
    }
  }

  private func revocationForm(for group: WaiverGroup) -> SafeHTML {
    let waiver = group.first
    guard matter.may(.revokeWaiver), [.pending, .granted].contains(waiver.state) else { return "" }
    let own = frame.scoped("r-" + waiver.id.value)
    let form = own.form(
      .post,
      "/v1/waivers/\(waiver.id.value)/revocation",
      version: submission.version,
      next: next(.waiverDecided, waiver.id.value)
    ) {
      """
      \(also(.alsoRevoke, group.rest.map { ($0.id.value, label(of: $0)) }, own))\
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
