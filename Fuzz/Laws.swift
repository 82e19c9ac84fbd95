import Linting
import Reading
import SourceText

/// Decoded text is valid UTF-8, and its faults lie inside.
func checkLaws(of source: Source) {
  precondition(isValidUTF8(source.bytes), "decoded text is not valid UTF-8")
  var end = 0
  for fault in source.faults {
    precondition(fault.start >= end && fault.end <= source.bytes.count, "a fault lies outside")
    end = fault.start
  }
}

/// Prose is valid UTF-8, blocks ascend, and every run lies inside and says what its source says.
func checkLaws(of draft: Draft) {
  precondition(isValidUTF8(draft.text), "prose is not valid UTF-8")
  var end = 0
  for block in draft.blocks {
    precondition(block.text.lowerBound >= end, "blocks overlap")
    precondition(block.text.upperBound <= draft.text.count, "a block lies outside")
    end = block.text.upperBound
  }
  end = 0
  for run in draft.map.runs {
    precondition(run.text.lowerBound == end, "a gap between runs")
    precondition(run.source.end <= draft.source.bytes.count, "a run lies outside the source")
    if run.isVerbatim {
      let source = draft.source.bytes[run.source.start..<run.source.end]
      precondition(draft.text[run.text].elementsEqual(source), "a verbatim run differs")
    }
    end = run.text.upperBound
  }
  precondition(end == draft.text.count, "runs do not cover the prose")
}

/// Findings stand in order, inside the source and on the boundaries of code points.
func checkLaws(of report: DraftReport) {
  guard let bytes = report.source?.bytes else { return }
  var start = 0
  for finding in report.findings {
    let range = finding.range
    precondition(range.start >= start, "findings are out of order")
    precondition(range.start <= range.end && range.end <= bytes.count, "a finding lies outside")
    precondition(
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
