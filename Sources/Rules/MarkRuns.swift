import ChineseText
import Linting

/// Marks that follow each other without anything between.
struct MarkRun {
  let marks: [Mark]

  var range: Range<Int> { marks[0].offset..<marks[marks.count - 1].range.upperBound }
}

/// The runs of two or more marks of the visible prose that `wanted` takes, outside opaque spans.
func markRuns(in draft: ScannedDraft, of wanted: (Unicode.Scalar) -> Bool) -> [MarkRun] {
  var runs: [MarkRun] = []
  var current: [Mark] = []
  func close() {
    if current.count > 1, !draft.scan.isOpaque(at: current[0].offset) {
      runs.append(MarkRun(marks: current))
    }
    current = []
  }
  for mark in draft.scan.marks where wanted(mark.scalar) {
    if let last = current.last, last.range.upperBound != mark.offset { close() }
    current.append(mark)
  }
  close()
  return runs
}

/// The full-width form of an ASCII stop.
func fullwidthStop(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar {
  case ",": "，"
  case ":": "："
  case ";": "；"
  case "!": "！"
  case "?": "？"
  default: scalar
  }
}
