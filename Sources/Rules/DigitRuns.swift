import ChineseText
import Linting

/// Digits that stand together in a text, whatever their width; zero-width characters between them do not count.
struct DigitRun: Hashable {
  /// Their values.
  fileprivate(set) var digits: [UInt8] = []
  /// Where each digit starts, in bytes.
  fileprivate(set) var offsets: [Int] = []
  fileprivate(set) var end = 0
  /// What parts the run from the next one, where that is a single space, hyphen or middle dot.
  fileprivate(set) var joint: Unicode.Scalar?

  var start: Int { offsets.first ?? end }
}

/// A number written in one run or in several with single separators between.
struct DigitSequence: Hashable {
  let digits: [UInt8]
  /// Where each digit starts.
  let offsets: [Int]
  let range: Range<Int>
  /// How many digits each run has.
  let groups: [Int]
  /// What joins it to digits before and behind that are not part of it.
  let jointBefore: Unicode.Scalar?
  let jointAfter: Unicode.Scalar?
}

/// All runs of digits in a text, ascending.
func digitRuns(in text: [UInt8]) -> [DigitRun] {
  var runs: [DigitRun] = []
  var index = 0
  while index < text.count {
    guard let digit = digit(at: index, in: text) else {
      index += 1
      continue
    }
    var run = DigitRun()
    var next: (value: UInt8, offset: Int, end: Int)? = (digit.value, index, index + digit.width)
    while let found = next {
      run.digits.append(found.value)
      run.offsets.append(found.offset)
      run.end = found.end
      next = nextDigit(from: found.end, in: text)
    }
    index = run.end
    run.joint = joint(behind: run.end, in: text)
    runs.append(run)
  }
  return runs
}

/// The sequences of up to `limit` runs that have one of the lengths.
func digitSequences(
  of runs: [DigitRun],
  lengths: ClosedRange<Int>,
  upToRuns limit: Int
) -> [DigitSequence] {
  var sequences: [DigitSequence] = []
  for first in runs.indices {
    var count = 0
    for last in first..<min(first + limit, runs.count) {
      if last > first, runs[last - 1].joint == nil { break }
      count += runs[last].digits.count
      guard count <= lengths.upperBound else { break }
      guard lengths.contains(count) else { continue }
      let parts = runs[first...last]
      sequences.append(
        DigitSequence(
          digits: parts.flatMap(\.digits),
          offsets: parts.flatMap(\.offsets),
          range: runs[first].start..<runs[last].end,
          groups: parts.map(\.digits.count),
          jointBefore: first > 0 ? runs[first - 1].joint : nil,
          jointAfter: runs[last].joint
        )
      )
    }
  }
  return sequences
}

/// Whether a number stands free: no letter, no digit, no part of an address touches it.
func standsFree(_ range: Range<Int>, in text: [UInt8]) -> Bool {
  if let left = visibleScalar(before: range.lowerBound, in: text) {
    if isWordLike(left.scalar) || "%〔*_@".unicodeScalars.contains(left.scalar) { return false }
    if left.scalar == "." || left.scalar == "/" || left.scalar == "=" {
      if isInAddress(left.offset, in: text) { return false }
      let other = visibleScalar(before: left.offset, in: text)
      if left.scalar == ".", other.map({ isWordLike($0.scalar) }) == true { return false }
    }
  }
  if let right = visibleScalar(from: range.upperBound, in: text) {
    if isWordLike(right.scalar) || "%〕*_@".unicodeScalars.contains(right.scalar) { return false }
    if right.scalar == ".", let other = visibleScalar(from: right.offset + 1, in: text),
      isWordLike(other.scalar)
    {
      return false
    }
  }
  return !isInAddress(range.lowerBound, in: text)
}

/// Whether the run of ASCII that holds an offset is a web address.
private func isInAddress(_ offset: Int, in text: [UInt8]) -> Bool {
  var start = offset
  while start > 0, offset - start < 300, text[start - 1] > 0x20, text[start - 1] < 0x7F {
    start -= 1
  }
  let before = String(decoding: text[start..<offset], as: UTF8.self).lowercased()
  return before.contains("://") || before.contains("www.")
}

private func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
    true
  default: false
  }
}

/// The scalar before an offset with its own offset; zero-width ones are skipped.
func visibleScalar(before offset: Int, in text: [UInt8]) -> PlacedScalar? {
  text.previousVisible(before: offset, in: max(0, offset - 16)..<offset)
}

/// The scalar from an offset on with its own offset; zero-width ones are skipped.
func visibleScalar(from offset: Int, in text: [UInt8]) -> PlacedScalar? {
  text.nextVisible(after: offset, in: offset..<min(offset + 16, text.count))
}

private func digit(at offset: Int, in text: [UInt8]) -> (value: UInt8, width: Int)? {
  let byte = text[offset]
  if (0x30...0x39).contains(byte) { return (byte - 0x30, 1) }
  guard byte == 0xEF, offset + 2 < text.count, text[offset + 1] == 0xBC,
    (0x90...0x99).contains(text[offset + 2])
  else { return nil }
  return (text[offset + 2] - 0x90, 3)
}

private func nextDigit(from offset: Int, in text: [UInt8]) -> (value: UInt8, offset: Int, end: Int)?
{
  guard offset < text.count else { return nil }
  if let digit = digit(at: offset, in: text) { return (digit.value, offset, offset + digit.width) }
  // Only bytes of a multi-byte scalar can be invisible.
  guard text[offset] >= 0xC2, let next = visibleScalar(from: offset, in: text),
    let digit = digit(at: next.offset, in: text)
  else { return nil }
  return (digit.value, next.offset, next.offset + digit.width)
}

/// A single separator with a digit behind it.
private func joint(behind offset: Int, in text: [UInt8]) -> Unicode.Scalar? {
  guard let separator = visibleScalar(from: offset, in: text),
    " -·‐‑–－\u{A0}\u{3000}．".unicodeScalars.contains(separator.scalar),
    nextDigit(from: separator.range.upperBound, in: text) != nil
  else { return nil }
  return separator.scalar
}
