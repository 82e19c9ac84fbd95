import SourceText
import Testing

@testable import Reading

func markdownSource(_ text: String) -> Source {
  Source(path: "draft.md", bytes: Array(text.utf8), encoding: "UTF-8", digest: "", faults: [])
}

func lower(_ text: String) throws -> LoweredDraft {
  try lowerMarkdown(markdownSource(text))
}

/// The HTML of a draft, without the line ends between blocks.
func html(_ text: String) throws -> String {
  String(decoding: try lower(text).html, as: UTF8.self)
    .replacing(">\n<", with: "><")
    .replacing(">\n<", with: "><")
    .trimmingSuffix { $0 == "\n" }
}

extension String {
  func trimmingSuffix(while matches: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, matches(last) { text.removeLast() }
    return text
  }
}

/// The source of the n-th occurrence of a part of the HTML.
func origin(of part: String, _ number: Int = 1, in text: String) throws -> String? {
  let draft = try lower(text)
  let html = String(decoding: draft.html, as: UTF8.self)
  let found = html.ranges(of: part)
  guard found.count >= number else { return nil }
  let range = found[number - 1]
  let start = range.lowerBound.utf16Offset(in: html)
  let before = String(Array(html.utf16)[..<start], as: UTF16.self).utf8.count
  let source = draft.map.sourceRange(of: before..<before + part.utf8.count)
  return markdownSource(text).string(in: source)
}

extension String {
  fileprivate init(_ units: ArraySlice<UInt16>, as encoding: UTF16.Type) {
    self = String(decoding: units, as: encoding)
  }
}

/// What holds for every draft that is lowered.
func checkLaws(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let bytes = Array(text.utf8)
  let draft = try lower(text)
  var covered = [Bool](repeating: false, count: bytes.count)
  var end = 0
  for index in 0..<draft.map.segmentCount {
    let segment = draft.map.segment(index)
    #expect(segment.made.lowerBound == end, sourceLocation: sourceLocation)
    end = segment.made.upperBound
    guard segment.source.end <= bytes.count else {
      Issue.record("a segment ends behind the source", sourceLocation: sourceLocation)
      return
    }
    for offset in segment.source.start..<segment.source.end { covered[offset] = true }
    guard segment.isVerbatim else { continue }
    let made = draft.html[segment.made]
    let same = made.elementsEqual(bytes[segment.source.start..<segment.source.end])
    #expect(same, "a verbatim segment differs", sourceLocation: sourceLocation)
  }
  #expect(end == draft.html.count, sourceLocation: sourceLocation)
  for skipped in draft.skipped {
    for offset in skipped.range.start..<skipped.range.end { covered[offset] = true }
  }
  let lost = covered.indices.filter { !covered[$0] && ![9, 10, 13, 32].contains(bytes[$0]) }
  #expect(lost.isEmpty, "bytes without a place: \(lost) of \(text)", sourceLocation: sourceLocation)
  let starts = draft.skipped.map(\.range.start)
  #expect(starts == starts.sorted(), sourceLocation: sourceLocation)
}
