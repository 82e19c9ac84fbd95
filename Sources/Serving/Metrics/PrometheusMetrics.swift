package import CoreMetrics
import Synchronization

/// The numbers of the server, in Prometheus' text format.
package final class PrometheusMetrics: MetricsFactory {
  private struct Key: Hashable {
    let label: String
    let dimensions: [[String]]
  }

  private struct Handlers {
    var numbers: [Key: Number] = [:]
    var recorders: [Key: Histogram] = [:]
  }

  private let handlers = Mutex(Handlers())

  package init() {}

  package func makeCounter(
    label: String,
    dimensions: [(String, String)]
  ) -> any CounterHandler { number(label, dimensions, isCounter: true) }

  package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    number(label, dimensions, isCounter: false)
  }

  package func makeRecorder(
    label: String,
    dimensions: [(String, String)],
    aggregate: Bool
  ) -> any RecorderHandler { histogram(label, dimensions) }

  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    histogram(label, dimensions)
  }

  package func destroyCounter(_ handler: any CounterHandler) {}
  package func destroyMeter(_ handler: any MeterHandler) {}
  package func destroyRecorder(_ handler: any RecorderHandler) {}
  package func destroyTimer(_ handler: any TimerHandler) {}

  private func number(
    _ label: String,
    _ dimensions: [(String, String)],
    isCounter: Bool
  ) -> Number {
    let key = Key(label: label, dimensions: dimensions.map { [$0.0, $0.1] })
    return handlers.withLock { handlers in
      if let known = handlers.numbers[key] { return known }
      let number = Number(label: label, dimensions: dimensions, isCounter: isCounter)
      handlers.numbers[key] = number
      return number
    }
  }

  private func histogram(_ label: String, _ dimensions: [(String, String)]) -> Histogram {
    let key = Key(label: label, dimensions: dimensions.map { [$0.0, $0.1] })
    return handlers.withLock { handlers in
      if let known = handlers.recorders[key] { return known }
      let histogram = Histogram(label: label, dimensions: dimensions)
      handlers.recorders[key] = histogram
      return histogram
    }
  }

  /// What a scraper reads.
  package var exposition: String {
    let (numbers, histograms) = handlers.withLock {
      (Array($0.numbers.values), Array($0.recorders.values))
    }
    var families: [String: (type: String, lines: [String])] = [:]
    for number in numbers {
      families[number.name, default: (number.isCounter ? "counter" : "gauge", [])].lines
        .append(number.line)
    }
    for histogram in histograms {
      families[histogram.name, default: ("histogram", [])].lines += histogram.lines
    }
    return families.sorted { $0.key < $1.key }.map { name, family in
      "# TYPE \(name) \(family.type)\n" + family.lines.sorted().joined(separator: "\n") + "\n"
    }.joined()
  }
}
