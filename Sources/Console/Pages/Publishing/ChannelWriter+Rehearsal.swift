import Reviewing

/// Before it is published: what stands in the channel's editor, pasted back and held against what was approved.
extension ChannelWriter {
  func rehearsal(_ permit: Permit) -> SafeHTML {
    let own = frame.scoped("paste-" + key)
    let path = "/drafts/\(submission.id.value)/publish"
    let form = own.form(.post, "/v1/permits/\(permit.id.value)/verify", next: path) {
      """
      \(own.hidden("format", "text"))\
      \(own.textField(words(PublishPhrase.pastedTitle), hint: words(PublishPhrase.pastedTitleHint), name: "title"))\
      \(pasted)<p><button>\(words(PublishPhrase.rehearseButton))</button></p>
      """
    }
    return """
      <section class="rehearsal"><h4>\(words(PublishPhrase.rehearse))</h4>\
      <p class="hint">\(words(PublishPhrase.rehearseHint))</p>\(outcome(of: permit))\(form)</section>
      """
  }

  /// The box takes what is pasted with its markup; without scripts the field takes it as text.
  private var pasted: SafeHTML {
    let id = "f-paste-\(key)-content"
    return """
      <div class="field"><label for="\(id)" id="\(id)-label">\(words(PublishPhrase.pastedContent))</label>\
      <textarea class="unscripted" id="\(id)" name="content" rows="6" spellcheck="false"></textarea>\
      <div class="pasted scripted" data-paste data-image="\(words(PreviewPhrase.image))" contenteditable="true" \
      role="textbox" aria-multiline="true" aria-labelledby="\(id)-label" spellcheck="false" \
      data-empty="\(words(PublishPhrase.pasteHere))"></div></div>
      """
  }

  private func outcome(of permit: Permit) -> SafeHTML {
    guard let found = page.rehearsal, found.permit == permit.id else { return "" }
    let sentence =
      found.isSame
      ? words(found.isPlain ? PublishPhrase.sameText : PublishPhrase.sameContent)
      : words(PublishPhrase.differs, count: found.differences.count)
    let list: SafeHTML =
      found.differences.isEmpty
      ? ""
      : """
      <ol class="differences">\(found.differences.map(place))</ol>\
      <p>\(words(PublishPhrase.rehearsalAdvice))</p>
      """
    let plain: SafeHTML =
      found.isPlain && !found.isSame
      ? "<p class=\"aside\">\(words(PublishPhrase.plainPasted))</p>" : ""
    return """
      <div class="result \(found.isSame ? "pass" : "wrong")" role="status" tabindex="-1" data-shown>\
      <p><b>\(sentence)</b></p>\(list)\(plain)</div>
      """
  }
}
