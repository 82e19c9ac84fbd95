import Reviewing

/// The pages about one draft.
enum DraftTab: CaseIterable {
  case desk
  case compare
  case history
  case form
  case publish

  fileprivate var phrase: DeskPhrase {
    switch self {
    case .desk: .desk
    case .compare: .compare
    case .history: .history
    case .form: .releaseForm
    case .publish: .publish
    }
  }

  fileprivate func address(of draft: ID<Submission>) -> String {
    switch self {
    case .desk: "/drafts/\(draft.value)"
    case .compare: "/drafts/\(draft.value)/compare"
    case .history: "/drafts/\(draft.value)/history"
    case .form: "/drafts/\(draft.value)/form"
    case .publish: "/drafts/\(draft.value)/publish"
    }
  }

  /// Whether there is anything there yet.
  fileprivate func isOpen(of submission: Submission) -> Bool {
    switch self {
    case .desk, .history: true
    case .compare: submission.state != .frozen && submission.revisions.count > 1
    case .form: submission.state != .frozen
    case .publish: submission.approvedAt != nil || !submission.publications.isEmpty
    }
  }
}

extension Frame {
  /// The way between the pages about a draft.
  func tabs(of submission: Submission, at current: DraftTab) -> SafeHTML {
    let links = DraftTab.allCases.filter { $0.isOpen(of: submission) }.map { tab -> SafeHTML in
      // The form is for paper: without navigation, beside the console.
      let mark: SafeHTML =
        tab == current
        ? " aria-current=\"page\"" : tab == .form ? " target=\"_blank\"" : ""
      return
        "<li><a href=\"\(tab.address(of: submission.id))\"\(mark)>\(words(tab.phrase))</a></li>"
    }
    return "<nav class=\"tabs\" aria-label=\"\(words(DeskPhrase.tabs))\"><ul>\(links)</ul></nav>"
  }
}
