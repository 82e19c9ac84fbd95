import HTTPTypes
import Linting
import Reviewing

/// Submissions and their revisions.
struct DraftRoutes {
  let services: Services

  var routes: [Route] {
    [
      .change(
        .post,
        "/v1/drafts",
        "createDraft",
        Localized("交一篇稿件", "Hand in a draft"),
        .signedIn(.submit),
        body: "DraftRequest",
        status: 201,
        answer: "Draft",
        .write(create)
      ),
      .get(
        "/v1/drafts",
        "listDrafts",
        Localized("稿件列表，新的在前", "Drafts, newest first"),
        parameters: DraftList.parameters,
        answer: "DraftList",
        problems: [.invalidCursor],
        list
      ),
      .get(
        "/v1/drafts/{draft}",
        "getDraft",
        Localized("一篇稿件", "A draft"),
        of: .draft,
        answer: "Draft",
        draft
      ),
      .change(
        .post,
        "/v1/drafts/{draft}/revisions",
        "createRevision",
        Localized("交一个新的版本；没有变化就不产生版本", "Hand in a revision; no change makes none"),
        .signedIn(.submit),
        of: .draft,
        needs: [.key, .version],
        body: "RevisionRequest",
        status: 201,
        answer: "Draft",
        .write(revise)
      ),
      .get(
        "/v1/drafts/{draft}/revisions",
        "listRevisions",
        Localized("全部版本", "All revisions"),
        of: .draft,
        answer: "RevisionList",
        revisions
      ),
      .get(
        "/v1/drafts/{draft}/revisions/{number}",
        "getRevision",
        Localized("一个版本", "A revision"),
        of: .draft,
        answer: "Revision",
        revision
      ),
      .get(
        "/v1/drafts/{draft}/revisions/{number}/content",
        "getContent",
        Localized("一个版本的原文，一个字节不差", "The text of a revision, byte for byte"),
        of: .draft,
        answer: nil,
        type: "text/plain",
        content
      ),
      .get(
        "/v1/drafts/{draft}/revisions/{number}/findings",
        "listFindings",
        Localized("一个版本的检查结果；counts 总是全部的", "The findings of a revision; counts are of all"),
        of: .draft,
        parameters: FindingList.parameters,
        answer: "FindingList",
        findings
      ),
      .get(
        "/v1/drafts/{draft}/compare",
        "compareRevisions",
        Localized("比较两个版本：内容和检查结果", "Two revisions compared: content and findings"),
        of: .draft,
        parameters: [
          .init(name: "from", schema: .number(1...100_000)),
          .init(name: "to", schema: .number(1...100_000)),
        ],
        answer: "Comparison",
        compare
      ),
      .get(
        "/v1/drafts/{draft}/gate",
        "getGate",
        Localized("还差什么、谁能处理、怎样处理", "What blocks it, who can clear it and how"),
        of: .draft,
        answer: "GateAnswer",
        gate
      ),
    ]
  }

  private func create(_ exchange: Exchange) async throws -> Route.Effect {
    let body = try DraftBody(exchange, isNew: true)
    let actor = try exchange.actor()
    let draft = try await services.judged(body, at: exchange.now)
    let desk = services.desk
    return { store in
      let decision = try desk.begin(
        draft,
        after: body.predecessor,
        by: actor,
        at: exchange.now,
        in: store
      )
      let submission = decision.submission
      let json = SubmissionBody(submission: submission, names: try store.names()).json
      let answer = Answer(status: 201, json).with(.eTag, submission.tag)
        .with(.location, "/v1/drafts/\(submission.id.value)")
      return Outcome(answer)
    }
  }

  private func revise(_ exchange: Exchange) async throws -> Route.Effect {
    let body = try DraftBody(exchange, isNew: false)
    // A precondition that fails spares the check.
    _ = try exchange.version()
    let draft = try await services.judged(body, at: exchange.now)
    let effect = try services.acting(exchange, status: 201) { _ in .revise(draft) }
    return { store in
      let before = try store.submission(exchange.id("draft"))?.revisions.count
      var outcome = try effect(store)
      let after = try store.submission(exchange.id("draft"))?.revisions.count
      if before == after { outcome.answer?.status = 200 }
      return outcome
    }
  }

