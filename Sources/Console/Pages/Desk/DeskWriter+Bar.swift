import Linting
import Reviewing

/// What the viewer can do, always at hand; what they cannot, and why.
extension DeskWriter {
  var bar: SafeHTML {
    let far = Self.told.compactMap { step in
      matter.answer.refused[step].flatMap { isNear($0) ? nil : off(step, because: $0) }
    }
    let rest: SafeHTML =
      far.isEmpty
      ? ""
      : """
      <details class="act" name="act"><summary class="button quiet">\(words(ReviewPhrase.cannotDo))</summary>\
      <div class="sheet">\(far)</div></details>
      """
    let isFrozen = submission.state == .frozen
    return """
      <section class="bar" aria-label="\(words(ReviewPhrase.bar))">\
      <p class="sum">\(words(isFrozen ? submission.state.title : matter.answer.summary))</p>\
      <div class="actions">\(Self.steps.map(step))\(matter.may(.confirm) ? confirm : "")\(reopen)\(rest)</div></section>
      """
  }

  /// In the order in which they are offered, what brings the draft on first.
  private static let steps: [Operation] = [
    .submit, .approve, .releaseFrozen, .revise, .issuePermit, .return, .reject, .escalate,
    .deescalate, .withdraw,
  ]

  /// Those of which it is said that role or state speaks against them.
  private static let told: [Operation] = [
    .submit, .approve, .revise, .return, .reject, .escalate, .withdraw,
  ]

  /// Its form, or why there is none.
  private func step(_ operation: Operation) -> SafeHTML {
    guard matter.may(operation) else {
      let isPointless = operation == .issuePermit || operation == .deescalate && !isRaised
      guard !isPointless, let code = matter.answer.refused[operation], isNear(code)
      else { return publish(operation) }
      return off(operation, because: code)
    }
    return switch operation {
    case .submit: submit
    case .approve: approve
    case .releaseFrozen: thaw
    case .revise: link("/edit", words(DeskPhrase.edit))
    case .issuePermit: publish(operation)
    case .return: sendBack
    case .reject: reject
    case .escalate: escalate
    case .deescalate: deescalate
    case .withdraw: withdraw
    default: ""
    }
  }

  private var isRaised: Bool {
    submission.escalations.contains { $0.to == .leadership && $0.lifted == nil }
  }

  /// Whoever has to do with publishing goes there for all of it.
  private func publish(_ operation: Operation) -> SafeHTML {
    let steps: [Operation] = [.issuePermit, .consumePermit, .recordPublication, .retract]
    guard operation == .issuePermit, steps.contains(where: matter.may) else { return "" }
    return link("/publish", words(ReviewPhrase.goPublish))
  }

  private var reopen: SafeHTML {
    guard matter.may(.reopen) else { return "" }
    return """
      <a class="button" href="/drafts/new?after=\(submission.id.value)">\
      \(words(Operation.reopen.title))</a>
      """
  }

  /// Whether something else than role and state stands against it.
  private func isNear(_ code: String) -> Bool {
    GateAnswer.message(ofRule: code) != nil || code == Refusal.Code.gateBlocked.rawValue
  }

  private func off(_ operation: Operation, because code: String) -> SafeHTML {
    let why =
      GateAnswer.message(ofRule: code).map { words($0) } ?? words(ReviewPhrase(refusal: code))
    let id = "off-" + operation.rawValue
    return """
      <span class="off"><button type="button" disabled aria-describedby="\(id)">\
      \(words(operation.title))</button> <span class="why" id="\(id)">\(why)</span></span>
      """
  }

  private func link(_ end: String, _ text: String) -> SafeHTML {
    "<a class=\"button\" href=\"\(matter.path)\(end)\">\(text)</a>"
  }
}

// MARK: - The forms

extension DeskWriter {
  private struct Looks {
    var style = ""
    var confirm = ""
  }

  /// A button that unfolds the form of a step.
  private func act(
    _ operation: Operation,
    _ done: NoticePhrase,
    _ looks: Looks = Looks(),
    _ fields: (Frame) -> SafeHTML
  ) -> SafeHTML {
    let own = frame.scoped(operation.rawValue)
    let title = words(operation.title)
    let confirm: SafeHTML =
      looks.confirm.isEmpty ? "" : " data-confirm=\"\(looks.confirm)\""
    let form = own.form(
      .post,
      "/v1/drafts/\(submission.id.value)/transitions",
      version: submission.version,
      next: "\(matter.path)?done=\(done.rawValue)",
      style: "sheet"
    ) {
      """
      \(own.hidden("action", operation.rawValue))\(fields(own))\
      <p class="actions"><button class="\(looks.style)"\(confirm)>\(title)</button></p>
      """
    }
    return """
      <details class="act" name="act"><summary class="button \(looks.style)">\(title)</summary>\
      \(form)</details>
      """
  }

