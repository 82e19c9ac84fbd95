import Linting
package import Reporting
package import Reviewing

/// The ledger of waivers (放行台账): what waits for a decision, what holds and for how long, what is over.
package struct WaiversPage: Page {
  /// Those that wait for a decision or hold; nil on a further page.
  let open: [WaiverLine]?
  /// A page of those that are over, newest first.
  let over: [WaiverLine]
  /// The address of the next page of these; nil for the last.
  let next: String?
  let names: [ID<User>: String]
  let book: RuleBook

  package init(
    open: [WaiverLine]?,
    over: [WaiverLine],
    next: String?,
    names: [ID<User>: String],
    book: RuleBook
  ) {
    self.open = open?.sorted { $0.waiver.expiresAt < $1.waiver.expiresAt }
    self.over = over
    self.next = next
    self.names = names
    self.book = book
  }

  package func title(in frame: Frame) -> String { frame.words(WaiverPhrase.title) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    guard let open else { return frame.section(words(WaiverPhrase.over), past(in: frame)) }
    let pending = open.filter { $0.waiver.state == .pending }
    let inForce = open.filter { $0.waiver.state == .granted }
    let past: SafeHTML =
      over.isEmpty
      ? ""
      : "<details><summary>\(words(WaiverPhrase.over))</summary>\(past(in: frame))</details>"
    return """
      <p class="aside">\(words(WaiverPhrase.intro))</p>
      \(frame.section(words(WaiverPhrase.pending), list(pending, .pending, empty: .pendingEmpty, in: frame)))
      \(frame.section(words(WaiverPhrase.inForce), list(inForce, .inForce, empty: .inForceEmpty, in: frame)))
      \(past)
      """
  }

  private func past(in frame: Frame) -> SafeHTML {
    let more: SafeHTML =
      next.map {
        "<p><a class=\"button\" href=\"\($0)\">\(frame.words(ListPhrase.next))</a></p>"
      } ?? ""
    return "\(table(over, .over, in: frame))\(more)"
  }

  private func list(
    _ lines: [WaiverLine],
    _ label: WaiverPhrase,
    empty: WaiverPhrase,
    in frame: Frame
  ) -> SafeHTML {
    lines.isEmpty ? frame.empty(frame.words(empty)) : table(lines, label, in: frame)
  }

  private func table(_ lines: [WaiverLine], _ label: WaiverPhrase, in frame: Frame) -> SafeHTML {
    let isOver = label == .over
    let isDecided = label != .pending
    let heads: [WaiverPhrase] =
      [.draft, .reason, .asked] + (isDecided ? [.decided] : []) + [isOver ? .state : .expires]
    return frame.table(
      heads.map { frame.words($0) },
      lines.map { line in
        let waiver = line.waiver
        let asked = signed(waiver.requester, waiver.requestedAt, in: frame)
        let decided = [
          signed(waiver.decider, waiver.decidedAt, in: frame),
          signed(waiver.seconder, waiver.secondedAt, in: frame),
        ].filter { !$0.isEmpty }
        let end = isOver ? state(waiver, in: frame) : term(waiver, in: frame)
        return [draft(line, in: frame), reason(waiver, in: frame), asked]
          + (isDecided ? ["\(decided.map { "<p>\($0)</p>" as SafeHTML })"] : []) + [end]
      },
      label: frame.words(label)
    )
  }

  private func draft(_ line: WaiverLine, in frame: Frame) -> SafeHTML {
    let name = frame.words(book.name(of: line.waiver.rule))
    return """
      <a href="/drafts/\(line.draft.id.value)#\(line.waiver.id.value)">\
      \(line.draft.title.isEmpty ? frame.words(CommonPhrase.untitled) : line.draft.title)</a><br>\
      <span class="aside"><a href="/rules/\(line.waiver.rule)">\(name)</a></span>
      """
  }

  private func reason(_ waiver: Waiver, in frame: Frame) -> SafeHTML {
    let evidence: SafeHTML =
      waiver.evidence.isEmpty ? "" : "<br><span class=\"aside\">\(waiver.evidence)</span>"
    return "\(frame.words(waiver.reason.phrase))<br>\(waiver.note)\(evidence)"
  }

  private func signed(_ user: ID<User>?, _ time: Timestamp?, in frame: Frame) -> SafeHTML {
    guard let user else { return "" }
    return "\(names[user] ?? "")<br>\(frame.time(time))"
  }

  private func term(_ waiver: Waiver, in frame: Frame) -> SafeHTML {
    let days = Int((waiver.expiresAt.milliseconds - frame.now.milliseconds) / 86_400_000)
    let left =
      days < 1
      ? frame.words(WaiverPhrase.lastDay) : frame.words(WaiverPhrase.daysLeft, count: days)
    let look: SafeHTML = days < 14 ? " class=\"late\"" : ""
    return "\(frame.time(waiver.expiresAt))<br><span\(look)>\(left)</span>"
  }

  private func state(_ waiver: Waiver, in frame: Frame) -> SafeHTML {
    let isDecided = [.denied, .revoked].contains(waiver.state)
    let phrase =
      isDecided
      ? frame.words(waiver.state.phrase) : frame.words(WaiverPhrase.expired)
    let decided = waiver.revocation?.at ?? waiver.secondedAt ?? waiver.decidedAt
    return "\(phrase)<br>\(frame.time(isDecided ? decided : waiver.expiresAt))"
  }
}
