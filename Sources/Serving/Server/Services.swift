import Reviewing

/// All that handlers work with.
struct Services: Sendable {
  let parts: ServerParts
  let settings: ServerSettings
  let deadlines: Deadlines
  let checks: CheckService

  init(_ parts: ServerParts, _ settings: ServerSettings) {
    self.parts = parts
    self.settings = settings
    deadlines = Deadlines()
    checks = CheckService(
      linter: parts.linter,
      report: .init(tool: parts.tool, book: parts.book),
      pool: CheckPool(deadlines: deadlines, seconds: settings.limits.checkSeconds)
    )
  }

  var store: any ReviewStore { parts.store }
  var limits: ServingLimits { settings.limits }
  func now() -> Timestamp { parts.clock() }
}
