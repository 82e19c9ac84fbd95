import Foundation
import Linting
import Reading
import Reviewing
import SourceText

/// Plays the stories of the demo through the gate, each step by whoever has to take it, in the order of their times.
struct DemoPlay {
  private let desk: ReviewDesk
  private let institution: Institution
  private let actors: [String: Actor]
  private let checker: any ManuscriptChecker
  private let now: Timestamp
  private var drafts: [String: ID<Submission>] = [:]
  /// Of stories that the gate did not let go on, with its reasons.
  private(set) var stopped: [String] = []

  init(
    desk: ReviewDesk,
    institution: Institution,
    users: [User],
    _ checker: any ManuscriptChecker,
    now: Timestamp
  ) {
    self.desk = desk
    self.institution = institution
    actors = Dictionary(users.map { ($0.name, Self.actor($0)) }) { first, _ in first }
    self.checker = checker
    self.now = now
  }

  /// As if all had sat at their browsers.
  private static func actor(_ user: User) -> Actor {
    Actor(user: user, means: .session, scopes: nil, address: "127.0.0.1", requestID: "")
  }

  mutating func run(_ stories: [DemoStory], in writing: any StoreWriting) throws {
    let steps = stories.flatMap { story in story.steps.map { (story, $0) } }
      .sorted { $0.1.minutesAgo > $1.1.minutesAgo }
    var halted: Set<String> = []
    for (story, step) in steps where !halted.contains(story.name) {
      do {
        try take(step, of: story, in: writing)
      } catch let refusal as Refusal {
        halted.insert(story.name)
        let open = refusal.requirements.map(\.explanation.zh) + refusal.fields.keys.sorted()
        stopped.append(
          "\(story.name): \(refusal.message.zh) \(open.joined(separator: "、"))"
        )
      }
    }
  }

  private mutating func take(
    _ step: DemoStory.Step,
    of story: DemoStory,
    in writing: any StoreWriting
  ) throws {
    guard let actor = actors[step.who] else { return }
    let at = now.adding(minutes: -step.minutesAgo)
    guard let id = drafts[story.name] else {
      let draft = try revision(of: story, at: at)
      drafts[story.name] = try desk.begin(draft, by: actor, at: at, in: writing).submission.id
      return
    }
    guard let submission = try writing.submission(id),
      let action = try action(step.act, on: submission, by: actor.user, at: at)
    else { return }
    let decision = try desk.perform(
      action,
      on: id,
      ifMatch: nil,
      by: actor,
      at: at,
      in: writing
    )
    if let refusal = decision.refusal { throw refusal }
  }

  private func revision(of story: DemoStory, at time: Timestamp) throws -> RevisionDraft {
    let column = institution.columns.first { $0.key == story.column } ?? institution.columns[0]
    let manuscript = Manuscript(
      format: .markdown,
      text: story.text,
      column: column.id,
      channels: story.channels.sorted()
    )
    return RevisionDraft(
      manuscript: manuscript,
      form: story.form,
      canonical: try Self.read(story.text, as: .markdown),
      check: checker.check(manuscript, at: time),
      note: ""
    )
  }

  private static func read(_ text: String, as format: DraftFormat) throws -> CanonicalContent {
    let source = try decodeSource(path: "draft", bytes: Array(text.utf8))
    return CanonicalContent(of: try readDraft(source, as: format))
  }
}

// MARK: - What a step asks of the gate

extension DemoPlay {
  /// Nil where there is nothing to do it to.
  private func action(
    _ act: DemoStory.Act,
    on submission: Submission,
    by user: User,
    at time: Timestamp
  ) throws -> Action? {
    guard let current = submission.current else { return nil }
    switch act {
    case .begin: return nil
    case .submit: return .submit(note: "")
    case .approve(let comment): return .approve(ballot(on: submission, current, comment))
    case .sendBack(let comment): return .return(ballot(on: submission, current, comment))
    case .comment(let text): return .comment(text: text, fingerprint: nil, isBlocking: true)
    case .askWaiver(let rule, let reason, let note, let evidence):
      return current.check.findings.first { $0.rule == rule }.map {
        .requestWaiver(
          WaiverRequest(
            fingerprint: $0.fingerprint,
            reason: reason,
            note: note,
            evidence: evidence,
            expiresAt: nil
          )
        )
      }
    case .grantWaiver(let note):
      return submission.waivers.first { $0.state == .pending }.map {
        .decideWaiver($0.id, isGranted: true, note: note)
      }
    case .permit, .consume, .publish, .verify, .retract:
      return try publishing(act, of: current, on: submission, by: user, at: time)
    }
  }

  /// What follows the approval.
  private func publishing(
    _ act: DemoStory.Act,
    of current: Revision,
    on submission: Submission,
    by user: User,
    at time: Timestamp
  ) throws -> Action? {
    func permit(_ channel: String) -> Permit? {
      submission.permits.last { $0.channel == channel }
    }
    func publication(_ channel: String) -> Publication? {
      submission.publications.last { $0.channel == channel }
    }
    switch act {
    case .permit(let channel):
      let recheck = checker.check(current.manuscript, at: time)
      return .issuePermit(PermitRequest(channel: channel, notBefore: nil, recheck: recheck))
    case .consume(let channel):
      return permit(channel).map { .consumePermit($0.id, contentDigest: current.contentDigest) }
    case .publish(let channel, let address):
      return permit(channel).map {
        .recordPublication(
          PublicationReport(
            permit: $0.id,
            contentDigest: current.contentDigest,
            address: address,
            externalID: ""
          )
        )
      }
    case .verify(let channel, let change):
      let found = try page(of: current.canonical, change: change)
      let verification = verification(of: found, against: current, by: user, at: time)
      return publication(channel).map { .verifyPublication($0.id, verification) }
    case .retract(let channel, let reason, let foundBy):
      return publication(channel).map {
        .retract($0.id, retraction(by: user, at: time, reason: reason, foundBy: foundBy))
      }
    default: return nil
    }
  }

  private func retraction(
    by user: User,
    at time: Timestamp,
    reason: String,
    foundBy: String
  ) -> Retraction {
    Retraction(
      by: user.id,
      at: time,
      reason: reason,
      foundBy: foundBy,
      reportedTo: "领导小组",
      isEmergency: false
    )
  }

  /// With everything ticked that the stage asks for.
  private func ballot(
    on submission: Submission,
    _ current: Revision,
    _ comment: String
  ) -> Ballot {
    let stage = submission.stage.flatMap { institution.policy.stage($0) }
    return Ballot(
      contentDigest: current.contentDigest,
      comment: comment,
      checklist: stage?.checklist.map(\.key) ?? []
    )
  }

  /// The page as a channel shows it, read back.
  private func page(
    of content: CanonicalContent,
    change: (from: String, to: String)?
  ) throws -> CanonicalContent {
    let blocks = content.blocks.map { block in
      "<p>\(change.map { block.replacingOccurrences(of: $0.from, with: $0.to) } ?? block)</p>"
    }
    let page = """
      <h1 id="activity-name">\(content.title)</h1><div id="js_content">\(blocks.joined())</div>
      """
    return try Self.read(page, as: .html)
  }

  private func verification(
    of found: CanonicalContent,
    against approved: Revision,
    by user: User,
    at time: Timestamp
  ) -> Verification {
    let differing = differences(between: approved.canonical, and: found)
    return Verification(
      at: time,
      by: user.id,
      outcome: differing.isEmpty ? .equal : .differs,
      contentDigest: nil,
      differences: differing
    )
  }
}
