import Linting
import Reporting
import Reviewing

/// What the draft is, whose, and until when.
extension DeskWriter {
  var head: SafeHTML {
    let raised: SafeHTML =
      submission.escalations.contains { $0.lifted == nil }
      ? "<span class=\"badge escalated\">\(words(CommonPhrase.escalated))</span>" : ""
    let stage: SafeHTML = matter.stage.map { "<b>\(words($0.title))</b>" } ?? ""
    let number = submission.current?.number ?? 0
    return """
      <p class="facts">\(frame.badge(submission.state)) \(stage) \(raised) \
      \(matter.shown == nil ? "" : frame.badge(matter.shown?.check.verdict)) \
      <span>\(words(CommonPhrase.revision, count: number))</span> \(due)</p>\
      <p class="facts">\(place) \(origin) \(code)</p>\
      \(predecessor)\(frame.tabs(of: submission, at: .desk))
      """
  }

  private var place: SafeHTML {
    guard let column = matter.column else { return "" }
    let owner = words(DeskPhrase.owner, ["name": matter.name(column.owner)])
    return
      "<span>\(words(DeskPhrase.column)) <b>\(column.name)</b>\(words("（", " ("))\(owner)\(words("）", ")"))</span>"
  }

  private var origin: SafeHTML {
    """
    <span>\(words(DeskPhrase.submitter)) \(matter.name(submission.department)) \
    \(matter.name(submission.creator))</span>
    """
  }

  private var code: SafeHTML {
    guard let digest = matter.shown?.contentDigest else { return "" }
    return "<span>\(words(DeskPhrase.digest)) <code>\(digest.shortCode)</code></span>"
  }

  private var due: SafeHTML {
    guard let since = submission.waitingSince, let stage = matter.stage else { return "" }
    let end = since.adding(hours: stage.dueHours)
    let isLate = end <= frame.now
    let text = words(
      isLate ? DeskPhrase.overdue : DeskPhrase.due,
      ["time": words.time(end)]
    )
    return "<span class=\"\(isLate ? "late" : "due")\">\(text)</span>"
  }

  private var predecessor: SafeHTML {
    guard let predecessor = submission.predecessor else { return "" }
    let text = words(
      predecessor.relation == .corrects ? DeskPhrase.corrects : DeskPhrase.predecessor
    )
    return "<p class=\"facts\"><a href=\"/drafts/\(predecessor.id.value)\">\(text)</a></p>"
  }

  /// Folded: read when it matters.
  var declarations: SafeHTML {
    guard let revision = matter.shown else { return "" }
    let form = ReleaseFormPage(
      of: submission,
      users: matter.users,
      departments: matter.departments,
      columns: matter.columns,
      policy: matter.policy,
      book: matter.book,
      checkpoint: nil,
      printedAt: frame.now,
      language: words.language
    )
    let assets = revision.manuscript.assets.map { asset -> SafeHTML in
      "<li>\(words(asset.purpose.title)) \(asset.name) <code>\(asset.digest.shortCode)</code></li>"
    }
    let files: SafeHTML =
      assets.isEmpty ? "" : "<h3>\(words(DeskPhrase.files))</h3><ul class=\"files\">\(assets)</ul>"
    return """
      <details class="card declarations"><summary><b>\(words(DeskPhrase.declarations))</b> \
      <span class="aside">\(words(DeskPhrase.declarationsHint))</span></summary>\
      <table>\(form.declared)</table>\(files)</details>
      """
  }

  var escalations: SafeHTML {
    let lines = submission.escalations.map { ground -> SafeHTML in
      let lifted: SafeHTML =
        ground.lifted.map {
          let text = words(
            DeskPhrase.lifted,
            ["name": matter.name($0.by), "reason": $0.reason]
          )
          return " <span class=\"aside\">\(text)</span>"
        } ?? ""
      let reason = ground.reason(in: words, matter.book, name: matter.name)
      return "<li><b>\(words(ground.destination))</b> \(reason)\(lifted)</li>"
    }
    guard !lines.isEmpty else { return "" }
    return """
      <div class="card raised"><h2>\(words(DeskPhrase.escalations))</h2><ul>\(lines)</ul></div>
      """
  }

  /// What to do about a mark of secrecy.
  var frozen: SafeHTML {
    let steps: [DeskPhrase] = [.frozenStepOne, .frozenStepTwo, .frozenStepThree]
    return """
      <div class="alert"><p>\(words(DeskPhrase.frozenWhat))</p></div>\
      <ol class="card steps">\(steps.map { "<li>\(words($0))</li>" as SafeHTML })</ol>\(release)\(escalations)
      """
  }
}
