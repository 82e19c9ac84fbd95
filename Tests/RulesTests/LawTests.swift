import ChineseText
import Linting
import Reading
import Rules
import SourceText
import TestSupport
import Testing

/// What holds for every draft, whatever the rules are.
@Suite struct LawTests {
  static let linter: Linter = {
    guard let today = Day(year: 2026, month: 3, day: 1) else { preconditionFailure("a day") }
    do {
      return try ruleset.linter(options: Linter.Options(today: today), cacheFolder: nil)
    } catch {
      preconditionFailure("no linter: \(error)")
    }
  }()

  static let generated = (0..<60).map { GeneratedDraft(seed: UInt64($0)) }

  /// Three laws in one test, as each needs the same first report.
  @Test(arguments: CorpusDraft.all)
  func `findings lie on code points, come again, and move with what stands before them`(
    _ draft: CorpusDraft
  ) throws {
    let report = Self.linter.lint(path: draft.name, bytes: draft.bytes, format: draft.format)
    #expect(report.error == nil)
    let source = try #require(report.source)
    liesOnCodePoints(report, source)
    let second = Self.linter.lint(path: draft.name, bytes: draft.bytes, format: draft.format)
    #expect(report.findings == second.findings)
    #expect(report.suppressed == second.suppressed)
    movesBehindComment(report, source, draft)
  }

  private func liesOnCodePoints(_ report: DraftReport, _ source: Source) {
    for finding in report.findings {
      #expect(isOnCodePoints(finding.range, of: source.bytes), "\(finding)")
      for edit in finding.fix?.edits ?? [] {
        #expect(isOnCodePoints(edit.range, of: source.bytes), "\(finding)")
      }
    }
    let starts = report.findings.map(\.range.start)
    #expect(starts == starts.sorted())
  }

  /// A comment before a block moves offsets and nothing else.
  private func movesBehindComment(_ plain: DraftReport, _ source: Source, _ draft: CorpusDraft) {
    let text = source.string(in: SourceRange(0, source.bytes.count))
    let comment = "<!-- 𠮷🧧 -->"
    guard draft.format != .text, let place = firstBlock(of: text, draft.format) else { return }
    let head = text.utf8.prefix(place)
    let inserted = draft.format == .markdown ? comment + "\n\n" : comment
    let changed = Array(head) + Array(inserted.utf8) + Array(text.utf8.dropFirst(place))
    let moved = Self.linter.lint(path: draft.name, bytes: changed, format: draft.format)
    #expect(
      moved.findings.map { Key($0, in: moved) } == plain.findings.map { Key($0, in: plain) }
    )
    // What is about the whole draft stands at its start.
    for (old, new) in zip(plain.findings, moved.findings)
    where old.range.start >= place && old.range != SourceRange(0, 0) {
      #expect(new.range == old.range.moved(by: inserted.utf8.count))
    }
  }

  @Test(arguments: CorpusDraft.all) func `all prose of the source is read or listed as skipped`(
    _ draft: CorpusDraft
  ) throws {
    let source = try decodeSource(path: draft.name, bytes: draft.bytes)
    let faults = conservationFaults(of: try readDraft(source, as: draft.format))
    #expect(faults.isEmpty, "\(faults.map(source.string(in:)))")
  }

  @Test(arguments: generated) func `Markdown and equal HTML have the same findings`(
    _ draft: GeneratedDraft
  ) {
    let markdown = Self.linter.lint(draft.markdown, as: .markdown)
    let html = Self.linter.lint(draft.html, as: .html)
    #expect(markdown.findings.map(Message.init) == html.findings.map(Message.init))
  }

  @Test(arguments: generated) func `tags inside words change nothing`(_ draft: GeneratedDraft) {
    let whole = Self.linter.lint(draft.html, as: .html)
    for step in [2, 3] {
      let split = Self.linter.lint(draft.split(every: step), as: .html)
      #expect(whole.findings.map(Message.init) == split.findings.map(Message.init))
    }
  }

  @Test(arguments: generated) func `line ends change nothing`(_ draft: GeneratedDraft) {
    let crlf = draft.markdown.replacing("\n", with: "\r\n")
    let report = Self.linter.lint(draft.markdown, as: .markdown)
    let other = Self.linter.lint(crlf, as: .markdown)
    #expect(
      report.findings.map { Key($0, in: report) } == other.findings.map { Key($0, in: other) }
    )
  }

  private func isOnCodePoints(_ range: SourceRange, of bytes: [UInt8]) -> Bool {
    range.end <= bytes.count
      && [range.start, range.end].allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
  }

  /// Where a comment may stand without becoming part of a block.
  private func firstBlock(of text: String, _ format: DraftFormat) -> Int? {
    if format == .html {
      return text.firstRange(of: "<body").flatMap { body in
        text[body.upperBound...].firstRange(of: ">").map {
          text.utf8.distance(from: text.startIndex, to: $0.upperBound)
        }
      }
    }
    return text.hasPrefix("---") || text.hasPrefix("\u{FEFF}") ? nil : 0
  }
}

/// A finding without its place.
private struct Key: Equatable {
  let rule: String
  let text: String
  let message: Localized

  init(_ finding: Finding, in report: DraftReport) {
    rule = finding.rule
    text = report.source?.string(in: finding.range) ?? ""
    message = finding.message
  }
}

/// A finding as far as it does not depend on markup.
private struct Message: Equatable {
  let rule: String
  let severity: Severity
  let message: Localized

  init(_ finding: Finding) {
    rule = finding.rule
    severity = finding.severity
    message = finding.message
  }
}
