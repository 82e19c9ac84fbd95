package import Linting

/// A moment, in milliseconds since 1970-01-01T00:00:00Z without leap seconds.
package struct Timestamp: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  package func adding(hours: Int) -> Self {
    Self(milliseconds: milliseconds + Int64(hours) * 3_600_000)
  }
  package func adding(minutes: Int) -> Self {
    Self(milliseconds: milliseconds + Int64(minutes) * 60_000)
  }
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC with milliseconds, such as `2026-11-21T04:12:33.120Z`.
  package var description: String {
    let (days, rest) = milliseconds.quotientAndRemainder(floor: 86_400_000)
    guard let day = Day(ordinal: Int(days)) else { return "" }
    let (seconds, fraction) = Int(rest).quotientAndRemainder(dividingBy: 1000)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    func add(_ number: Int, _ width: Int, _ end: Unicode.Scalar) {
      var divisor = width == 4 ? 1000 : width == 3 ? 100 : 10
      while divisor > 0 {
        bytes.append(0x30 + UInt8(number / divisor % 10))
        divisor /= 10
      }
      bytes.append(UInt8(ascii: end))
    }
    add(day.year, 4, "-")
    add(day.month, 2, "-")
    add(day.day, 2, "T")
    add(seconds / 3600, 2, ":")
    add(seconds / 60 % 60, 2, ":")
    add(seconds % 60, 2, ".")
    add(fraction, 3, "Z")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads RFC 3339 with any offset; nil for anything else.
  ///
  /// Parts of a millisecond are dropped.
  package init?(_ text: String) {
    var reader = DigitReader(bytes: Array(text.utf8))
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
      reader.skip("-"), let dayOfMonth = reader.number(2), reader.skip("Tt "),
      let hour = reader.number(2), hour < 24, reader.skip(":"), let minute = reader.number(2),
      minute < 60, reader.skip(":"), let second = reader.number(2), second < 60,
      let day = Day(year: year, month: month, day: dayOfMonth)
    else { return nil }
    let fraction = reader.skip(".") ? reader.fraction() : 0
    guard let fraction, let offset = reader.offset(), reader.isAtEnd else { return nil }
    let minutes = (day.ordinal * 24 + hour) * 60 + minute - offset
    milliseconds = Int64(minutes * 60_000 + second * 1000 + fraction)
  }

  /// The day in China (UTC+8 all year).
  package var dayInChina: Day? {
    Day(ordinal: Int((milliseconds + 8 * 3_600_000).quotientAndRemainder(floor: 86_400_000).0))
  }
}

extension Timestamp: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "not an RFC 3339 time"
      )
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

private struct DigitReader {
  let bytes: [UInt8]
  var position = 0

  var isAtEnd: Bool { position == bytes.count }

  mutating func number(_ count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + count] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    position += count
    return value
  }

  mutating func skip(_ choices: StaticString) -> Bool {
    guard position < bytes.count, "\(choices)".utf8.contains(bytes[position]) else { return false }
    position += 1
    return true
  }

  /// The milliseconds of the digits after a point; nil where there is none.
  mutating func fraction() -> Int? {
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    position += digits.count
    guard !digits.isEmpty else { return nil }
    return (0..<3).reduce(0) { value, place in
      value * 10 + (place < digits.count ? Int(digits[digits.startIndex + place] - 0x30) : 0)
    }
  }

  /// Minutes east of Greenwich.
  mutating func offset() -> Int? {
    if skip("Zz") { return 0 }
    let sign = skip("+") ? 1 : -1
    guard sign == 1 || skip("-"), let hours = number(2), hours < 24, skip(":"),
      let minutes = number(2), minutes < 60
    else { return nil }
    return sign * (hours * 60 + minutes)
  }
}

extension Int64 {
  fileprivate func quotientAndRemainder(floor divisor: Int64) -> (Int64, Int64) {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }
}

extension Timestamp {
  /// The day in China, `YYYY-MM-DD`.
  package var dateInChina: String {
    String(decoding: adding(hours: 8).description.utf8.prefix(10), as: UTF8.self)
  }
}

extension Day {
  /// `YYYY-MM-DD`.
  package var isoText: String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).utf8.count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
