import ChineseText
import Linting

/// Years, months and days in Arabic digits that a part of the prose names.
struct CalendarText {
  /// Nil where the text does not tell.
  var year: Int?
  var month: Int?
  var day: Int?

  /// Reads `2025年5月1日`, `5月1日`, `1日`, `2025-05-01`, `2025.5.1`, `2025/5/1`.
  init?(_ range: Range<Int>, of text: [UInt8]) {
    var index = range.lowerBound
    var numbers: [Int] = []
    while index < range.upperBound {
      var value = 0
      let start = index
      while index < range.upperBound, isDigitByte(text[index]), index - start < 5 {
        value = value * 10 + Int(text[index] - 0x30)
        index += 1
      }
      guard start < index else { break }
      while index < range.upperBound, text[index] == 0x20 { index += 1 }
      guard index < range.upperBound, let sign = text.scalar(at: index) else {
        numbers.append(value)
        break
      }
      switch sign {
      case "年": year = value
      case "月": month = value
      case "日", "号": day = value
      case "-", ".", "/": numbers.append(value)
      default: return nil
      }
      index += UTF8.width(sign)
      while index < range.upperBound, text[index] == 0x20 { index += 1 }
      if day != nil { break }
    }
    if numbers.count == 3, year == nil {
      year = numbers[0]
      month = numbers[1]
      day = numbers[2]
    }
    guard year != nil || month != nil || day != nil else { return nil }
  }

  /// The day of the week, 0 for Sunday; nil for a day that is not told or does not exist.
  var weekday: Int? {
    guard let year, let month, let day, Day(year: year, month: month, day: day) != nil,
      (1583...9999).contains(year)
    else { return nil }
    // Sakamoto's method.
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let years = month < 3 ? year - 1 : year
    return (years + years / 4 - years / 100 + years / 400 + offsets[month - 1] + day) % 7
  }
}
