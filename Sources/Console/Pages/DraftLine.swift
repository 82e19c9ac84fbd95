package import Linting
package import Reviewing

/// A draft as lists show it.
package struct DraftLine: Sendable {
  let summary: SubmissionSummary
  let department: String
  let creator: String
  /// Of the stage that it is at; nil unless in review.
  let stage: Localized?
  /// After how many hours at its stage it counts as overdue.
  let dueHours: Int?
  /// What the viewer can do to bring it on.
  let operations: [Operation]

  package init(
    summary: SubmissionSummary,
    department: String,
    creator: String,
    stage: Localized?,
    dueHours: Int?,
    operations: [Operation] = []
  ) {
    self.summary = summary
    self.department = department
    self.creator = creator
    self.stage = stage
    self.dueHours = dueHours
    self.operations = operations
  }

  /// Since when it has waited on somebody; the longest come first.
  package var waitedSince: Timestamp { summary.waitingSince ?? summary.updatedAt }

  func title(in frame: Frame) -> SafeHTML {
    let text = summary.title.isEmpty ? frame.words(CommonPhrase.untitled) : summary.title
    return "<a href=\"/drafts/\(summary.id.value)\">\(text)</a>"
  }

  func state(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let stage: SafeHTML = self.stage.map { " <span class=\"stage\">\(words($0))</span>" } ?? ""
    let raised: SafeHTML =
      summary.isEscalated
      ? " <span class=\"badge escalated\">\(words(CommonPhrase.escalated))</span>" : ""
    return "\(frame.badge(summary.state))\(stage)\(raised)"
  }

  /// How long it has waited at its stage; marked where that is too long.
  func waiting(in frame: Frame) -> SafeHTML {
    guard let since = summary.waitingSince else { return "" }
    let hours = Int((frame.now.milliseconds - since.milliseconds) / 3_600_000)
    if let dueHours, hours >= dueHours {
      return
        "<span class=\"late\">\(frame.words(CommonPhrase.hoursLate, count: hours - dueHours))</span>"
    }
    return hours >= 48
      ? "\(frame.words(CommonPhrase.daysWaiting, count: hours / 24))"
      : "\(frame.words(CommonPhrase.hoursWaiting, count: hours))"
  }
}
