package import Reviewing

/// All drafts that the viewer may know of, newest first.
package struct DraftListPage: Page {
  let lines: [DraftLine]
  let state: SubmissionState?
  let text: String
  /// The address of the next page; nil for the last.
  let next: String?

  package init(lines: [DraftLine], state: SubmissionState?, text: String, next: String?) {
    self.lines = lines
    self.state = state
    self.text = text
    self.next = next
  }

  package func title(in frame: Frame) -> String { frame.words(ListPhrase.draftsTitle) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let more: SafeHTML =
      next.map { "<p><a class=\"button\" href=\"\($0)\">\(words(ListPhrase.next))</a></p>" } ?? ""
    let isFiltered = state != nil || !text.isEmpty
    let none =
      isFiltered
      ? frame.empty(
        words(ListPhrase.empty),
        "<a href=\"/drafts\">\(words(ListPhrase.showAll))</a>"
      ) : frame.empty(words(ListPhrase.none), frame.newDraft)
    let begin: SafeHTML = lines.isEmpty && !isFiltered ? "" : frame.newDraft
    return """
      <div class="strip"><p class="aside"><a href="/waivers">\(words(WaiverPhrase.title))</a></p>\(begin)</div>\
      \(filter(in: frame))\(lines.isEmpty ? none : "\(table(in: frame))\(more)")
      """
  }

  private func table(in frame: Frame) -> SafeHTML {
    let heads: [ListPhrase] = [.title, .state, .verdict, .department, .creator, .updated]
    return frame.table(
      heads.map { frame.words($0) },
      lines.map { line in
        [
          line.title(in: frame), line.state(in: frame), frame.badge(line.summary.verdict),
          frame.term(line.department), frame.term(line.creator), frame.time(line.summary.updatedAt),
        ]
      }
    )
  }

  private func filter(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let states = SubmissionState.allCases.map { (value: $0.rawValue, label: words($0.title)) }
    return """
      <form method="get" action="/drafts" class="filter">\
      \(frame.textField(words(ListPhrase.search), name: "text", value: text, type: "search"))\
      \(frame.choice(words(ListPhrase.state), name: "state", options: [("", words(ListPhrase.anyState))] + states, chosen: state?.rawValue ?? ""))\
      <p><button>\(words(ListPhrase.filter))</button></p></form>
      """
  }
}
