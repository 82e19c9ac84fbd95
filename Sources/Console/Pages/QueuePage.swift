import Reviewing

/// What waits on the viewer, oldest first, and what the viewer has written.
package struct QueuePage: Page {
  let waiting: [DraftLine]
  let mine: [DraftLine]

  package init(waiting: [DraftLine], mine: [DraftLine]) {
    self.waiting = waiting
    self.mine = mine
  }

  package func title(in frame: Frame) -> String { frame.words(ListPhrase.queueTitle) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let todo =
      waiting.isEmpty
      ? frame.empty(words(ListPhrase.waitingEmpty))
      : "<ul class=\"cards\">\(waiting.map { item(of: $0, in: frame) })</ul>" as SafeHTML
    guard let viewer = frame.viewer, viewer.has(anyOf: Role.writers) || !mine.isEmpty else {
      return frame.section(words(ListPhrase.waitingOnMe), todo)
    }
    let begin: SafeHTML =
      "<a class=\"button primary\" href=\"/drafts/new\">\(words(ListPhrase.newDraft))</a>"
    let own =
      mine.isEmpty
      ? frame.empty(words(ListPhrase.mineEmpty), begin)
      : "<ul class=\"cards\">\(mine.map { item(of: $0, in: frame) })</ul><p>\(begin)</p>"
        as SafeHTML
    return """
      \(frame.section(words(ListPhrase.waitingOnMe), todo))
      \(frame.section(words(ListPhrase.mine), own))
      """
  }

  private func item(of line: DraftLine, in frame: Frame) -> SafeHTML {
    // Whether it passes is to be judged: what waits is the stage, not its approval.
    let operations = line.operations.map {
      frame.words($0 == .approve ? line.stage ?? $0.title : $0.title)
    }
    .joined(separator: frame.words("、", ", "))
    let can: SafeHTML =
      operations.isEmpty
      ? "" : "<p class=\"can\"><b>\(frame.words(ListPhrase.whyMine))</b> \(operations)</p>"
    return """
      <li class="card"><h3>\(line.title(in: frame))</h3>\
      <p class="facts">\(line.state(in: frame)) \(frame.badge(line.summary.verdict)) \
      <span>\(line.department) · \(line.creator)</span> <span>\(line.waiting(in: frame))</span></p>\
      \(can)</li>
      """
  }
}
