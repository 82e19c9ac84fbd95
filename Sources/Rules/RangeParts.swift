import ChineseText
import Linting
import Reading

/// The two ends of a range of numbers, dates or times, and what joins them.
struct RangeParts {
  enum Connector: Hashable {
    /// `-`, `－`, `–` and their like.
    case hyphen
    /// `~`, `〜`, `∼`: waves of another shape than the standard one.
    case tilde
    case wave
    case dash
    /// `——`, `--`.
    case double
    /// 至, 到.
    case word
  }

  let left: Range<Int>
  let connector: Range<Int>
  let right: Range<Int>
  let kind: Connector

  /// Nil where no sign between the ends is the one that joins them.
  init?(of token: Token, in text: [UInt8]) {
    guard token.kind == .range else { return nil }
    let whole = token.range.clamped(to: 0..<text.count)
    guard let (sign, kind) = Self.connector(in: whole, of: text) else { return nil }
    connector = sign
    self.kind = kind
    var end = sign.lowerBound
    while end > whole.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    var start = sign.upperBound
    while start < whole.upperBound, text[start] == 0x20 { start += 1 }
    guard whole.lowerBound < end, start < whole.upperBound else { return nil }
    left = whole.lowerBound..<end
    right = start..<whole.upperBound
  }

  private static func connector(
    in whole: Range<Int>,
    of text: [UInt8]
  ) -> (Range<Int>, Connector)? {
    var hyphen: Range<Int>?
    var isAmbiguous = false
    var index = whole.lowerBound
    while index < whole.upperBound, let scalar = text.scalar(at: index) {
      let width = UTF8.width(scalar)
      defer { index += width }
      guard index > whole.lowerBound, let kind = kind(of: scalar) else { continue }
      let isDoubled = text.scalar(at: index + width) == scalar && kind != .word
      let sign = index..<index + (isDoubled ? 2 * width : width)
      if scalar != "-" { return (sign, isDoubled && kind != .tilde ? .double : kind) }
      // Dates have hyphens of their own, so only a single one can be the connector.
      if let first = hyphen {
        isAmbiguous = isAmbiguous || first.upperBound != sign.upperBound
      } else {
        hyphen = sign
      }
    }
    return isAmbiguous ? nil : hyphen.map { ($0, $0.count == 2 ? .double : .hyphen) }
  }

  private static func kind(of scalar: Unicode.Scalar) -> Connector? {
    switch scalar {
    case "-", "－", "–", "―", "‐", "‑", "−": .hyphen
    case "~", "〜", "∼": .tilde
    case "～": .wave
    case "—": .dash
    case "至", "到": .word
    default: nil
    }
  }

  /// Whether the ends are dates, times or, joined by `—`, bare years.
  func isCalendar(in text: [UInt8]) -> Bool {
    kind == .dash && isYear(left, of: text)
      && (isYear(right, of: text) || isShortYear(right, of: text))
      || text.contains(anyOf: [":", "：", "年", "月", "日", "号", "时", "点"], in: left)
      || text.contains(anyOf: [":", "：", "年", "月", "日"], in: right)
  }

  /// As in 2026—28年.
  private func isShortYear(_ end: Range<Int>, of text: [UInt8]) -> Bool {
    end.count == 2 && text[end].allSatisfy { (0x30...0x39).contains($0) }
  }

  private func isYear(_ end: Range<Int>, of text: [UInt8]) -> Bool {
    guard end.count == 4, let number = decimal(in: end, of: text) else { return false }
    return number.end == end.upperBound && (1900..<2100).contains(number.value)
  }
}

/// A decimal number that a part of the prose begins with, and where it ends; `1,000` is one.
func decimal(in range: Range<Int>, of text: [UInt8]) -> (value: Double, end: Int)? {
  var value = 0.0
  var scale = 0.0
  var index = range.lowerBound
  while index < range.upperBound {
    let byte = text[index]
    if isDigitByte(byte) {
      value = value * 10 + Double(byte - 0x30)
      scale *= 10
    } else if byte == 0x2E, scale == 0, index > range.lowerBound, index + 1 < range.upperBound,
      isDigitByte(text[index + 1])
    {
      scale = 1
    } else if byte != 0x2C || scale != 0 || !groups(at: index, from: range.lowerBound, of: text) {
      break
    }
    index += 1
  }
  return index > range.lowerBound ? (scale == 0 ? value : value / scale, index) : nil
}

/// Whether a comma stands between one to three digits, or a group of three, and exactly three more.
private func groups(at comma: Int, from start: Int, of text: [UInt8]) -> Bool {
  let digits = text[start..<comma].reversed().prefix { isDigitByte($0) }.count
  let behind = text[(comma + 1)...].prefix(4).prefix { isDigitByte($0) }.count
  let isFirst = comma - digits == start
  return behind == 3 && (isFirst ? (1...3).contains(digits) : digits == 3)
}
