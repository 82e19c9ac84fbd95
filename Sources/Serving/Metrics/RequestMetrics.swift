import CoreMetrics
import Synchronization

/// Counts and times requests by route.
final class RequestMetrics: Sendable {
  private struct Key: Hashable {
    let method: String
    let route: String
    let status: Int
  }

  private struct Known {
    var counters: [Key: Counter] = [:]
    var timers: [String: CoreMetrics.Timer] = [:]
  }

  private let factory: PrometheusMetrics
  private let known = Mutex(Known())

  init(_ factory: PrometheusMetrics) { self.factory = factory }

  func note(_ method: String, _ route: String, _ status: Int, _ duration: Duration) {
    // Methods are the client's to choose; names of numbers are not.
    let method = Self.methods.contains(method) ? method : "other"
    let key = Key(method: method, route: route, status: status)
    known.withLock { known in
      counter(key, &known).increment()
      timer(route, &known).recordNanoseconds(duration.nanoseconds)
    }
  }

  private static let methods: Set = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

  private func counter(_ key: Key, _ known: inout Known) -> Counter {
    if let counter = known.counters[key] { return counter }
    let counter = Counter(
      label: "http_requests_total",
      dimensions: [("method", key.method), ("route", key.route), ("status", String(key.status))],
      factory: factory
    )
    known.counters[key] = counter
    return counter
  }

  private func timer(_ route: String, _ known: inout Known) -> CoreMetrics.Timer {
    if let timer = known.timers[route] { return timer }
    let timer = CoreMetrics.Timer(
      label: "http_request_duration_seconds",
      dimensions: [("route", route)],
      factory: factory
    )
    known.timers[route] = timer
    return timer
  }
}
