package import Reviewing

/// What is approved and on its way out, channel by channel, and what is out.
package struct PublishingPage: Page {
  /// One channel of one draft.
  package struct Line: Sendable {
    let release: Release
    let course: ChannelCourse
    let department: String

    package init(_ release: Release, _ course: ChannelCourse, department: String) {
      self.release = release
      self.course = course
      self.department = department
    }
  }

  let lines: [Line]

  package init(_ lines: [Line]) { self.lines = lines }

  package var extras: [String] { ["publish.css"] }

  package func title(in frame: Frame) -> String { frame.words(PublishPhrase.listTitle) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    // What is wrong first, then what waits longest.
    let open = lines.filter(\.course.isOpen).sorted { left, right in
      let (first, second) = (Self.urgency(left), Self.urgency(right))
      return first == second ? left.since < right.since : first < second
    }
    let out = lines.filter { !$0.course.isOpen && $0.course.publication != nil }
      .sorted { $0.since > $1.since }
    let toDo =
      open.isEmpty
      ? frame.empty(words(PublishPhrase.toDoEmpty)) : table(open, .toDo, in: frame)
    let done =
      out.isEmpty ? frame.empty(words(PublishPhrase.outEmpty)) : table(out, .out, in: frame)
    return """
      \(frame.section(words(PublishPhrase.toDo), toDo))
      \(frame.section(words(PublishPhrase.out), done))
      """
  }

  private static func urgency(_ line: Line) -> Int {
    switch line.course.stage {
    case .differs, .unreachable: 0
    case .flight: 1
    case .verify: 2
    default: 3
    }
  }

  private func table(_ lines: [Line], _ label: PublishPhrase, in frame: Frame) -> SafeHTML {
    let words = frame.words
    return frame.table(
      [
        words(ListPhrase.title), words(PublishPhrase.channel), words(PublishPhrase.stage),
        words(ListPhrase.department), words(PublishPhrase.since),
      ],
      lines.map { line in
        [
          "<a href=\"/drafts/\(line.release.summary.id.value)/publish\">\(line.title(in: frame))</a>",
          "\(words.channel(line.course.channel))", frame.badge(line.course.stage),
          "\(line.department)", frame.time(line.course.since(line.release)),
        ]
      },
      label: words(label)
    )
  }
}

extension PublishingPage.Line {
  fileprivate var since: Timestamp { course.since(release) ?? release.summary.updatedAt }

  fileprivate func title(in frame: Frame) -> String {
    let title = release.summary.title
    return title.isEmpty ? frame.words(CommonPhrase.untitled) : title
  }
}

extension Frame {
  func badge(_ stage: ChannelCourse.Stage) -> SafeHTML {
    "<span class=\"badge \(stage.look)\">\(words(stage.phrase))</span>"
  }
}
