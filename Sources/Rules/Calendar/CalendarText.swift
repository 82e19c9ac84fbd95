import ChineseText
import Linting

/// Years, months and days that a part of the prose names, in Arabic or Han digits.
struct CalendarText {
  /// Nil where the text does not tell.
  var year: Int?
  var month: Int?
  var day: Int?

  /// Reads `2025年5月1日`, `5月1日`, `1日`, `二〇二五年五月一日`, `2025-05-01`, `2025.5.1`, `2025/5/1`.
  init?(_ range: Range<Int>, of text: [UInt8]) {
    var index = range.lowerBound
    var numbers: [Int] = []
    while index < range.upperBound,
      let number = calendarNumber(in: index..<range.upperBound, of: text)
    {
      index = skippingSpaces(in: number.end..<range.upperBound, of: text)
      guard index < range.upperBound, let sign = text.scalar(at: index) else {
        numbers.append(number.value)
        break
      }
      switch sign {
      case "年": year = number.value
      case "月": month = number.value
      case "日", "号": day = number.value
      case "-", ".", "/": numbers.append(number.value)
      default: return nil
      }
      index = skippingSpaces(in: index + UTF8.width(sign)..<range.upperBound, of: text)
      if day != nil { break }
    }
    if numbers.count == 3, year == nil {
      year = numbers[0]
      month = numbers[1]
      day = numbers[2]
    }
    guard year != nil || month != nil || day != nil else { return nil }
  }

  /// The day, in a year where the text tells none; nil where it tells no day or none that there is.
  func resolved(in other: Int?) -> Day? {
    guard let month, let day, let year = year ?? other, (1900...2199).contains(year) else {
      return nil
    }
    return Day(year: year, month: month, day: day)
  }
}

/// The day that a text of its own begins with, such as a value of metadata.
func calendarDay(opening text: String) -> Day? {
  let bytes = Array(text.utf8)
  // `2025-03-10 08:30` and `2025-03-10T08:30`: the time is another matter.
  let end = bytes.firstIndex { $0 == 0x54 || $0 == 0x20 && bytes.contains(0x3A) } ?? bytes.count
  return CalendarText(0..<end, of: bytes)?.resolved(in: nil)
}

/// A whole number in digits of one kind at the start of a range, and where it ends.
func calendarNumber(in range: Range<Int>, of text: [UInt8]) -> (value: Int, end: Int)? {
  var value = 0
  var end = range.lowerBound
  while end < range.upperBound, isDigitByte(text[end]), end - range.lowerBound < 4 {
    value = value * 10 + Int(text[end] - 0x30)
    end += 1
  }
  return end > range.lowerBound ? (value, end) : hanNumber(in: range, of: text)
}

/// 二〇二五, 十二, 二十三, 两.
private func hanNumber(in range: Range<Int>, of text: [UInt8]) -> (value: Int, end: Int)? {
  var value = 0
  var tens = 0
  var end = range.lowerBound
  while end < range.upperBound, end - range.lowerBound < 12, let scalar = text.scalar(at: end) {
    switch scalar {
    case "十":
      tens = max(value, 1) * 10
      value = 0
    case "〇", "零", "○": value *= 10
    case "０"..."９": value = value * 10 + Int(scalar.value - 0xFF10)
    default:
      guard let digit = scalar == "两" ? 1 : hanDigits.firstIndex(of: scalar) else {
        return end > range.lowerBound ? (tens + value, end) : nil
      }
      value = tens == 0 ? value * 10 + digit + 1 : digit + 1
    }
    end += UTF8.width(scalar)
  }
  return end > range.lowerBound ? (tens + value, end) : nil
}

private let hanDigits = Array("一二三四五六七八九".unicodeScalars)

/// Where the spaces at the start of a range end.
func skippingSpaces(in range: Range<Int>, of text: [UInt8]) -> Int {
  var index = range.lowerBound
  while index < range.upperBound, text[index] == 0x20 { index += 1 }
  return index
}
