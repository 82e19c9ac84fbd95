import Linting
import Reviewing

/// What reviewers and authors have said.
extension DeskWriter {
  /// All votes, whether they still count or not.
  var votes: SafeHTML {
    let items = submission.votes.filter {
      matter.policy?.stage($0.stage) != nil || $0.stage == Vote.confirmationStage
    }.map(line)
    return items.isEmpty
      ? ""
      : """
      <section><h2>\(words(ReviewPhrase.votes))</h2><ol class="card said-by">\(items)</ol></section>
      """
  }

  private func line(of vote: Vote) -> SafeHTML {
    let stage = matter.policy?.stage(vote.stage).map {
      "\(words($0.title)) \(words(vote.decision.phrase))"
    }
    let decision = stage ?? words(Operation.confirm.title)
    let outdated: SafeHTML =
      vote.outdated == nil
      ? "" : "<span>\(words(ReviewPhrase.outdated, count: vote.revision))</span>"
    let relaxed: SafeHTML =
      vote.relaxed.isEmpty
      ? ""
      : """
      <span class="late">\(words(ReviewPhrase.relaxed, ["rules": vote.relaxed.joined(separator: " ")]))</span>
      """
    let comment: SafeHTML = vote.comment.isEmpty ? "" : "<p class=\"said\">\(vote.comment)</p>"
    return """
      <li class="\(vote.outdated == nil ? "" : "old")"><p class="facts"><b>\(matter.name(vote.voter))</b> \
      <span>\(decision)</span> \(frame.time(vote.at)) \(outdated) \(relaxed)</p>\(comment)</li>
      """
  }

  var comments: SafeHTML {
    let general = submission.comments.filter { index(of: $0) == nil }
    let items = general.map(item)
    let list: SafeHTML =
      items.isEmpty
      ? "<p class=\"aside\">\(words(ReviewPhrase.noComments))</p>"
      : "<ol class=\"card said-by\">\(items)</ol>"
    let isBare = items.isEmpty && submission.comments.isEmpty || !items.isEmpty
    return """
      <section><h2 id="comments">\(words(ReviewPhrase.comments))</h2>\(isBare ? list : "")\
      \(matter.may(.comment) ? commentForm : "")</section>
      """
  }

  /// Those on one finding, where it stands.
  func comments(on finding: ReviewFinding) -> SafeHTML {
    let items = submission.comments.filter { $0.fingerprint == finding.fingerprint }.map(item)
    return items.isEmpty ? "" : "<ol class=\"said-by\">\(items)</ol>"
  }

  private func index(of comment: ReviewComment) -> Int? {
    comment.fingerprint.flatMap { name in
      matter.findings.firstIndex { $0.fingerprint == name }
    }
  }

  private func item(of comment: ReviewComment) -> SafeHTML {
    let isOpen = comment.resolvedBy == nil
    let badge: SafeHTML =
      comment.isBlocking && isOpen
      ? "<span class=\"badge severity-warning\">\(words(ReviewPhrase.mustResolve))</span>" : ""
    let resolved: SafeHTML =
      comment.resolvedBy.map {
        let line = words(
          ReviewPhrase.resolved,
          ["name": matter.name($0), "time": words.time(comment.resolvedAt)]
        )
        return "<p class=\"facts\">\(line)</p>"
      } ?? ""
    return """
      <li id="\(comment.id.value)" class="\(isOpen ? "" : "old")"><p class="facts">\
      <b>\(matter.name(comment.author))</b> \(frame.time(comment.at)) \
      <span>\(words(CommonPhrase.revision, count: comment.revision))</span> \(badge)</p>\
      <p class="said">\(comment.text)</p>\(resolved)\(isOpen ? resolveForm(for: comment) : "")</li>
      """
  }

  private func resolveForm(for comment: ReviewComment) -> SafeHTML {
    guard matter.may(.resolveComment), canResolve(comment) else { return "" }
    return frame.form(
      .post,
      "/v1/drafts/\(submission.id.value)/comments/\(comment.id.value)/resolution",
      next: next(.saved, comment.id.value)
    ) { "<button class=\"plain\">\(words(ReviewPhrase.resolve))</button>" }
  }

  /// Of what blocks, the gate names those who can.
  private func canResolve(_ comment: ReviewComment) -> Bool {
    guard comment.isBlocking, let viewer = frame.viewer?.user.id else { return true }
    return comment.author == viewer
      || matter.answer.requirements.contains {
        $0.failing.contains(comment.id.value) && $0.people.contains(viewer)
      }
  }

  private var commentForm: SafeHTML {
    let own = frame.scoped("comment")
    let subjects = matter.findings.enumerated().map { index, finding in
      let label = finding.text.isEmpty ? words(finding.message) : finding.text
      return (value: finding.fingerprint, label: "\(index + 1) \(cut(label, to: 24))")
    }
    let about = focus.about.flatMap { index in
      matter.findings.indices.contains(index) ? matter.findings[index].fingerprint : nil
    }
    let blocking: SafeHTML =
      matter.isJudge
      ? own.tick(words(ReviewPhrase.blocking), name: "blocking", isTicked: false) : ""
    let subject: SafeHTML =
      subjects.isEmpty
      ? ""
      : own.choice(
        words(ReviewPhrase.about),
        name: "fingerprint",
        options: [("", words(ReviewPhrase.aboutWhole))] + subjects,
        chosen: about ?? ""
      )
    let form = own.form(
      .post,
      "/v1/drafts/\(submission.id.value)/comments",
      next: next(.commented, focus.about.map { "finding-\($0 + 1)" } ?? "comments")
    ) {
      """
      \(subject)\(own.textArea(words(ReviewPhrase.commentText), name: "text", isRequired: true))\
      \(blocking)<p class="actions"><button>\(words(ReviewPhrase.sendComment))</button></p>
      """
    }
    return """
      <details class="card" id="comment"\("open", if: about != nil)>\
      <summary>\(words(ReviewPhrase.addComment))</summary>\(form)</details>
      """
  }
}

extension Vote.Decision {
  var phrase: ReviewPhrase {
    switch self {
    case .approve: .approvedWord
    case .return: .returnedWord
    case .reject: .rejectedWord
    }
  }
}
