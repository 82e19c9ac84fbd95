package import Reading
package import SourceText

/// The stretches of a draft's source that hold prose and have gone nowhere.
///
/// That is, they lie outside tags and reach no run, no list of what was skipped, no comment, and no value of
/// an image, a link or a piece of metadata.
package func conservationFaults(of draft: Draft) -> [SourceRange] {
  let bytes = draft.source.bytes
  var isCovered = coverage(of: draft)
  if draft.format == .html || draft.format == .markdown { coverTags(in: bytes, &isCovered) }
  var faults: [SourceRange] = []
  var offset = 0
  while let scalar = bytes.decodedScalar(at: offset) {
    let end = offset + UTF8.width(scalar)
    if !isCovered[offset], isProse(scalar) {
      if let last = faults.last, last.end == offset {
        faults[faults.count - 1].end = end
      } else {
        faults.append(SourceRange(offset, end))
      }
    }
    offset = end
  }
  return faults
}

/// Which bytes a draft accounts for.
private func coverage(of draft: Draft) -> [Bool] {
  var isCovered = Array(repeating: false, count: draft.source.bytes.count)
  var ranges = draft.map.runs.map(\.source) + draft.skipped.map(\.range)
  ranges += draft.comments.map(\.source) + draft.images.map(\.source)
  ranges += draft.links.map(\.destination.source)
  ranges += draft.metadata.entries.filter { $0.origin == .frontMatter }.map(\.value.source)
  for range in ranges where range.end <= isCovered.count {
    for index in range.start..<range.end { isCovered[index] = true }
  }
  return isCovered
}

private func coverTags(in bytes: [UInt8], _ isCovered: inout [Bool]) {
  var offset = 0
  while offset < bytes.count {
    let end: Int
    if bytes[offset] == UInt8(ascii: "&") {
      end = endOfReference(in: bytes, from: offset)
    } else if bytes[offset] == UInt8(ascii: "<"), !isCovered[offset] {
      end = endOfTag(in: bytes, from: offset)
    } else {
      end = offset + 1
    }
    if end > offset + 1 {
      for index in offset..<end { isCovered[index] = true }
    }
    offset = end
  }
}

private func endOfTag(in bytes: [UInt8], from start: Int) -> Int {
  let next = start + 1 < bytes.count ? bytes[start + 1] : 0
  let isTag = (0x61...0x7A).contains(next | 0x20) || "/!?".utf8.contains(next)
  guard isTag else { return start + 1 }
  var index = start + 1
  var isValue = false
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    if byte == UInt8(ascii: ">") { return index }
    if isValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      while index < bytes.count, bytes[index] != byte { index += 1 }
      index = min(index + 1, bytes.count)
    }
    if byte > 0x20 { isValue = byte == UInt8(ascii: "=") }
  }
  return bytes.count
}

private func endOfReference(in bytes: [UInt8], from start: Int) -> Int {
  var index = start + 1
  while index < bytes.count, index < start + 12, bytes[index] < 0x80, bytes[index] > 0x20 {
    if bytes[index] == UInt8(ascii: ";") { return index + 1 }
    index += 1
  }
  return start + 1
}

private func isProse(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    || (scalar.value >= 0x80 && !scalar.properties.isWhitespace
      && !scalar.properties.isDefaultIgnorableCodePoint)
}

extension [UInt8] {
  fileprivate func decodedScalar(at offset: Int) -> Unicode.Scalar? {
    guard offset < count else { return nil }
    var decoder = UTF8()
    var rest = self[offset...].makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&rest) { return scalar }
    return "\u{FFFD}"
  }
}