  private var submit: SafeHTML {
    act(.submit, .submitted, Looks(style: "primary")) { own in
      own.textArea(
        words(ReviewPhrase.submitNote),
        hint: words(ReviewPhrase.submitHint),
        name: "note"
      )
    }
  }

  /// What a vote names: exactly what is shown on this page.
  private func seen(_ own: Frame) -> SafeHTML {
    guard let digest = matter.shown?.contentDigest, let number = matter.shown?.number else {
      return ""
    }
    let line = words(
      ReviewPhrase.seen,
      ["count": String(number), "code": digest.shortCode]
    )
    return "\(own.hidden("content_digest", digest.description))<p class=\"hint\">\(line)</p>"
  }

  private var approve: SafeHTML {
    act(.approve, .approved, Looks(style: "primary")) { own in
      let items = (matter.stage?.checklist ?? []).map {
        (value: $0.key, label: words($0.title))
      }
      let list: SafeHTML =
        items.isEmpty
        ? ""
        : own.boxes(
          words(ReviewPhrase.checklist),
          hint: words(ReviewPhrase.checklistHint),
          name: "checklist[]",
          options: items
        )
      return "\(list)\(opinion(own))\(seen(own))"
    }
  }

  private var confirm: SafeHTML {
    act(.confirm, .saved, Looks(style: "primary")) { own in "\(opinion(own))\(seen(own))" }
  }

  private func opinion(_ own: Frame) -> SafeHTML {
    own.textArea(
      words(ReviewPhrase.opinion),
      hint: words(ReviewPhrase.opinionHint),
      name: "comment",
      rows: 2
    )
  }

  private var sendBack: SafeHTML {
    act(.return, .returned) { own in "\(reason(.returnReason, rows: 4, own))\(seen(own))" }
  }

  private func reason(_ label: ReviewPhrase, rows: Int, _ own: Frame) -> SafeHTML {
    own.textArea(
      words(label),
      hint: words(ReviewPhrase.returnHint),
      name: "comment",
      rows: rows,
      isRequired: true
    )
  }

  private var reject: SafeHTML {
    let looks = Looks(style: "danger", confirm: words(ReviewPhrase.rejectConfirm))
    return act(.reject, .rejected, looks) { own in
      "\(reason(.rejectReason, rows: 3, own))\(seen(own))"
    }
  }

  private var escalate: SafeHTML {
    act(.escalate, .escalated) { own in
      let to = own.choice(
        words(ReviewPhrase.escalateTo),
        name: "to",
        options: [
          ("leadership", words(DeskPhrase.toLeadership)),
          ("secrecy", words(DeskPhrase.toSecrecy)),
        ],
        isRequired: true
      )
      let ground = own.textArea(
        words(ReviewPhrase.escalateGround),
        hint: words(ReviewPhrase.escalateHint),
        name: "reason",
        isRequired: true
      )
      return "\(to)\(ground)"
    }
  }

  private var deescalate: SafeHTML {
    act(.deescalate, .saved) { own in
      """
      \(own.hidden("to", "leadership"))\
      \(own.textArea(words(ReviewPhrase.deescalateReason), hint: words(ReviewPhrase.returnHint), name: "reason", isRequired: true))
      """
    }
  }

  private var withdraw: SafeHTML {
    let looks = Looks(confirm: words(ReviewPhrase.withdrawConfirm))
    return act(.withdraw, .withdrawn, looks) { own in
      own.textArea(words(ReviewPhrase.withdrawReason), name: "reason", rows: 2, isRequired: true)
    }
  }

  private var thaw: SafeHTML {
    act(.releaseFrozen, .saved, Looks(style: "primary")) { own in
      let incident = own.textField(
        words(ReviewPhrase.incident),
        hint: words(ReviewPhrase.incidentHint),
        name: "incident",
        isRequired: true
      )
      let outcome = own.tick(words(ReviewPhrase.closeForGood), name: "rejected", isTicked: false)
      return "\(incident)\(outcome)"
    }
  }
}
