import Linting
import Reading
package import Reviewing

/// A draft with its release form, to be written or revised.
package struct DraftFormPage: Page {
  package enum Occasion: Sendable {
    case new
    /// After or beside another, whose title is told.
    case after(Submission.Predecessor, title: String)
    case revision(of: Submission)
  }

  let occasion: Occasion
  let manuscript: Manuscript
  let form: ReleaseForm
  let institution: Institution
  /// JSON pointers of what is to be filled in before it can be handed in.
  let missing: [String]

  /// What there is to choose from.
  package struct Institution: Sendable {
    let columns: [Column]
    let departments: [ID<Department>: String]
    let leaders: [User]
    let names: [ID<User>: String]

    /// `chosen` is offered whether it is in use or not.
    package init(
      columns: [Column],
      departments: [Department],
      users: [User],
      chosen: ID<Column>?
    ) {
      self.columns = columns.filter { $0.isActive || $0.id == chosen }
      self.departments = Dictionary(departments.map { ($0.id, $0.name) }) { first, _ in first }
      names = Dictionary(users.map { ($0.id, $0.displayName) }) { first, _ in first }
      leaders = users.filter { !$0.isDisabled && $0.roles.contains(.leader) }
    }
  }

  package init(
    _ occasion: Occasion,
    manuscript: Manuscript,
    form: ReleaseForm,
    institution: Institution,
    missing: [String] = []
  ) {
    self.occasion = occasion
    self.manuscript = manuscript
    self.form = form
    self.institution = institution
    self.missing = missing
  }

  package var width: PageWidth { .full }
  package var extras: [String] { ["draft.css", "draft.js", "draft-files.js"] }

  package func title(in frame: Frame) -> String {
    switch occasion {
    case .new: frame.words(DraftFormPhrase.newTitle)
    case .after(let predecessor, _):
      frame.words(
        predecessor.relation == .corrects
          ? DraftFormPhrase.correctionTitle : DraftFormPhrase.afterTitle
      )
    case .revision: frame.words(DraftFormPhrase.editTitle)
    }
  }

  package func body(in frame: Frame) -> SafeHTML {
    "\(told(in: frame))\(wholeForm(in: frame))"
  }

  private func wholeForm(in frame: Frame) -> SafeHTML {
    let fields = {
      """
      \(predecessorFields(in: frame))\
      <div class="writing">\(writing(in: frame))\(live(in: frame))</div>\
      <div class="declaring">\(place(in: frame))\(declarations(in: frame))</div>\
      \(saving(in: frame))
      """ as SafeHTML
    }
    guard case .revision(let submission) = occasion else {
      return frame.form(
        .post,
        "/v1/drafts",
        next: "/drafts/{id}?done=saved",
        style: "draft-form",
        takesFiles: true,
        fields
      )
    }
    return frame.form(
      .post,
      "/v1/drafts/\(submission.id.value)/revisions",
      version: submission.version,
      next: "/drafts/\(submission.id.value)?done=saved",
      style: "draft-form",
      takesFiles: true,
      fields
    )
  }

  private func predecessorFields(in frame: Frame) -> SafeHTML {
    guard case .after(let predecessor, _) = occasion else { return "" }
    return """
      \(frame.hidden("predecessor.id", predecessor.id.value))\
      \(frame.hidden("predecessor.relation", predecessor.relation.rawValue))
      """
  }
}

// MARK: - The text

extension DraftFormPage {
  private func writing(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let (head, body) = parted
    let formats: [(DraftFormat, DraftFormPhrase)] = [
      (.markdown, .markdown), (.html, .html), (.text, .plain),
    ]
    let options = formats.map { format, phrase -> SafeHTML in
      """
      <option value="\(format.rawValue)"\("selected", if: format == manuscript.format)>\(words(phrase))</option>
      """
    }
    return """
      \(headFields(head, in: frame))\
      <div class="field"><label for="f-content">\(words(DraftFormPhrase.content))</label>\
      <p class="hint" id="f-content-hint">\(words(DraftFormPhrase.contentHint))
      <a href="/check">\(words(DraftFormPhrase.checkRich))</a></p>\
      <div class="toolbar"><label for="f-format">\(words(DraftFormPhrase.format))</label>\
      <select id="f-format" name="format">\(options)</select>\
      <span class="scripted"><label class="button">\(words(DraftFormPhrase.loadFile))\
      <input type="file" id="f-load" class="covered" accept=".md,.markdown,.html,.htm,.txt"\
       data-replace="\(words(DraftFormPhrase.replaceText))" data-word="\(words(DraftFormPhrase.wordFile))"></label>\
      <span class="hint">\(words(DraftFormPhrase.loadHint))</span></span></div>\
      <textarea id="f-content" name="content" rows="22" required aria-describedby="f-content-hint">
      \(body)</textarea></div>
      """
  }

  /// What a script shows of the check while one writes; its sentences stand in the attributes.
  private func live(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let sentences: [(String, DraftFormPhrase)] = [
      ("empty", .liveEmpty), ("waiting", .liveWaiting), ("none", .liveNone),
      ("tally", .liveTally), ("more", .liveMore), ("failed", .liveFailed), ("line", .line),
      ("count", .titleCount), ("over", .titleOver), ("untitled", .noTitle),
    ]
    let attributes = sentences.map { name, phrase -> SafeHTML in
      " data-\(name)=\"\(words(phrase))\""
    }
    return """
      <section class="live card" aria-labelledby="live-title"\(attributes)>\
      <h2 id="live-title">\(words(DraftFormPhrase.liveTitle))</h2>\
      <p role="status" data-part="tally">\(words(DraftFormPhrase.liveLater))</p>\
      <ol class="findings" data-part="findings"></ol>\
      <template>\(frame.badge(.error))\(frame.badge(.warning))\(frame.badge(.suggestion))</template>\
      </section>
      """
  }

  private func saving(in frame: Frame) -> SafeHTML {
    let words = frame.words
    guard case .revision = occasion else {
      return """
        <div class="saving"><p class="actions"><button class="primary">\(words(DraftFormPhrase.save))</button>\
        <span class="aside">\(words(DraftFormPhrase.saveHint))</span></p></div>
        """
    }
    let note = frame.textField(
      words(DraftFormPhrase.changeNote),
      hint: words(DraftFormPhrase.changeNoteHint),
      name: "note"
    )
    return """
      <div class="saving">\(note)\
      <p class="actions"><button class="primary">\(words(DraftFormPhrase.saveRevision))</button>\
      <span class="aside">\(words(DraftFormPhrase.saveRevisionHint))</span></p></div>
      """
  }
}
