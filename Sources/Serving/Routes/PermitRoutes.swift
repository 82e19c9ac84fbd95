import HTTPTypes
import Linting
import Reviewing

/// Leave to publish: issued, held against what is to be published, used once.
struct PermitRoutes {
  let services: Services

  var routes: [Route] {
    [
      .change(
        .post,
        "/v1/drafts/{draft}/permits",
        "issuePermit",
        Localized("签发发布许可：只准发布批准的那一版", "Issue a permit for exactly the approved revision"),
        .signedIn(.publish),
        of: .draft,
        needs: [.key, .version],
        body: "PermitRequest",
        status: 201,
        answer: "Permit",
        problems: [.gateBlocked, .separationOfDuties],
        .write(issue)
      ),
      .get(
        "/v1/permits/{permit}",
        "getPermit",
        Localized("一张发布许可", "A permit"),
        of: .permit,
        answer: "Permit",
        permit
      ),
      .change(
        .post,
        "/v1/permits/{permit}/verify",
        "verifyContent",
        Localized(
          "比较要发布的内容与批准的内容，什么也不改",
          "Compare content with what was approved; changes nothing"
        ),
        .signedIn(.read),
        of: .permit,
        needs: [],
        body: "CandidateRequest",
        answer: "Verification",
        .read(verify)
      ),
      .change(
        .post,
        "/v1/permits/{permit}/consume",
        "consumePermit",
        Localized("开始发布：许可只能用一次", "Begin to publish: a permit is used once"),
        .signedIn(.publish),
        of: .permit,
        body: "CandidateRequest",
        answer: "Permit",
        problems: [.permitConsumed, .permitExpired, .permitRevoked, .permitEarly, .digestMismatch],
        .write(consume)
      ),
      .change(
        .post,
        "/v1/permits/{permit}/failure",
        "recordFailure",
        Localized("记录发布失败", "Record that the channel refused it"),
        .signedIn(.publish),
        of: .permit,
        body: "ReasonRequest",
        answer: "Draft",
        .write(fail)
      ),
      .change(
        .post,
        "/v1/permits/{permit}/revocation",
        "revokePermit",
        Localized("撤销发布许可", "Revoke a permit"),
        .signedIn(.read),
        of: .permit,
        needs: [.key, .version],
        body: "ReasonRequest",
        answer: "Draft",
        .write(revoke)
      ),
    ]
  }

  private func issue(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let channel = fields.text("channel", 1...32)
    let start = fields.moment("not_before")
    try fields.finish()
    let (submission, _) = try await services.submission(exchange)
    guard let revision = submission.current else { throw Problem(.notFound) }
    let (checker, now) = (services.parts.checker, exchange.now)
    let recheck = try await services.pool.run { checker.check(revision.manuscript, at: now) }
    let request = PermitRequest(channel: channel, notBefore: start, recheck: recheck)
    return try services.acting(
      exchange,
      status: 201,
      show: .newPermit
    ) { _ in .issuePermit(request) }
  }

  private func permit(_ exchange: Exchange) async throws -> Answer {
    let id: ID<Permit> = exchange.id("permit")
    let found = try await services.store.read { store -> (JSON, String)? in
      guard let submission = try store.submission(ofPermit: id),
        let body = submission.permits.first(where: { $0.id == id })?.body(try store.names())
      else { return nil }
      return (body, submission.tag)
    }
    guard let (body, tag) = found else { throw Problem(.notFound) }
    return Answer(body).with(.eTag, tag)
  }

  private func verify(_ exchange: Exchange) async throws -> Answer {
    let candidate = try exchange.candidate()
    let id: ID<Permit> = exchange.id("permit")
    let found = try await services.store.read { store -> (Submission, [ID<User>: String])? in
      guard let submission = try store.submission(ofPermit: id) else { return nil }
      return (submission, try store.names())
    }
    guard let (submission, names) = found else { throw Problem(.notFound) }
    let revision = try submission.revision(of: id)
    let (user, now) = (try exchange.actor().user.id, exchange.now)
    let verification = try await services.pool.run {
      candidate.verification(against: revision, by: user, at: now)
    }
    return Answer(verification.body(names))
  }

  private func consume(_ exchange: Exchange) async throws -> Route.Effect {
    let candidate = try exchange.candidate()
    let id: ID<Permit> = exchange.id("permit")
    return try services.acting(
      exchange,
      on: .permit(id),
      show: .permit(id)
    ) { submission in
      .consumePermit(
        id,
        contentDigest: candidate.digest(inPlaceOf: try submission.revision(of: id))
      )
    }
  }

  private func fail(_ exchange: Exchange) async throws -> Route.Effect {
    let reason = try exchange.reason()
    let id: ID<Permit> = exchange.id("permit")
    return try services.acting(exchange, on: .permit(id)) { _ in
      .recordFailure(id, reason: reason)
    }
  }

  private func revoke(_ exchange: Exchange) async throws -> Route.Effect {
    let reason = try exchange.reason()
    let id: ID<Permit> = exchange.id("permit")
    return try services.acting(exchange, on: .permit(id)) { _ in
      .revokePermit(id, reason: reason)
    }
  }
}

extension Exchange {
  /// A body that is content or its digest and nothing else.
  fileprivate func candidate() throws(Problem) -> CandidateBody {
    var fields = try fields()
    let candidate = CandidateBody(&fields)
    try fields.finish()
    return candidate
  }
}
