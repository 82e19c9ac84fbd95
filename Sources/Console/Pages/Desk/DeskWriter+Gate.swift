import Linting
import Reviewing

/// What stands in the way of publication, and the draft beside it.
extension DeskWriter {
  var gate: SafeHTML {
    let open = matter.answer.requirements.filter { !$0.isMet }
    let met = matter.answer.requirements.filter { $0.isMet && $0.status != .notApplicable }
    let done = met.map { "<li>\(words($0.explanation))</li>" as SafeHTML }
    let folded: SafeHTML =
      met.isEmpty
      ? ""
      : """
      <details><summary>\(words(DeskPhrase.met, count: met.count))</summary>\
      <ul class="met">\(done)</ul></details>
      """
    let isHeld = !open.isEmpty && !submission.state.isFinal
    let left: SafeHTML = isHeld ? "<ul class=\"unmet\">\(open.map(line))</ul>" : ""
    let title =
      isHeld ? words(DeskPhrase.left, count: open.count) : words(matter.answer.summary)
    return """
      <section class="card gate \(look(isHeld: isHeld))" aria-labelledby="gate">\
      <h2 id="gate">\(title)</h2>\(left)\(folded)</section>
      """
  }

  /// What is over is neither passed nor held.
  private func look(isHeld: Bool) -> String {
    if matter.answer.isPublishable || submission.state == .published { return "passed" }
    return submission.state.isFinal && !isHeld ? "" : "held"
  }

  /// What has to be done about the freeze; the rest comes after.
  var release: SafeHTML {
    let open = matter.answer.requirements.filter { !$0.isMet && $0.key == "content.not_frozen" }
    return open.isEmpty
      ? ""
      : "<section class=\"card gate held\"><ul class=\"unmet\">\(open.map(line))</ul></section>"
  }

  private func line(of requirement: Requirement) -> SafeHTML {
    """
    <li class="\(requirement.status.rawValue)"><b>\(words(requirement.explanation))</b> \
    <span class="aside">\(who(clears: requirement))</span></li>
    """
  }

  private func who(clears requirement: Requirement) -> String {
    let people = requirement.people.prefix(4).map { matter.name($0) }
    if people.isEmpty, requirement.key == "schedule" { return "" }
    let roles = requirement.roles.map { words($0.title) }
    guard !people.isEmpty || !roles.isEmpty else { return words(DeskPhrase.nobodyCan) }
    var names = (people.isEmpty ? roles : people).joined(separator: words("、", ", "))
    if requirement.people.count > 4 {
      names += words(" ", " ") + words(DeskPhrase.andMore, count: requirement.people.count)
    }
    return words(DeskPhrase.canClear, ["names": names])
  }

  /// The draft in a frame of its own, where nothing of it can do anything.
  var draft: SafeHTML {
    guard let revision = matter.shown else { return "" }
    let title = words(PreviewPhrase.frameTitle, count: revision.number)
    let views = DraftView.allCases.map { view -> SafeHTML in
      let address = focus.address(matter.path) { $0.view = view }
      let mark: SafeHTML = view == focus.view ? " aria-current=\"true\"" : ""
      return "<li><a href=\"\(address)\"\(mark)>\(words(view.phrase))</a></li>"
    }
    return """
      <section class="draft" aria-label="\(title)">\
      <ul class="views" aria-label="\(words(PreviewPhrase.viewLabel))">\(views)</ul>\
      <iframe name="draft" title="\(title)" sandbox="" src="\(preview)"></iframe></section>
      """
  }

  /// The address of the draft as it is shown now.
  var preview: String {
    let number = matter.shown?.number ?? 0
    let base = "\(matter.path)/preview/\(number)"
    return focus.view == .phone ? base : base + "?view=\(focus.view.rawValue)"
  }
}