  private func list(_ exchange: Exchange) async throws -> Answer {
    let list = try DraftList(exchange, services.cursors)
    return try await services.store.read { try list.answer(in: $0) }
  }

  private func draft(_ exchange: Exchange) async throws -> Answer {
    let (submission, names) = try await services.submission(exchange)
    if exchange.headers[.ifNoneMatch] == submission.tag { return .unchanged(submission.tag) }
    return Answer(SubmissionBody(submission: submission, names: names).json)
      .with(.eTag, submission.tag).with(.cacheControl, "private, no-cache")
  }

  private func revisions(_ exchange: Exchange) async throws -> Answer {
    let (submission, names) = try await services.submission(exchange)
    return Answer(["revisions": .array(submission.revisions.map { $0.body(names) })])
  }

  private func revision(_ exchange: Exchange) async throws -> Answer {
    let (submission, names) = try await services.submission(exchange)
    let revision = try submission.revision(exchange)
    return Answer(revision.body(names)).tagged(as: revision.contentDigest, exchange)
  }

  private func content(_ exchange: Exchange) async throws -> Answer {
    let (submission, _) = try await services.submission(exchange)
    let revision = try submission.revision(exchange)
    // Never as HTML: a browser would run what the draft holds.
    return Answer.text(revision.manuscript.text).tagged(as: revision.contentDigest, exchange)
  }

  private func findings(_ exchange: Exchange) async throws -> Answer {
    let (submission, _) = try await services.submission(exchange)
    let list = try FindingList(exchange)
    return Answer(list.body(of: try submission.revision(exchange), submission))
  }

  private func compare(_ exchange: Exchange) async throws -> Answer {
    let (submission, _) = try await services.submission(exchange)
    let last = submission.current?.number ?? 1
    let to = try exchange.query.number("to", 1...100_000) ?? last
    let from = try exchange.query.number("from", 1...100_000) ?? max(1, to - 1)
    guard let old = submission.revision(from), let new = submission.revision(to) else {
      throw Problem.parameter("from", Localized("没有这个版本", "there is no such revision"))
    }
    return Answer(comparison(of: old, new, in: exchange.language))
  }

  private func gate(_ exchange: Exchange) async throws -> Answer {
    let actor = try exchange.actor()
    let desk = services.desk
    let body = try await services.store.read { store -> JSON in
      guard let submission = try store.submission(exchange.id("draft")) else {
        throw Problem(.notFound)
      }
      let gate = try desk.gate(for: submission, in: store)
      let answer = gate.answer(for: submission, to: actor, at: exchange.now)
      return answer.body(of: submission, at: exchange.now, try store.names())
    }
    return Answer(body)
  }
}

extension Submission {
  func revision(_ number: Int) -> Revision? { revisions.first { $0.number == number } }

  /// The revision that the path names.
  fileprivate func revision(_ exchange: Exchange) throws(Problem) -> Revision {
    guard let number = Int(exchange.parameter("number")), let revision = revision(number) else {
      throw Problem(.notFound)
    }
    return revision
  }
}

extension Answer {
  static func unchanged(_ tag: String) -> Answer {
    Answer(status: 304, type: "", bytes: []).with(.eTag, tag)
  }

  /// What never changes under its address; the tag is its digest.
  ///
  /// A browser has to ask again all the same: the next one at the same screen may have no right to it.
  fileprivate func tagged(as digest: Digest, _ exchange: Exchange) -> Answer {
    let tag = "\"\(digest)\""
    if exchange.headers[.ifNoneMatch] == tag { return .unchanged(tag) }
    return with(.eTag, tag).with(.cacheControl, "private, no-cache")
  }
}
