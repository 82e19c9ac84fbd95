import Linting
import SourceText

/// What of a draft must not be shown: the middle of confidential texts, or all of it.
struct Veil {
  /// Whether a finding asks to stop: nothing of the text is shown.
  let hidesAll: Bool
  /// Ascending.
  private let confidential: [SourceRange]
  /// The same without overlaps, ascending.
  private var covered: [SourceRange] = []
  /// Where the code points stand that a star takes the place of, ascending.
  private var starred: [Int] = []
  private let bytes: [UInt8]

  init(of report: DraftReport) {
    hidesAll = report.confidential.isWhole
    bytes = report.source?.bytes ?? []
    let told = report.confidential.ranges
    confidential = (told + copies(of: told, in: bytes)).sorted {
      ($0.start, $0.end) < ($1.start, $1.end)
    }
    for range in confidential {
      // Ranges that only touch stay two: an empty range between them is not covered.
      if let last = covered.last, range.start < last.end {
        covered[covered.count - 1].end = max(last.end, range.end)
      } else {
        covered.append(range)
      }
      let isSecret = report.confidential.secrets.contains(range)
      starred += starredOffsets(of: range, in: bytes, keepingEnds: !isSecret)
    }
    starred.sort()
  }

  /// Whether any confidential text stands in the range.
  func covers(_ range: SourceRange) -> Bool {
    let index = covered.lowerBound { $0.end > range.start }
    return index < covered.count && covered[index].overlaps(range)
  }

  func isStarred(_ byteOffset: Int) -> Bool {
    let index = starred.lowerBound { $0 >= byteOffset }
    return index < starred.count && starred[index] == byteOffset
  }

  /// Writes the source of a range as it may be shown, as a JSON string.
  func writeJSON(_ range: SourceRange, to writer: inout ByteWriter) {
    guard !hidesAll, !covers(range), isWhole(range) else {
      return writer.writeJSON(String(decoding: text(of: range), as: UTF8.self))
    }
    writer.writeJSON(bytes.span.extracting(range.start..<range.end))
  }

  /// Whether a range of the source holds whole code points.
  private func isWhole(_ range: SourceRange) -> Bool {
    guard range.end <= bytes.count else { return false }
    return [range.start, range.end].allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
  }

  /// The source of a range as it may be shown.
  func text(of range: SourceRange) -> [UInt8] {
    guard !hidesAll, range.end <= bytes.count else { return [] }
    guard covers(range) else { return Array(bytes[range.start..<range.end]) }
    var shown: [UInt8] = []
    var isHidden = false
    var next = starred.lowerBound { $0 >= range.start }
    for offset in range.start..<range.end {
      if bytes[offset] & 0xC0 != 0x80 {
        while next < starred.count, starred[next] < offset { next += 1 }
        isHidden = next < starred.count && starred[next] == offset
        if isHidden { shown.append(star) }
      }
      if !isHidden { shown.append(bytes[offset]) }
    }
    return shown
  }

  /// A text of the report's own, such as the title, without the confidential texts in it.
  func cleaned(_ text: String) -> String? {
    guard !hidesAll else { return nil }
    guard !confidential.isEmpty else { return text }
    var cleaned = Array(text.utf8)
    for range in confidential {
      let secret = bytes[range.start..<min(range.end, bytes.count)]
      guard let found = cleaned.firstRange(of: secret) else { continue }
      cleaned.replaceSubrange(found, with: self.text(of: range))
    }
    return String(decoding: cleaned, as: UTF8.self)
  }

  /// Whether a finding's own words might give away what another finding keeps confidential.
  func silences(_ finding: Finding) -> Bool {
    if hidesAll { return finding.escalation != .freeze }
    return !covered.isEmpty && !finding.isConfidential && covers(finding.range)
  }
}

private let star: UInt8 = 0x2A

/// Where the numbers of confidential texts stand again, as in the address of a link: `tel:13812345678`.
private func copies(of told: [SourceRange], in bytes: [UInt8]) -> [SourceRange] {
  guard !told.isEmpty else { return [] }
  let numbers = Set(
    told.lazy.filter { $0.end <= bytes.count }.map { digits(in: bytes[$0.start..<$0.end]) }
      .filter { $0.count >= 7 }
  )
  guard !numbers.isEmpty else { return [] }
  let known = Set(told)
  var copies: [SourceRange] = []
  var start = 0
  while let first = bytes[start...].firstIndex(where: isDigit) {
    start = bytes[first...].firstIndex { !isDigit($0) } ?? bytes.count
    let isSign = start < bytes.count && bytes[start] | 0x20 == UInt8(ascii: "x")
    for end in [start, start + 1] where end == start || isSign {
      let range = SourceRange(first, end)
      if !known.contains(range), numbers.contains(digits(in: bytes[first..<end])) {
        copies.append(range)
      }
    }
  }
  return copies
}

/// The digits of a text, with the X of an identity number.
private func digits(in text: ArraySlice<UInt8>) -> [UInt8] {
  text.filter { isDigit($0) || $0 | 0x20 == UInt8(ascii: "x") }.map { $0 | 0x20 }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// The code points of a text to be masked, so that 138****1234, 110105********002X and 张** are left.
private func starredOffsets(
  of range: SourceRange,
  in bytes: [UInt8],
  keepingEnds: Bool
) -> ArraySlice<Int> {
  guard range.end <= bytes.count else { return [] }
  let offsets = (range.start..<range.end).filter { isWordStart(bytes[$0]) }
  guard keepingEnds else { return offsets[...] }
  // The end of a text in words, such as an address, tells most.
  let isInWords = offsets.last.map { bytes[$0] >= 0xC0 } ?? false
  let kept: (first: Int, last: Int) =
    switch offsets.count {
    case ...4: (min(1, offsets.count / 2), 0)
    case ...10: (1, isInWords ? 0 : 1)
    case ...16: (3, isInWords ? 0 : 4)
    default: (6, isInWords ? 0 : 4)
    }
  return offsets[kept.first..<(offsets.count - kept.last)]
}

/// Whether a letter, a digit or anything beyond ASCII starts with the byte.
private func isWordStart(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...: true
  default: false
  }
}

extension Array {
  /// The index of the first element that passes a test which all later ones pass too; `count` where none does.
  fileprivate func lowerBound(where passes: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension [UInt8] {
  fileprivate func firstRange(of part: ArraySlice<UInt8>) -> Range<Int>? {
    guard !part.isEmpty, part.count <= count else { return nil }
    for start in 0...(count - part.count)
    where self[start..<(start + part.count)].elementsEqual(part) {
      return start..<(start + part.count)
    }
    return nil
  }
}
