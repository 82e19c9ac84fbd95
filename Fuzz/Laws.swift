import Glibc
import Linting
import Reading
import SourceText

/// Stops the run where a law is broken.
///
/// Optimised code drops the message of a `precondition`, so this says it itself.
func require(_ isKept: Bool, _ law: @autoclosure () -> String) {
  guard !isKept else { return }
  let message = Array("law broken: \(law())\n".utf8)
  _ = unsafe write(STDERR_FILENO, message, message.count)
  abort()
}

/// Decoded text is valid UTF-8, and its faults lie inside.
func checkLaws(of source: Source) {
  require(isValidUTF8(source.bytes), "decoded text is not valid UTF-8")
  var end = 0
  for fault in source.faults {
    require(fault.start >= end && fault.end <= source.bytes.count, "a fault lies outside")
    end = fault.start
  }
}

/// Prose is valid UTF-8, blocks ascend, and every run lies inside and says what its source says.
func checkLaws(of draft: Draft) {
  require(isValidUTF8(draft.text), "prose is not valid UTF-8")
  var end = 0
  for block in draft.blocks {
    require(block.text.lowerBound >= end, "blocks overlap")
    require(block.text.upperBound <= draft.text.count, "a block lies outside")
    end = block.text.upperBound
  }
  end = 0
  for run in draft.map.runs {
    require(run.text.lowerBound == end, "a gap between runs")
    require(run.source.end <= draft.source.bytes.count, "a run lies outside the source")
    if run.isVerbatim {
      let source = draft.source.bytes[run.source.start..<run.source.end]
      require(draft.text[run.text].elementsEqual(source), "a verbatim run differs")
    }
    end = run.text.upperBound
  }
  require(end == draft.text.count, "runs do not cover the prose")
}

/// Findings stand in order, inside the source and on the boundaries of code points.
func checkLaws(of report: DraftReport) {
  guard let bytes = report.source?.bytes else { return }
  var start = 0
  for finding in report.findings {
    let range = finding.range
    require(range.start >= start, "findings are out of order")
    require(range.start <= range.end && range.end <= bytes.count, "a finding lies outside")
    require(
      isBoundary(range.start, in: bytes) && isBoundary(range.end, in: bytes),
      "a finding cuts a code point"
    )
    start = range.start
  }
}

private func isBoundary(_ offset: Int, in bytes: [UInt8]) -> Bool {
  offset == bytes.count || bytes[offset] & 0xC0 != 0x80
}

private func isValidUTF8(_ bytes: [UInt8]) -> Bool {
  String(validating: bytes, as: UTF8.self) != nil
}
