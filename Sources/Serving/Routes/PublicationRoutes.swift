import HTTPTypes
import Linting
import Reviewing

/// What has been published: recorded, compared, taken back.
struct PublicationRoutes {
  let services: Services

  var routes: [Route] {
    [
      .change(
        .post,
        "/v1/publications",
        "recordPublication",
        Localized("登记已发布的内容", "Record what was published"),
        .signedIn(.publish),
        body: "PublicationRequest",
        status: 201,
        answer: "Publication",
        problems: [.digestMismatch, .notFound],
        .write(record)
      ),
      .get(
        "/v1/publications/{publication}",
        "getPublication",
        Localized("一次发布", "A publication"),
        of: .publication,
        answer: "Publication",
        publication
      ),
      .change(
        .post,
        "/v1/publications/{publication}/verifications",
        "verifyPublication",
        Localized("把取回的页面与批准的内容比较并记录", "Compare the page as fetched back and record it"),
        .signedIn(.read),
        of: .publication,
        body: "VerificationRequest",
        status: 201,
        answer: "Publication",
        .write(verify)
      ),
      .change(
        .post,
        "/v1/publications/{publication}/retraction",
        "retractPublication",
        Localized("撤稿并记录", "Take it back, on record"),
        .signedIn(.read),
        of: .publication,
        needs: [.key, .version],
        body: "RetractionRequest",
        answer: "Publication",
        .write(retract)
      ),
    ]
  }

  private func record(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let permit = ID<Permit>(fields.text("permit", 1...64))
    let address = fields.address("url", 1...1000) ?? ""
    let externalID = fields.optionalText("external_id", 0...200) ?? ""
    let candidate = CandidateBody(&fields)
    try fields.finish()
    return try services.acting(
      exchange,
      on: .permit(permit),
      status: 201,
      show: .newPublication
    ) { submission in
      .recordPublication(
        PublicationReport(
          permit: permit,
          contentDigest: candidate.digest(inPlaceOf: try submission.revision(of: permit)),
          address: address,
          externalID: externalID
        )
      )
    }
  }

  private func publication(_ exchange: Exchange) async throws -> Answer {
    let id: ID<Publication> = exchange.id("publication")
    let found = try await services.store.read { store -> (JSON, String)? in
      guard let submission = try store.submission(ofPublication: id),
        let body = submission.publication(id)?.body(try store.names())
      else { return nil }
      return (body, submission.tag)
    }
    guard let (body, tag) = found else { throw Problem(.notFound) }
    return Answer(body).with(.eTag, tag)
  }

  private func verify(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let isUnreachable = fields.flag("unreachable")
    let candidate = isUnreachable ? nil : CandidateBody(&fields)
    try fields.finish()
    let id: ID<Publication> = exchange.id("publication")
    let (user, now) = (try exchange.actor().user.id, exchange.now)
    var found = Verification.unreachable(by: user, at: now)
    if let candidate {
      // What a permit lets out never changes, so that it can be compared before the one writer is taken.
      let revision = try await services.store.read { store -> Revision? in
        guard let submission = try store.submission(ofPublication: id),
          let publication = submission.publication(id)
        else { return nil }
        return try submission.revision(of: publication.permit)
      }
      guard let revision else { throw Problem(.notFound) }
      found = try await services.pool.run {
        candidate.verification(against: revision, by: user, at: now)
      }
    }
    return try acting(exchange, id, status: 201) { [found] _ in .verifyPublication(id, found) }
  }

  private func retract(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let retraction = Retraction(
      by: try exchange.actor().user.id,
      at: exchange.now,
      reason: fields.text("reason", 1...2000),
      foundBy: fields.text("found_by", 1...200),
      reportedTo: fields.optionalText("reported_to", 0...200) ?? "",
      isEmergency: fields.flag("emergency")
    )
    try fields.finish()
    let id: ID<Publication> = exchange.id("publication")
    return try acting(exchange, id) { _ in .retract(id, retraction) }
  }

  private func acting(
    _ exchange: Exchange,
    _ id: ID<Publication>,
    status: Int = 200,
    _ action: @escaping @Sendable (Submission) throws -> Action
  ) throws -> Route.Effect {
    try services.acting(
      exchange,
      on: .publication(id),
      status: status,
      show: .publication(id),
      action
    )
  }
}

extension Submission {
  fileprivate func publication(_ id: ID<Publication>) -> Publication? {
    publications.first { $0.id == id }
  }
}

extension Verification {
  fileprivate static func unreachable(by user: ID<User>, at now: Timestamp) -> Verification {
    Verification(at: now, by: user, outcome: .unreachable, contentDigest: nil, differences: [])
  }
}
