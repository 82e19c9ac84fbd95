import Linting
import Reading
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
///
/// `limits` are those that `lint` reads with.
func mend(
  _ original: [UInt8],
  unsafe takesUnsafe: Bool,
  limits: ReadingLimits,
  lint: ([UInt8]) -> DraftReport
) -> MendedDraft {
  var mended = MendedDraft(bytes: original, report: lint(original))
  guard let text = mended.report.source?.bytes else { return mended }
  mended.originalText = text
  mended.text = text
  var unwritable: Set<Unicode.Scalar> = []
  for _ in 0..<5 {
    guard let source = mended.report.source, mended.report.isOpenToFixes else { break }
    let made: MadeFixes?
    do {
      made =
        try source.markup != nil
        ? wordFixes(of: mended, unsafe: takesUnsafe, in: source, limits)
        : fixes(of: mended.report.findings, unsafe: takesUnsafe, in: source, &unwritable)
    } catch {
      mended.problem = error.description
      break
    }
    guard let made else { break }
    let report = lint(made.bytes)
    // Bytes that would be read as another text or not at all are never written.
    guard report.error == nil, report.source?.bytes == made.text else {
      mended.problem = "改后的文字无法按 \(source.encoding) 存回（it cannot be stored in its encoding）"
      break
    }
    mended.bytes = made.bytes
    mended.report = report
    mended.text = made.text
    mended.count += made.count
  }
  if mended.problem == nil, !unwritable.isEmpty, let encoding = mended.report.source?.encoding {
    mended.problem = unwritableProblem(unwritable, encoding)
  }
  return mended
}

/// The text of a draft after one round of fixes, and its bytes in the draft's encoding.
private struct MadeFixes {
  let text: [UInt8]
  let bytes: [UInt8]
  let count: Int
}

/// Makes the fixes that the draft's encoding can hold; nil where there are none.
private func fixes(
  of findings: [Finding],
  unsafe takesUnsafe: Bool,
  in source: Source,
  _ unwritable: inout Set<Unicode.Scalar>
) throws(SourceEncodingError) -> MadeFixes? {
  while true {
    let selection = FixSelection(of: findings, unsafe: takesUnsafe, unwritable: unwritable)
    guard selection.count > 0 else { return nil }
    let text = applying(selection.edits, to: source.bytes)
    do {
      return MadeFixes(text: text, bytes: try source.encoded(text), count: selection.count)
    } catch {
      // What the encoding lacks comes from a fix, else the text would not have been read from it.
      guard case .unencodable(let scalar, _, _) = error, unwritable.insert(scalar).inserted else {
        throw error
      }
    }
  }
}

/// Makes the fixes of text that was typed into a Word document; nil where there are none.
private func wordFixes(
  of mended: MendedDraft,
  unsafe takesUnsafe: Bool,
  in source: Source,
  _ limits: ReadingLimits
) throws(SourceEncodingError) -> MadeFixes? {
  let findings = mended.report.findings.filter { finding in
    finding.fix.map { source.holdsInPlace($0.edits) } ?? false
  }
  let selection = FixSelection(of: findings, unsafe: takesUnsafe)
  guard selection.count > 0 else { return nil }
  return MadeFixes(
    text: applying(selection.edits, to: source.bytes),
    bytes: try rewriteWord(mended.bytes, selection.edits, of: source, limits: limits),
    count: selection.count
  )
}

private func unwritableProblem(_ scalars: Set<Unicode.Scalar>, _ encoding: String) -> String {
  let list = scalars.sorted().map { "「\($0)」" }.joined()
  return "\(encoding) 编码中没有\(list)，要用这些字的几处没有改；请先把稿件另存为 UTF-8"
    + "（the encoding lacks these characters: save the draft as UTF-8 first）"
}

extension DraftReport {
  /// A draft that is not judged or that must not be handled is left alone.
  fileprivate var isOpenToFixes: Bool {
    error == nil && !findings.contains { $0.escalation == .freeze }
  }
}
