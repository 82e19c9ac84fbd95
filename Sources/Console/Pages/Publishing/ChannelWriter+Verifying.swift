import Linting
import Reviewing

/// Whether what is out is what was approved; and taking it back.
extension ChannelWriter {
  var verifyStep: SafeHTML {
    guard let publication = course.publication, course.stage > .flight else { return "" }
    let found = publication.verifications
    let last = found.last.map { result(of: $0) } ?? ""
    let earlier = found.dropLast().reversed().map { "<li>\(result(of: $0))</li>" as SafeHTML }
    let rest: SafeHTML =
      earlier.isEmpty
      ? ""
      : "<details><summary>\(words(PublishPhrase.earlier))</summary><ul class=\"plain\">\(earlier)</ul></details>"
    return "\(last)\(rest)\(verifyForm(publication))"
  }

  private func result(of found: Verification) -> SafeHTML {
    let (look, sentence) = told(found)
    let advice: SafeHTML =
      found.outcome == .differs ? "<p>\(words(PublishPhrase.differsAdvice))</p>" : ""
    let places = found.differences.map(place)
    let list: SafeHTML = places.isEmpty ? "" : "<ol class=\"differences\">\(places)</ol>"
    return """
      <div class="result \(look)"><p><b>\(sentence)</b> \
      <span class="aside">\(name(found.by)) \(words.time(found.at))</span></p>\(list)\(advice)</div>
      """
  }

  private func told(_ found: Verification) -> (look: String, sentence: String) {
    switch found.outcome {
    case .exact: ("pass", words(PublishPhrase.exact))
    case .equal: ("pass", words(PublishPhrase.equal))
    case .differs where found.differences.isEmpty: ("wrong", words(PublishPhrase.onlyDigest))
    case .differs: ("wrong", words(PublishPhrase.differs, count: found.differences.count))
    case .unreachable: ("wrong", words(PublishPhrase.unreachable))
    }
  }

  func place(of difference: ContentDifference) -> SafeHTML {
    let label = words(Self.label(difference.part), count: difference.index + 1)
    let (kind, text): (PublishPhrase, SafeHTML) =
      switch (difference.approved, difference.found) {
      case (let approved?, let found?): (.both, changed(approved, found))
      case (let approved?, nil): (.onlyApproved, "<del>\(shown(approved))</del>")
      case (nil, let found?): (.onlyFound, "<ins>\(shown(found))</ins>")
      case (nil, nil): (.both, "")
      }
    return """
      <li><p class="kind">\(label)\(words("，", ", "))\(words(kind))</p><p>\(text)</p></li>
      """
  }

  private static func label(_ part: ContentDifference.Part) -> PublishPhrase {
    switch part {
    case .title: .inTitle
    case .text: .inText
    case .link: .inLink
    case .image: .inImage
    case .asset: .inFile
    case .place: .inPlace
    }
  }

  /// What stays, goes and comes within one stretch; what stays for a character or two between changes is told with
  /// them, so that 17:00 becomes 16:30 and not 1, 6, :, 3 and 0.
  private func changed(_ approved: String, _ found: String) -> SafeHTML {
    let change = textChanges(from: Self.alone(approved), to: Self.alone(found)).first
    var done: [SafeHTML] = []
    var (gone, come, between) = ("", "", "")
    func close() {
      if !gone.isEmpty { done.append("<del>\(shown(gone))</del>") }
      if !come.isEmpty { done.append("<ins>\(shown(come))</ins>") }
      if !between.isEmpty { done.append(shown(between)) }
      (gone, come, between) = ("", "", "")
    }
    for part in change?.parts ?? [] {
      guard part.kind != .equal else {
        between = part.text
        if gone.isEmpty && come.isEmpty || between.unicodeScalars.count > 2 { close() }
        continue
      }
      gone += between
      come += between
      between = ""
      if part.kind == .removed { gone += part.text } else { come += part.text }
    }
    close()
    return SafeHTML(done)
  }

  private static func alone(_ text: String) -> CanonicalContent {
    CanonicalContent(title: "", blocks: [text], links: [], images: [])
  }

  /// With what nobody sees drawn, and what is hidden said to be.
  private func shown(_ text: String) -> SafeHTML {
    let mark = CanonicalContent.hiddenMark.utf8
    guard text.utf8.starts(with: mark) else { return visibleText(text) }
    let rest = String(decoding: Array(text.utf8.dropFirst(mark.count)), as: UTF8.self)
    return "<b>\(words(PreviewPhrase.hiddenPart))</b> \(visibleText(rest))"
  }
}

// MARK: - Forms

extension ChannelWriter {
  private func verifyForm(_ publication: Publication) -> SafeHTML {
    guard publication.state == .live else { return "" }
    guard may(.verifyPublication) else { return off(.verifyPublication) }
    let path = "/v1/publications/\(publication.id.value)/verifications"
    let own = frame.scoped("verify-" + key)
    let form = own.form(.post, path, next: next(.verified), style: "verify") {
      """
      \(own.hidden("format", "html"))\
      \(own.textArea(words(PublishPhrase.pageSource), hint: words(PublishPhrase.pageSourceHint), name: "content", rows: 5, isRequired: true))\
      <p class="actions"><button class="primary">\(words(PublishPhrase.verifyButton))</button>\
      <label class="button scripted">\(words(PublishPhrase.pageFile))\
      <input type="file" class="covered" data-into="#f-verify-\(key)-content" accept=".html,.htm,.txt"></label></p>
      """
    }
    let unreachable = own.form(.post, path, next: next(.verified)) {
      """
      \(own.hidden("unreachable:flag", "true"))\
      <p><button class="plain">\(words(PublishPhrase.unreachableButton))</button></p>
      """
    }
    let forms: SafeHTML =
      "<p class=\"hint\">\(words(PublishPhrase.verifyHint))</p>\(form)\(unreachable)"
    guard course.stage == .done else { return forms }
    return "<details><summary>\(words(PublishPhrase.verifyButton))</summary>\(forms)</details>"
  }

  var retraction: SafeHTML {
    guard let publication = course.publication else { return "" }
    if let retraction = publication.retraction {
      let line = words(
        PublishPhrase.retractedAt,
        [
          "name": name(retraction.by), "time": words.time(retraction.at),
          "reason": retraction.reason,
        ]
      )
      let found = words(PublishPhrase.retractedFound, ["name": retraction.foundBy])
      return "<div class=\"result\"><p>\(line)</p><p class=\"aside\">\(found)</p></div>"
    }
    guard publication.state == .live, may(.retract) else { return "" }
    return """
      <details class="retract"><summary>\(words(PublishPhrase.retract))</summary>\
      \(retractForm(publication))</details>
      """
  }

  private func retractForm(_ publication: Publication) -> SafeHTML {
    let own = frame.scoped("retract-" + key)
    return own.form(
      .post,
      "/v1/publications/\(publication.id.value)/retraction",
      version: submission.version,
      next: next(.retracted)
    ) {
      """
      \(own.textArea(words(PublishPhrase.retractReason), hint: words(PublishPhrase.retractHint), name: "reason", isRequired: true))\
      \(own.textField(words(PublishPhrase.foundBy), hint: words(PublishPhrase.foundByHint), name: "found_by", isRequired: true))\
      \(own.textField(words(PublishPhrase.reportedTo), name: "reported_to"))\
      \(own.tick(words(PublishPhrase.emergency), name: "emergency", isTicked: false))\
      <p><button class="danger" data-confirm="\(words(PublishPhrase.retractConfirm))">\
      \(words(PublishPhrase.retractButton))</button></p>
      """
    }
  }
}
