import Linting
import Reporting

/// Turns reports into the bytes of one format.
enum Renderer: Sendable {
  case pretty(PrettyReport, isQuiet: Bool)
  /// Whole: one document; else one object a line.
  case json(JSONReport, isWhole: Bool)
  case html(HTMLReport)
  case sarif(SARIFReport)
  case parted(any PartedReport)

  /// Whether a draft's part can be written before the next draft is done.
  var isStreamed: Bool {
    switch self {
    case .json(_, isWhole: true), .html, .sarif: false
    case .json, .pretty: true
    case .parted(let parted): parted.opening.isEmpty
    }
  }

  /// Whether its frame tells of each draft.
  var wantsRows: Bool {
    if case .html = self { true } else { false }
  }

  /// Whether the frame names the rules that were broken.
  var namesRules: Bool { if case .sarif = self { true } else { false } }

  func part(of report: DraftReport) -> [UInt8] {
    switch self {
    case .pretty(let pretty, _): pretty.text(of: report)
    case .json(let json, isWhole: true): json.object(of: report)
    case .json(let json, isWhole: false): json.object(of: report) + [0x0A]
    case .html(let html): html.part(of: report)
    case .sarif(let sarif): sarif.results(of: report)
    case .parted(let parted): parted.part(of: report)
    }
  }

  /// What a report has around and between its parts; `rows` are the drafts in order where it wants them, `rules`
  /// those of their findings where it names them.
  func frame(
    _ summary: Summary,
    _ rows: [DraftRow],
    naming rules: Set<String>
  ) -> ReportFrame {
    switch self {
    case .pretty(let pretty, let isQuiet):
      return ReportFrame(closing: isQuiet ? [] : pretty.closing(summary))
    case .json(_, isWhole: false): return ReportFrame()
    case .html(let html):
      return ReportFrame(opening: html.opening(summary, rows), closing: html.closing)
    case .json(let json, isWhole: true):
      return ReportFrame(
        opening: json.opening(summary),
        before: [0x20, 0x20],
        between: [0x2C, 0x0A],
        closing: json.closing
      )
    case .sarif(let sarif):
      return ReportFrame(
        opening: sarif.opening,
        between: [0x2C, 0x0A],
        closing: sarif.closing(summary, naming: rules)
      )
    case .parted(let parted):
      return ReportFrame(
        opening: parted.opening,
        between: parted.separator,
        closing: parted.closing
      )
    }
  }
}

/// What a report has around and between its parts; streamed ones have a closing only.
struct ReportFrame {
  var opening: [UInt8] = []
  /// Before each part.
  var before: [UInt8] = []
  /// After each part but the last; empty parts have nothing around them.
  var between: [UInt8] = []
  var closing: [UInt8] = []
}
