import ArgumentParser
import Glibc
import Reporting
import SourceText

/// The options that say how a report looks and where it goes.
struct OutputArguments: ParsableArguments {
  @Option(
    help: "报告格式：\(ReportFormat.list)；默认 pretty，可重复",
    completion: .list(ReportFormat.allCases.map(\.rawValue))
  )
  var format: [String] = []

  @Option(help: ArgumentHelp("第 n 个 --output 收第 n 个 --format 的报告", valueName: "file"))
  var output: [String] = []

  @Option(help: "颜色：auto（默认）、always、never")
  var color = ColorChoice.auto

  @Flag(help: "只给出问题：没有结语、进度与提示")
  var quiet = false

  @Flag(help: "另给出按规则、分组的统计")
  var statistics = false

  var choice: OutputChoice {
    OutputChoice(
      formats: format,
      files: output,
      color: color,
      isQuiet: quiet,
      wantsStatistics: statistics
    )
  }
}

/// How a report looks and where it goes.
struct OutputChoice: Hashable {
  var formats: [String] = []
  /// The n-th takes the report in the n-th format.
  var files: [String] = []
  var color = ColorChoice.auto
  var isQuiet = false
  var wantsStatistics = false

  /// The reports to write; one of them at least, each to a place of its own.
  func outputs() throws(CommandError) -> [ReportOutput] {
    let names = formats.isEmpty ? ["pretty"] : formats
    guard files.count <= names.count else {
      throw CommandError(
        message: "--output 比 --format 多（more --output than --format: give each its format）"
      )
    }
    var outputs: [ReportOutput] = []
    for (index, name) in names.enumerated() {
      let path = index < files.count && files[index] != "-" ? files[index] : nil
      guard !outputs.contains(where: { $0.path == path }) else {
        throw CommandError(
          message: path.map { "两份报告都写到 \($0)，请分开（two reports for one file: give each its own）" }
            ?? "两份报告都写到标准输出，请用 --output 分开"
            + "（two reports on standard output: give all but one an --output file）"
        )
      }
      outputs.append(
        ReportOutput(
          format: try ReportFormat(named: name),
          path: path,
          hasColor: color.isOn(forTerminal: path == nil),
          isQuiet: isQuiet
        )
      )
    }
    return outputs
  }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never

  /// `forTerminal` tells whether the text goes to standard output.
  func isOn(forTerminal isStandardOutput: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isStandardOutput && Stream.output.isTerminal && environment("NO_COLOR") == nil
        && environment("TERM") != "dumb"
    }
  }
}

enum ReportFormat: String, CaseIterable {
  case pretty
  case json
  case ndjson
  case sarif
  case junit
  case checkstyle
  case github
  case gitlab
  case rdjsonl
  case html

  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  init(named name: String) throws(CommandError) {
    guard let format = Self(rawValue: name) else {
      throw CommandError(
        message: "没有报告格式 \(name)，可用（formats are）：\(Self.list)"
          + didYouMean(nearest(to: name, among: Self.allCases.map(\.rawValue)))
      )
    }
    self = format
  }
}

/// One report of a run: its format, and the file or stream that takes it.
struct ReportOutput: Sendable {
  let format: ReportFormat
  /// Nil for standard output.
  let path: String?
  let hasColor: Bool
  let isQuiet: Bool

  func renderer(_ book: RuleBook, _ digest: String, _ language: Language) -> Renderer {
    switch format {
    case .pretty:
      .pretty(
        PrettyReport(
          book: book,
          language: language,
          palette: Palette(isOn: hasColor),
          width: path == nil ? terminalWidth ?? 100 : 100
        ),
        isQuiet: isQuiet
      )
    case .json:
      .json(JSONReport(tool: tool(digest), book: book, language: language), isWhole: true)
    case .ndjson:
      .json(JSONReport(tool: tool(digest), book: book, language: language), isWhole: false)
    case .html: .html(HTMLReport(tool: tool(digest), book: book, language: language))
    case .sarif: .sarif(SARIFReport(tool: tool(digest), book: book, language: language))
    case .junit: .parted(JUnitReport(book: book, language: language))
    case .checkstyle: .parted(CheckstyleReport(book: book, language: language))
    case .github: .parted(GitHubReport(book: book, language: language))
    case .gitlab: .parted(GitLabReport(book: book, language: language))
    case .rdjsonl: .parted(RDJSONLReport(book: book, language: language))
    }
  }

  private func tool(_ digest: String) -> Tool {
    Tool(name: "hegui", version: toolVersion, ruleset: digest)
  }
}
