import HTTPTypes
import Linting
import Reviewing

/// The steps of the review, remarks and waivers.
struct ReviewRoutes {
  let services: Services

  var routes: [Route] {
    [
      .change(
        .post,
        "/v1/drafts/{draft}/transitions",
        "transition",
        Localized("送审、通过、退回、不予发布、上报、撤回", "Submit, approve, return, reject, escalate, withdraw"),
        .signedIn(.read),
        of: .draft,
        needs: [.key, .version],
        body: "TransitionRequest",
        answer: "Draft",
        problems: [
          .gateBlocked, .invalidTransition, .separationOfDuties, .digestMismatch, .frozen,
        ],
        .write(transition)
      ),
      .get(
        "/v1/drafts/{draft}/comments",
        "listComments",
        Localized("全部意见", "All comments"),
        of: .draft,
        answer: "CommentList",
        comments
      ),
      .change(
        .post,
        "/v1/drafts/{draft}/comments",
        "createComment",
        Localized("提意见", "Comment"),
        .signedIn(.read),
        of: .draft,
        body: "CommentRequest",
        status: 201,
        answer: "Draft",
        .write(comment)
      ),
      .change(
        .post,
        "/v1/drafts/{draft}/comments/{comment}/resolution",
        "resolveComment",
        Localized("意见已处理", "Resolve a comment"),
        .signedIn(.read),
        of: .draft,
        body: nil,
        answer: "Draft",
        .write(resolve)
      ),
      .get(
        "/v1/drafts/{draft}/waivers",
        "listWaivers",
        Localized("全部放行申请与决定", "All waivers"),
        of: .draft,
        answer: "WaiverList",
        waivers
      ),
      .change(
        .post,
        "/v1/drafts/{draft}/waivers",
        "requestWaiver",
        Localized("申请放行一条或几条检查结果", "Ask to waive a finding, or several alike"),
        .signedIn(.read),
        of: .draft,
        body: "WaiverRequest",
        status: 201,
        answer: "Draft",
        problems: [.notWaivable],
        .write(request)
      ),
      .change(
        .post,
        "/v1/waivers/{waiver}/decision",
        "decideWaiver",
        Localized("同意或不同意放行", "Grant or deny a waiver, or several of a draft alike"),
        .signedIn(.read),
        of: .waiver,
        needs: [.key, .version],
        body: "WaiverDecision",
        answer: "Draft",
        problems: [.separationOfDuties],
        .write(decide)
      ),
      .change(
        .post,
        "/v1/waivers/{waiver}/revocation",
        "revokeWaiver",
        Localized("收回放行，记录保留", "Revoke a waiver, or several of a draft; they stay on record"),
        .signedIn(.read),
        of: .waiver,
        needs: [.key, .version],
        body: "WaiverRevocation",
        answer: "Draft",
        .write(revoke)
      ),
    ]
  }

  private func transition(_ exchange: Exchange) async throws -> Route.Effect {
    let action = try TransitionBody.action(exchange)
    return try services.acting(exchange) { _ in action }
  }

  private func comments(_ exchange: Exchange) async throws -> Answer {
    let (submission, names) = try await services.submission(exchange)
    return Answer(["comments": .array(submission.comments.map { $0.body(names) })])
  }

  private func comment(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let text = fields.text("text", 1...4000)
    let fingerprint = fields.optionalText("fingerprint", 1...200)
    let isBlocking = fields.flag("blocking")
    try fields.finish()
    return try services.acting(exchange, status: 201) { _ in
      .comment(text: text, fingerprint: fingerprint, isBlocking: isBlocking)
    }
  }

  private func resolve(_ exchange: Exchange) async throws -> Route.Effect {
    let id: ID<ReviewComment> = exchange.id("comment")
    return try services.acting(exchange) { _ in .resolveComment(id) }
  }

  private func waivers(_ exchange: Exchange) async throws -> Answer {
    let (submission, names) = try await services.submission(exchange)
    return Answer(["waivers": .array(submission.waivers.map { $0.body(names) })])
  }

  private func request(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    if !fields.has("reason") { fields.missing("reason") }
    let findings = fields.several("fingerprint")
    let reason: Waiver.Reason = fields.choice("reason") ?? .other
    let note = fields.text("note", 1...2000)
    let evidence = fields.optionalText("evidence", 0...500) ?? ""
    let expiry = fields.moment("expires_at")
    try fields.finish()
    return try services.actingTogether(exchange, on: .draft(exchange.id("draft")), status: 201) {
      _ in
      findings.map {
        .requestWaiver(
          WaiverRequest(
            fingerprint: $0,
            reason: reason,
            note: note,
            evidence: evidence,
            expiresAt: expiry
          )
        )
      }
    }
  }

  private func decide(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    if !fields.has("granted") { fields.missing("granted") }
    let isGranted = fields.flag("granted")
    let note = fields.optionalText("note", 0...2000) ?? ""
    let waivers = fields.several(with: exchange.id("waiver"))
    try fields.finish()
    return try services.actingTogether(exchange, on: .waiver(exchange.id("waiver"))) { _ in
      waivers.map { .decideWaiver($0, isGranted: isGranted, note: note) }
    }
  }

  private func revoke(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let reason = fields.text("reason", 1...2000)
    let waivers = fields.several(with: exchange.id("waiver"))
    try fields.finish()
    return try services.actingTogether(exchange, on: .waiver(exchange.id("waiver"))) { _ in
      waivers.map { .revokeWaiver($0, reason: reason) }
    }
  }
}

extension JSONFields {
  /// What a member names with what `also` names, each once.
  fileprivate mutating func several(_ name: String) -> [String] {
    var seen: Set<String> = []
    return ([text(name, 1...200)] + also()).filter { seen.insert($0).inserted }
  }

  /// The same with what the path names.
  fileprivate mutating func several(with id: ID<Waiver>) -> [ID<Waiver>] {
    var seen: Set<ID<Waiver>> = []
    return ([id] + also().map { ID($0) }).filter { seen.insert($0).inserted }
  }

  private mutating func also() -> [String] { texts("also", atMost: 200, 1...200) }
}

extension Exchange {
  /// The body of what needs a reason and no more.
  func reason() throws(Problem) -> String {
    var fields = try fields()
    let reason = fields.text("reason", 1...2000)
    try fields.finish()
    return reason
  }
}
