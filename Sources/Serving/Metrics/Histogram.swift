import CoreMetrics
import Synchronization

/// How long or how much, in buckets; times are in seconds.
final class Histogram: RecorderHandler, TimerHandler {
  private struct Counts {
    var buckets = [Int](repeating: 0, count: Histogram.bounds.count)
    var count = 0
    var sum = 0.0
  }

  private static let bounds = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
  ]

  let name: String
  private let dimensions: [(String, String)]
  private let counts = Mutex(Counts())

  init(label: String, dimensions: [(String, String)]) {
    name = metricName(label)
    self.dimensions = dimensions
  }

  func record(_ value: Int64) { record(Double(value)) }

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

  func record(_ value: Double) {
    counts.withLock { counts in
      counts.count += 1
      counts.sum += value
      if let index = Self.bounds.firstIndex(where: { value <= $0 }) { counts.buckets[index] += 1 }
    }
  }

  var lines: [String] {
    let counts = counts.withLock(\.self)
    var total = 0
    var lines: [String] = []
    for (bound, count) in zip(Self.bounds, counts.buckets) {
      total += count
      lines.append(bucket(metricNumber(bound), total))
    }
    lines.append(bucket("+Inf", counts.count))
    lines.append("\(name)_sum\(metricLabels(dimensions)) \(metricNumber(counts.sum))")
    lines.append("\(name)_count\(metricLabels(dimensions)) \(counts.count)")
    return lines
  }

  private func bucket(_ bound: String, _ count: Int) -> String {
    "\(name)_bucket\(metricLabels(dimensions + [("le", bound)])) \(count)"
  }
}
