import Reviewing

/// Boxes to sign in, one for each stage that the matter has to pass.
extension ReleaseFormPage {
  var signatures: SafeHTML {
    let boxes = stages.map { box(title(ofStage: $0), "") } + confirmation
    guard !boxes.isEmpty else { return "" }
    return
      "<h2>\(words(ReleaseFormPhrase.signatures))</h2>\n<table class=\"sign\">\(boxes)</table>\n"
  }

  private var isUrgent: Bool { submission.current?.form.urgency != nil }

  private var stages: [String] {
    guard submission.stages.isEmpty else { return submission.stages }
    return (isUrgent ? policy?.urgentStages : policy?.stages.map(\.key)) ?? []
  }

  /// What went the urgent way is confirmed in writing, where leadership has not signed it in the course of the review.
  private var confirmation: [SafeHTML] {
    guard isUrgent, let hours = policy?.confirmationHours,
      !stages.contains(where: { policy?.stage($0)?.condition == .leadership })
    else { return [] }
    let due = submission.approvedAt.map { approved in
      words(ReleaseFormPhrase.confirmBy, ["time": words.time(approved.adding(hours: hours))])
    }
    let within = words(ReleaseFormPhrase.confirmWithin, count: hours)
    return [
      box(words(ReleaseFormPhrase.confirmation), list([within, due ?? ""].filter { !$0.isEmpty }))
    ]
  }

  private func box(_ title: String, _ note: String) -> SafeHTML {
    let line: SafeHTML = note.isEmpty ? "" : "<small>\(note)</small><br>"
    return """
      <tr><td>\(title)<br>\(line)\(words(ReleaseFormPhrase.opinionLine))</td>\
      <td class="line">\(words(ReleaseFormPhrase.signature))<br><br>\(words(ReleaseFormPhrase.signatureDate))</td></tr>

      """
  }
}
