package import Reviewing

/// The publishing desk (发布台) of one draft: from the permit to the comparison, step by step on each channel.
package struct PublishPage: Page {
  let submission: Submission
  /// What is approved.
  let revision: Revision
  let answer: GateAnswer
  let names: [ID<User>: String]
  let rehearsal: Rehearsal?

  /// What was pasted out of a channel's editor held against what was approved; shown once and not kept.
  package struct Rehearsal: Sendable {
    let permit: ID<Permit>
    let isSame: Bool
    let differences: [ContentDifference]
    /// Whether it came without markup, and so without links and images to compare.
    let isPlain: Bool

    package init(
      permit: ID<Permit>,
      isSame: Bool,
      differences: [ContentDifference],
      isPlain: Bool
    ) {
      let told = differences.filter { !isPlain || ![.link, .image].contains($0.part) }
      self.permit = permit
      self.isSame = isSame || !differences.isEmpty && told.isEmpty
      self.differences = told
      self.isPlain = isPlain
    }
  }

  package init(
    of submission: Submission,
    approved revision: Revision,
    answer: GateAnswer,
    names: [ID<User>: String],
    rehearsal: Rehearsal? = nil
  ) {
    self.submission = submission
    self.revision = revision
    self.answer = answer
    self.names = names
    self.rehearsal = rehearsal
  }

  package var extras: [String] { ["tabs.css", "publish.css", "publish.js"] }

  package func title(in frame: Frame) -> String { submission.title(in: frame) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let courses = Release(of: submission).courses(at: frame.now)
    let tabs = frame.tabs(of: submission, at: .publish)
    let isClear = [.approved, .publishFailed].contains(submission.state)
    let summary: SafeHTML = isClear ? " <span>\(words(answer.summary))</span>" : ""
    let head: SafeHTML = "<p class=\"facts\">\(frame.badge(submission.state))\(summary)</p>"
    guard submission.state.isPublishable || courses.contains(where: { $0.publication != nil })
    else {
      let back: SafeHTML =
        "<a class=\"button\" href=\"/drafts/\(submission.id.value)\">\(words(PublishPhrase.backToDesk))</a>"
      return "\(head)\(tabs)\(frame.empty(words(PublishPhrase.notReady), back))"
    }
    let cards = courses.enumerated().map { index, course in
      ChannelWriter(page: self, course: course, key: "c\(index)", frame: frame.scoped("c\(index)"))
        .card
    }
    return "\(head)\(tabs)\(cards)\(correction(in: frame))"
  }

  private func correction(in frame: Frame) -> SafeHTML {
    let words = frame.words
    guard answer.allowed.contains(.reopen), submission.state == .published else { return "" }
    return """
      <p class="actions"><a class="button" href="/drafts/new?after=\(submission.id.value)&amp;relation=corrects">\
      \(words(PublishPhrase.correct))</a> <span class="aside">\(words(PublishPhrase.correctHint))</span></p>
      """
  }
}

/// Writes one channel of the publishing desk.
struct ChannelWriter {
  let page: PublishPage
  let course: ChannelCourse
  /// Stands in the ids of its fields.
  let key: String
  let frame: Frame

  var words: Words { frame.words }
  var submission: Submission { page.submission }

  func may(_ operation: Operation) -> Bool { page.answer.allowed.contains(operation) }

  func name(_ user: ID<User>?) -> String { user.flatMap { page.names[$0] } ?? "" }

  /// Back here with what has been done.
  func next(_ notice: NoticePhrase) -> String {
    "/drafts/\(submission.id.value)/publish?done=\(notice.rawValue)"
  }

  func signed(_ phrase: PublishPhrase, _ user: ID<User>?, _ time: Timestamp?) -> SafeHTML {
    "<p>\(words(phrase, ["name": name(user), "time": words.time(time)]))</p>"
  }

  var card: SafeHTML {
    let steps: [(PublishPhrase, Int, SafeHTML)] = [
      (.stepPermit, 0, permitStep), (.stepCopy, 1, copyStep), (.stepRecord, 2, recordStep),
      (.stepVerify, 3, verifyStep),
    ]
    let items = steps.map { phrase, index, body -> SafeHTML in
      let state = index < at ? "done" : index == at ? "now" : "later"
      let current: SafeHTML = index == at ? " aria-current=\"step\"" : ""
      return "<li class=\"\(state)\"\(current)><h3>\(words(phrase))</h3>\(body)</li>"
    }
    return """
      <section class="card channel"><h2>\(words.channel(course.channel)) \(frame.badge(course.stage))</h2>\
      \(failures)<ol class="steps">\(items)</ol>\(retraction)</section>
      """
  }

  /// The step that it is at, from 0.
  private var at: Int {
    switch course.stage {
    case .waiting, .permit: 0
    case .early, .permitted: 1
    case .flight: 2
    case .verify, .differs, .unreachable: 3
    case .done, .retracted: 4
    }
  }

  private var failures: SafeHTML {
    let lines = course.failures.map { signed(.failedAt, $0.publisher, $0.at) }
    return lines.isEmpty ? "" : "<div class=\"failures\">\(lines)</div>"
  }

  /// Why a step is not the viewer's.
  func off(_ operation: Operation) -> SafeHTML {
    let code = page.answer.refused[operation] ?? ""
    let reason =
      code == Refusal.Code.gateBlocked.rawValue
      ? words(page.answer.summary)
      : GateAnswer.message(ofRule: code).map { words($0) } ?? words(ReviewPhrase(refusal: code))
    return "<p class=\"aside\">\(words(PublishPhrase.cannot, ["reason": reason]))</p>"
  }
}
