import ChineseText
import Linting

/// Marks that follow each other without anything between.
struct MarkRun {
  let marks: [Mark]

  var range: Range<Int> { marks[0].offset..<marks[marks.count - 1].range.upperBound }
}

/// The runs of two or more marks of a set in the visible prose, outside opaque spans.
func markRuns(in draft: ScannedDraft, of wanted: MarkSet) -> [MarkRun] {
  let marks = draft.scan.marks(among: wanted)
  var runs: [MarkRun] = []
  var start = 0
  while start + 1 < marks.count {
    var end = start + 1
    while end < marks.count, marks[end].offset == marks[end - 1].range.upperBound { end += 1 }
    if end - start > 1, !draft.scan.isOpaque(at: marks[start].offset) {
      runs.append(MarkRun(marks: Array(marks[start..<end])))
    }
    start = end
  }
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
