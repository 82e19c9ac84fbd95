import Linting
import SourceText

/// A draft after its fixes.
struct MendedDraft {
  /// In the draft's own encoding.
  var bytes: [UInt8]
  /// Of `bytes`.
  var report: DraftReport
  var originalText: [UInt8] = []
  var text: [UInt8] = []
  /// How many findings were mended.
  var count = 0
  /// Why the draft could not be changed; nil where all went well.
  var problem: String?
}

/// Makes fixes, round by round until none is left: one may uncover another, or overlap it.
func mend(
  _ original: [UInt8],
  unsafe takesUnsafe: Bool,
  lint: ([UInt8]) -> DraftReport
) -> MendedDraft {
  var mended = MendedDraft(bytes: original, report: lint(original))
  guard let text = mended.report.source?.bytes else { return mended }
  mended.originalText = text
  mended.text = text
  for _ in 0..<5 {
    guard let source = mended.report.source, mended.report.isOpenToFixes else { break }
    let selection = FixSelection(of: mended.report.findings, unsafe: takesUnsafe)
    guard selection.count > 0 else { break }
    let changed = applying(selection.edits, to: source.bytes)
    let encoded: [UInt8]
    do {
      encoded = try source.encoded(changed)
    } catch {
      mended.problem = error.description
      break
    }
    let report = lint(encoded)
    // Bytes that would be read as another text or not at all are never written.
    guard report.error == nil, report.source?.bytes == changed else {
      mended.problem = "改后的文字无法按 \(source.encoding) 存回（it cannot be stored in its encoding）"
      break
    }
    mended.bytes = encoded
    mended.report = report
    mended.text = changed
    mended.count += selection.count
  }
  return mended
}

extension DraftReport {
  /// A draft that is not judged or that must not be handled is left alone.
  fileprivate var isOpenToFixes: Bool {
    error == nil && !findings.contains { $0.escalation == .freeze }
  }
}
