import ServiceLifecycle
import Synchronization

/// Looks ten times a second at what must not go on for ever.
///
/// One sweep for all takes the place of a timer for each request.
final class Deadlines: Service {
  typealias Look = @Sendable (ContinuousClock.Instant) -> Void

  private struct Watched {
    var next = 0
    var looks: [Int: Look] = [:]
  }

  private let watched = Mutex(Watched())

  /// Calls `look` at every sweep until the id is removed.
  func add(_ look: @escaping Look) -> Int {
    watched.withLock { watched in
      watched.next += 1
      watched.looks[watched.next] = look
      return watched.next
    }
  }

  func remove(_ id: Int) { watched.withLock { _ = $0.looks.removeValue(forKey: id) } }

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try await Task.sleep(for: .milliseconds(100))
        self.sweep(at: .now)
      }
    }
  }

  func sweep(at now: ContinuousClock.Instant) {
    for look in watched.withLock({ Array($0.looks.values) }) { look(now) }
  }
}
