import ChineseText
import Reading

/// The stretches of notes' references and superscripts.
struct RaisedStretches {
  private let starts: [Int]
  /// The furthest end of the stretches up to each start.
  private let ends: [Int]

  init(_ spans: [InlineSpan]) {
    let texts = spans.lazy.filter { $0.kind == .noteReference || $0.kind == .superscript }
      .map(\.text).sorted { $0.lowerBound < $1.lowerBound }
    var end = 0
    starts = texts.map(\.lowerBound)
    ends = texts.map {
      end = max(end, $0.upperBound)
      return end
    }
  }

  func cover(_ offset: Int) -> Bool {
    let next = starts.partitioningIndex { $0 > offset }
    return next > 0 && offset < ends[next - 1]
  }
}

/// The numbers of `1`, `1,3`, `1-3`; nil where they are none of a list: zero, a year, a range that falls.
func markNumbers(_ text: String) -> [Int]? {
  var numbers: [Int] = []
  var current: Int?
  var rangeStart: Int?
  func close() -> Bool {
    guard let number = current, (1...300).contains(number) else { return false }
    if let start = rangeStart {
      guard start < number, number - start <= 50 else { return false }
      numbers += Array(start + 1...number)
    } else {
      numbers.append(number)
    }
    current = nil
    rangeStart = nil
    return true
  }
  for scalar in text.unicodeScalars {
    if let digit = decimalDigit(scalar) {
      current = min((current ?? 0) * 10 + digit, 10_000)
    } else if ",，、；;".unicodeScalars.contains(scalar) {
      guard close() else { return nil }
    } else if "-–—~～".unicodeScalars.contains(scalar) {
      guard rangeStart == nil, let number = current, close() else { return nil }
      rangeStart = number
    } else if scalar != " " {
      return nil
    }
  }
  return close() ? numbers : nil
}
