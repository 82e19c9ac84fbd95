import ArgumentParser
import Linting
import Reading
import Reporting
import SourceText

/// Lints many drafts and writes their reports in the order of the drafts.
struct LintRun {
  private let setup: LintSetup
  private let language: Language
  private let wantsStatistics: Bool
  private let isQuiet: Bool
  private var reports: [ReportWriter]
  private var summary = Summary()
  private var rows: [DraftRow] = []
  private var statistics = Statistics()
  private var rules: Set<String> = []
  private var staleEntries = 0
  private(set) var newBaseline = Baseline()

  init(setup: LintSetup, outputs: [ReportOutput], output: OutputChoice, language: Language) {
    self.setup = setup
    self.language = language
    wantsStatistics = output.wantsStatistics
    isQuiet = output.isQuiet
    // Changed text has standard output for itself.
    let sendsText = setup.fixing != nil && (setup.fixing?.isWritten == false)
    reports = zip(outputs, setup.renderers).map {
      ReportWriter(output: $0, renderer: $1, avoidsStandardOutput: sendsText)
    }
  }

  mutating func judge(_ items: [DraftItem], jobs: Int) async throws {
    let sendsText = items.contains { if case .standardInput = $0.origin { true } else { false } }
    if sendsText, setup.fixing != nil {
      for index in reports.indices { reports[index].avoidStandardOutput() }
    }
    if jobs > 1 {
      try await judgeTogether(items, jobs: jobs)
    } else {
      var progress = Progress(total: items.count, isQuiet: isQuiet)
      for part in Self.parts(of: items, size: LintSetup.batch.drafts) {
        for draft in setup.judge(part) { try take(draft, &progress) }
      }
      progress.clear()
    }
    try finish(of: items.count)
  }

  func status(failingOn level: FailureLevel, writesBaseline: Bool) -> ExitCode {
    if summary.incomplete > 0 { return .incomplete }
    // What a new baseline holds is accepted, unless an old one is there to compare with.
    if writesBaseline, setup.baseline == nil { return .success }
    guard let severity = level.severity else { return .success }
    return summary.count(atOrAbove: severity) > 0 ? ExitCode(1) : .success
  }

  /// Drafts far ahead of the one that is due wait, so that not all reports pile up.
  private mutating func judgeTogether(_ items: [DraftItem], jobs: Int) async throws {
    let setup = setup
    // A task for a few drafts at once; at the end no job should wait long for another.
    let size = max(1, min(LintSetup.batch.drafts, items.count / (jobs * 8)))
    let parts = Self.parts(of: items, size: size)
    var progress = Progress(total: items.count, isQuiet: isQuiet)
    var waiting: [Int: [JudgedDraft]] = [:]
    var due = 0
    try await withThrowingTaskGroup(of: (Int, [JudgedDraft]).self) { group in
      var next = 0
      var running = 0
      while due < parts.count {
        while running < jobs, next < parts.count, next < due + jobs * 4 {
          let index = next
          group.addTask { (index, setup.judge(parts[index])) }
          next += 1
          running += 1
        }
        guard let (index, judged) = try await group.next() else { return }
        running -= 1
        waiting[index] = judged
        while let judged = waiting.removeValue(forKey: due) {
          for draft in judged { try take(draft, &progress) }
          due += 1
        }
      }
    }
    progress.clear()
  }

  private static func parts(of items: [DraftItem], size: Int) -> [ArraySlice<DraftItem>] {
    stride(from: 0, to: items.count, by: size).map { items[$0..<min($0 + size, items.count)] }
  }

  private mutating func take(_ judged: JudgedDraft, _ progress: inout Progress) throws {
    if judged.hasSomethingToShow { progress.clear() }
    summary.add(judged.summary)
    statistics.add(judged.statistics)
    if let row = judged.row { rows.append(row) }
    rules.formUnion(judged.rules)
    staleEntries += judged.staleEntries
    newBaseline.add(judged.fingerprints, of: judged.path)
    for warning in judged.warnings { warn(warning) }
    if !isQuiet { for note in judged.notes { warn(note) } }
    var text = Stream.output
    try text.write(judged.text)
    try text.flush()
    for index in reports.indices { try reports[index].add(judged.parts[index]) }
    progress.advance()
  }

  private mutating func finish(of count: Int) throws {
    for index in reports.indices { try reports[index].finish(summary, rows, naming: rules) }
    if staleEntries > 0, !isQuiet {
      warn("基线中有 \(staleEntries) 条已不再出现（entries of the baseline no longer occur）")
    }
    guard wantsStatistics else { return }
    var stream = reports.contains(where: \.isPrettyOnOutput) ? Stream.output : Stream.error
    try stream.write(statistics.text(in: language))
    try stream.flush()
  }
}

/// Writes one report as its drafts come in.
struct ReportWriter {
  private let renderer: Renderer
  private let path: String?
  private var isOnStandardError: Bool
  private var stream: Stream
  /// What cannot be written before all is known: a whole document, or a file.
  private var parts: [[UInt8]] = []
  private var filed: [UInt8] = []

  init(output: ReportOutput, renderer: Renderer, avoidsStandardOutput: Bool) {
    self.renderer = renderer
    path = output.path
    isOnStandardError = false
    stream = .output
    if avoidsStandardOutput { avoidStandardOutput() }
  }

  var isPrettyOnOutput: Bool {
    if case .pretty = renderer { path == nil && !isOnStandardError } else { false }
  }

  mutating func avoidStandardOutput() {
    isOnStandardError = true
    stream = .error
  }

  mutating func add(_ part: [UInt8]) throws(FileError) {
    guard renderer.isStreamed else {
      parts.append(part)
      return
    }
    try write(part)
    if path == nil { try stream.flush() }
  }

  mutating func finish(
    _ summary: Summary,
    _ rows: [DraftRow],
    naming rules: Set<String>
  ) throws(FileError) {
    let frame = renderer.frame(summary, rows, naming: rules)
    let parts = parts.filter { !$0.isEmpty }
    try write(frame.opening)
    for (index, part) in parts.enumerated() {
      try write(frame.before)
      try write(part)
      if index < parts.count - 1 { try write(frame.between) }
    }
    try write(frame.closing)
    guard let path else { return try stream.flush() }
    try writeFile(path, filed)
  }

  private mutating func write(_ bytes: [UInt8]) throws(FileError) {
    if path == nil { try stream.write(bytes) } else { filed += bytes }
  }
}
