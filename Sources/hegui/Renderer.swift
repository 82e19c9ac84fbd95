import Linting
import Reporting

/// Turns reports into the bytes of one format.
enum Renderer: Sendable {
  case pretty(PrettyReport, isQuiet: Bool)
  /// Whole: one document; else one object a line.
  case json(JSONReport, isWhole: Bool)

  /// Whether a draft's part can be written before the next draft is done.
  var isStreamed: Bool {
    if case .json(_, isWhole: true) = self { false } else { true }
  }

  func part(of report: DraftReport) -> [UInt8] {
    switch self {
    case .pretty(let pretty, _): pretty.text(of: report)
    case .json(let json, isWhole: true): json.object(of: report)
    case .json(let json, isWhole: false): json.object(of: report) + [0x0A]
    }
  }

  /// The whole report where it is not streamed; what follows the parts where it is.
  func ending(_ summary: Summary, parts: [[UInt8]]) -> [UInt8] {
    switch self {
    case .pretty(let pretty, let isQuiet): return isQuiet ? [] : pretty.closing(summary)
    case .json(_, isWhole: false): return []
    case .json(let json, isWhole: true):
      var bytes = json.opening(summary)
      for (index, part) in parts.enumerated() {
        if index > 0 { bytes += [0x2C, 0x0A] }
        bytes += [0x20, 0x20]
        bytes += part
      }
      return bytes + json.closing
    }
  }
}
