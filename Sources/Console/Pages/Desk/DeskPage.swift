package import Linting
import Reviewing

/// The review desk (审稿台): the draft as a reader sees it, what was found in it, what is left to do and by whom.
package struct DeskPage: Page {
  let matter: DeskMatter
  let focus: DeskFocus

  package init(_ matter: DeskMatter, focus: DeskFocus) {
    self.matter = matter
    self.focus = focus
  }

  package var width: PageWidth { .full }
  package var extras: [String] { ["tabs.css", "desk.css", "findings.css", "bar.css", "desk.js"] }

  package func title(in frame: Frame) -> String { matter.submission.title(in: frame) }

  package func body(in frame: Frame) -> SafeHTML {
    let desk = DeskWriter(matter: matter, focus: focus, frame: frame)
    guard matter.submission.state != .frozen else {
      return "\(desk.head)\(desk.frozen)\(desk.bar)"
    }
    let layout = matter.shown == nil ? "" : "desk " + focus.view.rawValue
    return """
      \(desk.head)
      <div class="\(layout)">\(desk.draft)
      <div class="remarks">\(desk.gate)\(desk.escalations)\(desk.declarations)\(matter.shown == nil ? "" : desk.findings)\
      \(desk.votes)\(desk.comments)</div></div>
      \(desk.bar)
      """
  }
}

/// What of the desk one looks at: part of its address.
package struct DeskFocus: Sendable {
  package var view = DraftView.phone
  package var severity: Severity?
  package var rule: String?
  /// The finding that a comment is about, by index.
  package var about: Int?

  package init() {}

  /// With another view, or other findings.
  func address(_ path: String, _ change: (inout Self) -> Void) -> String {
    var focus = self
    focus.about = nil
    change(&focus)
    var pairs: [String] = []
    if focus.view != .phone { pairs.append("view=\(focus.view.rawValue)") }
    if let severity = focus.severity { pairs.append("severity=\(severity.rawValue)") }
    if let rule = focus.rule { pairs.append("rule=\(percentEncoded(rule))") }
    if let about = focus.about { pairs.append("about=\(about + 1)") }
    return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
  }

  func holds(_ finding: ReviewFinding) -> Bool {
    (severity ?? finding.severity) == finding.severity && (rule ?? finding.rule) == finding.rule
  }
}

/// Writes the parts of the desk.
struct DeskWriter {
  let matter: DeskMatter
  let focus: DeskFocus
  let frame: Frame

  var words: Words { frame.words }
  var submission: Submission { matter.submission }
}

extension Submission {
  /// Of pages about it; nothing of a frozen one.
  func title(in frame: Frame) -> String {
    guard state != .frozen else { return frame.words(DeskPhrase.frozenTitle) }
    let title = current?.canonical.title ?? ""
    return title.isEmpty ? frame.words(CommonPhrase.untitled) : title
  }
}
