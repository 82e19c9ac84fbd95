package import SourceText

/// A Word document with edits of its text made: in the text elements where they stand, all else byte for byte.
///
/// `source` is what `readWord` has made of the same bytes. The file is refused where an edit reaches beyond text
/// that was typed, where it is signed, and where its XML is not UTF-8.
package func rewriteWord(
  _ bytes: [UInt8],
  _ edits: [Edit],
  of source: Source,
  limits: ReadingLimits = ReadingLimits()
) throws(SourceEncodingError) -> [UInt8] {
  guard let changes = source.changes(of: edits),
    var package = try? WordPackage(bytes, limits: limits), !package.isSigned,
    let main = package.mainPart, let changed = TextElements(main)?.changed(by: changes),
    let file = package.replacingMain(with: changed)
  else { throw .notText }
  return file
}

extension Source {
  /// Whether edits lie in text that was typed into a Word document's body, where they can be made.
  package func holdsInPlace(_ edits: [Edit]) -> Bool { changes(of: edits) != nil }

  /// What edits come to in the text elements; nil where a part of one is in none.
  fileprivate func changes(of edits: [Edit]) -> [TextChange]? {
    guard let origins = markup?.origins else { return nil }
    var changes: [TextChange] = []
    for edit in edits {
      guard let some = Self.changes(of: edit, origins) else { return nil }
      changes += some
    }
    return changes
  }

  private static func changes(of edit: Edit, _ origins: [TextOrigin]) -> [TextChange]? {
    let (start, end) = (edit.range.start, edit.range.end)
    let next = origins.partitioningIndex { $0.text.upperBound >= start }
    if start == end {
      guard next < origins.count, origins[next].text.lowerBound <= start else { return nil }
      return [TextChange(origins[next], start..<end, edit.text)]
    }
    var changes: [TextChange] = []
    var offset = start
    for origin in origins[next...] where origin.text.upperBound > start {
      guard offset < end, origin.text.lowerBound <= offset else { break }
      let part = offset..<min(end, origin.text.upperBound)
      changes.append(TextChange(origin, part, changes.isEmpty ? edit.text : ""))
      offset = part.upperBound
    }
    return offset == end ? changes : nil
  }
}

/// A replacement of some bytes of a text element.
struct TextChange {
  let element: Int
  let range: Range<Int>
  let text: String

  fileprivate init(_ origin: TextOrigin, _ part: Range<Int>, _ text: String) {
    element = origin.element
    let shift = origin.offset - origin.text.lowerBound
    range = part.lowerBound + shift..<part.upperBound + shift
    self.text = text
  }
}

extension [TextOrigin] {
  /// The first index from which on the condition holds.
  fileprivate func partitioningIndex(where holds: (TextOrigin) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
