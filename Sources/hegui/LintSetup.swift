import Linting
import Reading
import Reporting
import SourceText

/// All that judging one draft needs; the same for every draft of a run.
struct LintSetup: Sendable {
  let linter: Linter
  /// Overrules what a file's ending says.
  let inputFormat: DraftFormat?
  let limits: ReadingLimits
  /// Nil where drafts stay as they are.
  let fixing: FixMode?
  let baseline: Baseline?
  let wantsFingerprints: Bool
  let wantsStatistics: Bool
  let renderers: [Renderer]

  /// So many drafts, of so many bytes together, are judged at once: enough that what a rule needs is fetched once
  /// for many, and few enough that they take little memory.
  static let batch = (drafts: 64, bytes: 1 << 19)

  /// Reads, judges and where wanted mends drafts, in their order.
  func judge(_ items: some Sequence<DraftItem>) -> [JudgedDraft] {
    var judged: [JudgedDraft] = []
    var files: [DraftFile] = []
    var size = 0
    func judgeTogether() {
      judged += linter.lint(files).map(self.judged)
      files = []
      size = 0
    }
    for item in items {
      do {
        let file = try file(of: item)
        if let fixing {
          judged.append(mended(file, of: item, fixing))
          continue
        }
        if files.count == Self.batch.drafts || size + file.bytes.count > Self.batch.bytes {
          judgeTogether()
        }
        files.append(file)
        size += file.bytes.count
      } catch {
        judgeTogether()
        let format = format(of: item, [])
        judged.append(self.judged(DraftReport(path: item.path, format: format, failure: error)))
      }
    }
    judgeTogether()
    return judged
  }

  private func file(of item: DraftItem) throws(DraftFailure) -> DraftFile {
    let bytes = try contents(of: item)
    // Of what comes through a pipe nobody knows where it lies.
    let isFile = if case .file = item.origin { true } else { false }
    return DraftFile(
      path: item.path,
      bytes: bytes,
      format: format(of: item, bytes),
      lookingBeside: isFile ? { filesBeside($0, at: item.path) } : nil
    )
  }

  private func mended(_ file: DraftFile, of item: DraftItem, _ fixing: FixMode) -> JudgedDraft {
    let mended = mend(file.bytes, unsafe: fixing.takesUnsafe, limits: limits) {
      linter.lint(path: file.path, bytes: $0, format: file.format, lookingBeside: file.look)
    }
    return judged(mended, of: item, original: file.bytes, isWritten: fixing.isWritten)
  }

  private func judged(_ report: DraftReport) -> JudgedDraft {
    var report = report
    // What was not judged to the end is no measure for later.
    let isKnown = report.error == nil && (wantsFingerprints || baseline != nil)
    let fingerprints = isKnown ? unnumberedFingerprints(of: report) : []
    let stale = baseline?.remove(from: &report, fingerprints) ?? 0
    return JudgedDraft(
      path: report.path,
      summary: Summary(of: report),
      statistics: wantsStatistics ? Statistics(of: report) : Statistics(),
      row: renderers.contains { $0.wantsRows } ? DraftRow(of: report) : nil,
      rules: renderers.contains(where: \.namesRules) ? SARIFReport.rules(of: report) : [],
      parts: renderers.map { $0.part(of: report) },
      fingerprints: wantsFingerprints ? fingerprints : [],
      staleEntries: stale
    )
  }

  private func judged(
    _ mended: MendedDraft,
    of item: DraftItem,
    original: [UInt8],
    isWritten: Bool
  ) -> JudgedDraft {
    var result = judged(mended.report)
    if let problem = mended.problem {
      result.warnings.append("\(item.path): 没有全部自动修改（not all fixed）：\(problem)")
    }
    if case .standardInput = item.origin, isWritten {
      result.text = mended.bytes
      return result
    }
    guard mended.bytes != original else { return result }
    guard isWritten else {
      result.text = unifiedDiff(of: item.path, from: mended.originalText, to: mended.text)
      return result
    }
    do {
      try replaceFile(item.path, with: mended.bytes)
      result.notes.append("\(item.path): 已改 \(mended.count) 处（fixed）")
      return result
    } catch {
      // What stands in the file is not what the report is about.
      result = judged(
        DraftReport(path: item.path, format: mended.report.format, failure: .unwritten(error))
      )
      return result
    }
  }

  private func contents(of item: DraftItem) throws(DraftFailure) -> [UInt8] {
    do {
      switch item.origin {
      case .failure(let failure): throw failure
      case _ where inputFormat == nil && oldWordEndings.contains(ending(of: item.path)):
        throw DraftFailure.oldWord
      case .standardInput:
        return try readAll(0, path: "standard input", limit: limits.fileBytes)
      case .file:
        return try readFile(item.path, limit: limits.fileBytes)
      }
    } catch let error as DraftFailure {
      throw error
    } catch let error as FileError {
      throw DraftFailure(error)
    } catch {
      throw DraftFailure(code: "failed", message: Localized("\(error)", "\(error)"))
    }
  }

  private func format(of item: DraftItem, _ bytes: [UInt8]) -> DraftFormat {
    if let inputFormat { return inputFormat }
    if let told = DraftFormat(ending: ending(of: item.path)) { return told }
    // What has no ending that tells, such as standard input.
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .docx }
    return startsWithTag(bytes) ? .html : .markdown
  }
}

/// What judging one draft has come to.
///
/// Its findings are not kept: the job that made them also frees them.
struct JudgedDraft: Sendable {
  let path: String
  let summary: Summary
  /// Empty where nobody asks for them.
  let statistics: Statistics
  /// Nil where no report wants it.
  let row: DraftRow?
  /// The rules of its findings; empty where nobody asks for them.
  let rules: Set<String>
  /// One for each renderer.
  let parts: [[UInt8]]
  var fingerprints: [String] = []
  var staleEntries = 0
  /// The changed draft or its differences, for standard output.
  var text: [UInt8] = []
  /// For standard error.
  var notes: [String] = []
  /// Said even where notes are not.
  var warnings: [String] = []

  var hasSomethingToShow: Bool {
    !text.isEmpty || !notes.isEmpty || !warnings.isEmpty || parts.contains { !$0.isEmpty }
  }
}

private let oldWordEndings: Set = ["doc", "wps"]

extension DraftFailure {
  fileprivate static let oldWord = DraftFailure(
    code: "unsupported-format",
    message: Localized(
      "读不了这种旧格式：请用 Word 或 WPS 打开，另存为 .docx",
      "this old format cannot be read: open it in Word or WPS and save it as .docx"
    )
  )

  fileprivate static func unwritten(_ error: FileError) -> DraftFailure {
    DraftFailure(
      code: "unwritable",
      message: Localized(
        "修改未能写回：\(error.chineseReason)",
        "the fixes cannot be written: \(error.reason)"
      )
    )
  }
}

/// Whether the first character that is not blank opens a tag, in any encoding with ASCII in it.
private func startsWithTag(_ bytes: [UInt8]) -> Bool {
  let marks: Set<UInt8> = [0x00, 0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
  let start = bytes.drop { marks.contains($0) }.prefix(4).filter { $0 != 0 }
  guard start.first == 0x3C, let second = start.dropFirst().first else { return false }
  return second == 0x21 || second == 0x3F || (0x41...0x5A).contains(second & 0xDF)
}
