import Reviewing

/// All that handlers work with.
struct Services: Sendable {
  let parts: ServerParts
  let settings: ServerSettings
  let deadlines: Deadlines
  let checks: CheckService
  let desk: ReviewDesk
  let signIn: SignIn
  /// Of the record, under way.
  let verifications = Load(limit: 1)
  let cursors: Cursors

  init(_ parts: ServerParts, _ settings: ServerSettings) {
    self.parts = parts
    self.settings = settings
    deadlines = Deadlines()
    cursors = Cursors(secret: parts.signer?.secret(for: "cursors"))
    desk = ReviewDesk(ids: parts.ids, signer: parts.signer)
    checks = CheckService(
      linter: parts.linter,
      report: .init(tool: parts.tool, book: parts.book),
      pool: CheckPool(deadlines: deadlines, seconds: settings.limits.checkSeconds)
    )
    signIn = SignIn(store: parts.store, pool: checks.pool)
  }

  var store: any ReviewStore { parts.store }
  var limits: ServingLimits { settings.limits }
  var pool: CheckPool { checks.pool }
  func now() -> Timestamp { parts.clock() }
}
