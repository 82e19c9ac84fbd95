import CoreMetrics
package import Logging
import Synchronization

/// What the store has said of its anchors: told by the log, the numbers and `/readyz`.
///
/// A commit stands although its anchor could not be written, and the next anchor stands for it too; so the server
/// goes on, and says that somebody has to look.
package final class AnchorHealth: Sendable {
  private let failing = Mutex(false)
  private let failures: Counter
  private let logger: Logger

  package init(logger: Logger, metrics: PrometheusMetrics) {
    self.logger = logger
    failures = Counter(label: "audit_anchor_failures_total", dimensions: [], factory: metrics)
  }

  package func failed(_ reason: String) {
    failing.withLock { $0 = true }
    failures.increment()
    logger.error("an anchor could not be written", metadata: ["error": "\(reason)"])
  }

  package func written() {
    let wasFailing = failing.withLock { failing in
      defer { failing = false }
      return failing
    }
    if wasFailing { logger.notice("anchors are written again") }
  }

  var isFailing: Bool { failing.withLock(\.self) }
}
