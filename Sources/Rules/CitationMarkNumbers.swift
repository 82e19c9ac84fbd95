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
