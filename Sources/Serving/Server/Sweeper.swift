import Logging
import Reviewing
import ServiceLifecycle

/// Forgets old answers, sessions and links, so that the store grows by what is kept and nothing else.
struct Sweeper: Service {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await sweep()
        } catch {
          // What is left lies there until the next time.
          services.parts.logger.error("sweeping failed", metadata: ["error": "\(error)"])
        }
        try await Task.sleep(for: .seconds(3600))
      }
    }
  }

  /// Answers as old as `/v1/limits` says; sessions and links have ended long before.
  func sweep() async throws {
    let end = services.now().adding(hours: -services.limits.idempotencyHours)
    try await services.store.write { try $0.sweep(before: end) }
  }
}
