import Linting
import Reading
import Reviewing

/// The permit, the copy and the record.
extension ChannelWriter {
  var permitStep: SafeHTML {
    if let permit = course.permit, course.stage > .permit { return issued(permit) }
    guard course.stage == .permit else {
      return "<p class=\"aside\">\(words(page.answer.summary))</p>"
    }
    guard may(.issuePermit) else { return off(.issuePermit) }
    let form = frame.form(
      .post,
      "/v1/drafts/\(submission.id.value)/permits",
      version: submission.version,
      next: next(.permitted)
    ) {
      """
      \(frame.hidden("channel", course.channel))\
      \(frame.textField(words(PublishPhrase.notBefore), hint: words(PublishPhrase.notBeforeHint), name: "not_before:time", type: "datetime-local"))\
      <p><button class="primary">\(words(PublishPhrase.permitButton))</button></p>
      """
    }
    return "<p class=\"hint\">\(words(PublishPhrase.permitHint))</p>\(form)"
  }

  private func issued(_ permit: Permit) -> SafeHTML {
    let isOpen = [.early, .permitted].contains(course.stage)
    let term: SafeHTML =
      isOpen
      ? "\(words("；", "; "))\(words(PublishPhrase.permitUntil, ["time": words.time(permit.expiresAt)]))"
      : ""
    let line = words(
      PublishPhrase.permitDone,
      ["name": name(permit.issuer), "time": words.time(permit.issuedAt)]
    )
    return
      "<p>\(line)\(term)</p>\(isOpen ? revocation(permit) : "")"
  }

  private func revocation(_ permit: Permit) -> SafeHTML {
    guard may(.revokePermit) else { return "" }
    let own = frame.scoped("revoke-" + permit.id.value)
    let form = own.form(
      .post,
      "/v1/permits/\(permit.id.value)/revocation",
      version: submission.version,
      next: next(.saved)
    ) {
      """
      \(own.textField(words(PublishPhrase.revokeReason), name: "reason", isRequired: true))\
      <p><button class="danger">\(words(PublishPhrase.revokeButton))</button></p>
      """
    }
    return "<details><summary>\(words(PublishPhrase.revoke))</summary>\(form)</details>"
  }
}

// MARK: - Copying

extension ChannelWriter {
  var copyStep: SafeHTML {
    guard let permit = course.permit, course.stage > .permit else { return "" }
    if let consumed = permit.consumedAt {
      let again: SafeHTML =
        course.stage == .flight
        ? "<details><summary>\(words(PublishPhrase.copyText))</summary>\(copy)</details>" : ""
      let rehearsal: SafeHTML = course.stage == .flight ? rehearsal(permit) : ""
      return "\(signed(.begun, permit.consumer, consumed))\(again)\(rehearsal)"
    }
    guard course.stage == .permitted else {
      return
        "<p>\(words(PublishPhrase.permitFrom, ["time": words.time(permit.notBefore)]))</p>"
    }
    guard may(.consumePermit) else { return off(.consumePermit) }
    return
      "<p class=\"hint\">\(words(PublishPhrase.copyHint))</p>\(copy)\(rehearsal(permit))\(begin(permit))"
  }

  private var copy: SafeHTML {
    let revision = page.revision
    let id = "copy-" + key
    let type: SafeHTML =
      switch revision.manuscript.format {
      case .html, .docx: ""
      case .markdown: " data-type=\"text/markdown\""
      case .text: " data-type=\"text/plain\""
      }
    let text = copyButton("#\(id)", .copyButton)
    let rich: SafeHTML = """
      <button type="button" class="scripted" data-rich="#\(id)"\(type)\
       data-copied="\(words(PublishPhrase.copied))" data-failed="\(words(PublishPhrase.copyFailed))">\
      \(words(PublishPhrase.copyRich))</button>
      """
    let path = "/v1/drafts/\(submission.id.value)/revisions/\(revision.number)/content"
    return """
      <div class="field"><label for="\(id)-title">\(words(PublishPhrase.copyTitle))</label>\
      <p class="line"><input type="text" id="\(id)-title" readonly value="\(revision.canonical.title)">\
      \(copyButton("#\(id)-title", .copyTitleButton))</p></div>\
      <div class="field"><label for="\(id)">\(words(PublishPhrase.copyText))</label>\
      <p class="hint" id="\(id)-hint">\(words(PublishPhrase.copyTextHint))</p>\
      <textarea id="\(id)" class="exact" readonly rows="10" aria-describedby="\(id)-hint">
      \(revision.manuscript.text)</textarea></div>\
      <p class="actions">\(course.channel == "wechat" ? rich : text)\(course.channel == "wechat" ? text : rich)\
      <a class="button" href="\(path)" download>\(words(PublishPhrase.download))</a></p>\
      <p class="hint scripted">\(words(PublishPhrase.copyRichHint))</p>\
      <p>\(words(PublishPhrase.code)) <code class="code">\(revision.contentDigest.shortCode)</code></p>
      """
  }

  private func copyButton(_ target: String, _ phrase: PublishPhrase) -> SafeHTML {
    """
    <button type="button" class="scripted" data-copy="\(target)"\
     data-copied="\(words(PublishPhrase.copied))">\(words(phrase))</button>
    """
  }

  private func begin(_ permit: Permit) -> SafeHTML {
    frame.form(
      .post,
      "/v1/permits/\(permit.id.value)/consume",
      next: next(.begun),
      style: "begin"
    ) {
      """
      \(frame.hidden("content_digest", page.revision.contentDigest.description))\
      <p class="actions"><button class="primary">\(words(PublishPhrase.beginButton))</button>\
      <span class="aside">\(words(PublishPhrase.beginHint))</span></p>
      """
    }
  }
}

// MARK: - Recording

extension ChannelWriter {
  var recordStep: SafeHTML {
    if let publication = course.publication, course.stage > .flight {
      let external: SafeHTML =
        publication.externalID.isEmpty ? "" : " <code>\(publication.externalID)</code>"
      return """
        \(signed(.publishedAt, publication.publisher, publication.at))\
        <p class="address">\(frame.outwardLink(publication.address))\(external)</p>
        """
    }
    guard course.stage == .flight, let permit = course.permit else { return "" }
    guard may(.recordPublication) else { return off(.recordPublication) }
    return "\(success(permit))\(failure(permit))"
  }

  private func success(_ permit: Permit) -> SafeHTML {
    frame.form(.post, "/v1/publications", next: next(.published)) {
      """
      \(frame.hidden("permit", permit.id.value))\
      \(frame.hidden("content_digest", page.revision.contentDigest.description))\
      \(frame.textField(words(PublishPhrase.address), hint: words(PublishPhrase.addressHint), name: "url", type: "url"))\
      \(frame.textField(words(PublishPhrase.externalID), hint: words(PublishPhrase.externalHint), name: "external_id"))\
      <p><button class="primary">\(words(PublishPhrase.recordButton))</button></p>
      """
    }
  }

  private func failure(_ permit: Permit) -> SafeHTML {
    let own = frame.scoped("failure-" + key)
    let form = own.form(.post, "/v1/permits/\(permit.id.value)/failure", next: next(.saved)) {
      """
      \(own.textArea(words(PublishPhrase.failedReason), name: "reason", rows: 2, isRequired: true))\
      <p><button class="danger">\(words(PublishPhrase.failedButton))</button></p>
      """
    }
    return "<details><summary>\(words(PublishPhrase.failed))</summary>\(form)</details>"
  }
}
