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
    let begin = frame.newDraft
    guard !begin.isEmpty || !mine.isEmpty else {
      return frame.section(words(ListPhrase.waitingOnMe), todo)
    }
    let own =
      mine.isEmpty
      ? frame.empty(words(ListPhrase.mineEmpty), begin)
      : "<ul class=\"cards\">\(mine.map { item(of: $0, in: frame) })</ul>" as SafeHTML
    let head: SafeHTML = mine.isEmpty ? "" : begin
    return """
      \(frame.section(words(ListPhrase.waitingOnMe), todo))
      <section><div class="strip"><h2>\(words(ListPhrase.mine))</h2>\(head)</div>\(own)</section>
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

extension Frame {
  /// The way to a new draft, for those who write.
  var newDraft: SafeHTML {
    guard viewer?.has(anyOf: Role.writers) ?? false else { return "" }
    return "<a class=\"button primary\" href=\"/drafts/new\">\(words(ListPhrase.newDraft))</a>"
  }
}
