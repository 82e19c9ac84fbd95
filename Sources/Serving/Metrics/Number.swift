import CoreMetrics
import Synchronization

/// A counter or a gauge.
final class Number: CounterHandler, MeterHandler {
  let name: String
  let isCounter: Bool
  private let labels: String
  private let value = Mutex(0.0)

  init(label: String, dimensions: [(String, String)], isCounter: Bool) {
    name = metricName(label)
    labels = metricLabels(dimensions)
    self.isCounter = isCounter
  }

  func increment(by amount: Int64) { value.withLock { $0 += Double(amount) } }
  func increment(by amount: Double) { value.withLock { $0 += amount } }
  func decrement(by amount: Double) { value.withLock { $0 -= amount } }
  func reset() { value.withLock { $0 = 0 } }
  func set(_ value: Int64) { self.value.withLock { $0 = Double(value) } }
  func set(_ value: Double) { self.value.withLock { $0 = value } }

  var line: String { "\(name)\(labels) \(metricNumber(value.withLock(\.self)))" }
}

/// A name of letters, digits and underscores.
func metricName(_ label: String) -> String {
  String(
    decoding: label.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: byte
      default: UInt8(ascii: "_")
      }
    },
    as: UTF8.self
  )
}

/// `{name="value",…}`; empty for none.
func metricLabels(_ dimensions: [(String, String)]) -> String {
  guard !dimensions.isEmpty else { return "" }
  let pairs = dimensions.map { name, value in
    let escaped = value.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      default: String(Character(scalar))
      }
    }
    return "\(metricName(name))=\"\(escaped.joined())\""
  }
  return "{\(pairs.joined(separator: ","))}"
}

/// Without a point where it is whole.
func metricNumber(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
}
