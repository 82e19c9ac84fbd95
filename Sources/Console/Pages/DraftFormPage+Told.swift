import Reviewing

/// What one should know before writing.
extension DraftFormPage {
  func told(in frame: Frame) -> SafeHTML {
    let words = frame.words
    switch occasion {
    case .new: return ""
    case .after(let predecessor, let title):
      let label =
        predecessor.relation == .corrects ? DraftFormPhrase.corrects : DraftFormPhrase.supersedes
      let shown = title.isEmpty ? words(CommonPhrase.untitled) : title
      return """
        <p class="aside">\(words(label))<a href="/drafts/\(predecessor.id.value)">\(shown)</a></p>
        """
    case .revision(let submission):
      let leaves: SafeHTML =
        submission.state == .inReview
        ? "<p class=\"warning\">\(words(DraftFormPhrase.leavesReview))</p>" : ""
      return "\(leaves)\(asked(of: submission, in: frame))\(stillMissing(in: frame))"
    }
  }

  /// What reviewers want to be done: why it was sent back, and their remarks that are open.
  private func asked(of submission: Submission, in frame: Frame) -> SafeHTML {
    var lines: [SafeHTML] = []
    let isReturned = submission.state == .returned
    if isReturned, let vote = submission.votes.last(where: { $0.decision == .return }) {
      lines.append(line(.returnedBy, vote.voter, vote.at, vote.comment, in: frame))
    }
    let open = submission.comments.filter { $0.isBlocking && $0.resolvedBy == nil }
    lines += open.map { line(.askedBy, $0.author, $0.at, $0.text, in: frame) }
    return lines.isEmpty ? "" : "<div class=\"warning asked\">\(lines)</div>"
  }

  private func line(
    _ phrase: DraftFormPhrase,
    _ author: ID<User>,
    _ time: Timestamp,
    _ text: String,
    in frame: Frame
  ) -> SafeHTML {
    let name = institution.names[author] ?? author.value
    let head = frame.words(phrase, ["name": name, "time": frame.words.time(time)])
    return "<p><b>\(head)</b></p><p class=\"said\">\(text)</p>"
  }

  private func stillMissing(in frame: Frame) -> SafeHTML {
    guard !missing.isEmpty else { return "" }
    let words = frame.words
    let links = missing.map { pointer -> SafeHTML in
      guard let (anchor, label) = place(of: pointer) else { return "<li>\(pointer)</li>" }
      return "<li><a href=\"#\(anchor)\">\(words(label))</a></li>"
    }
    return """
      <div class="warning"><p>\(words(DraftFormPhrase.incomplete, count: missing.count))</p>\
      <ul class="inline">\(links)</ul></div>
      """
  }
}
