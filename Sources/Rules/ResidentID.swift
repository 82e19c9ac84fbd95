import Linting

/// A resident identity number of the mainland (GB 11643).
struct ResidentID: Hashable {
  /// Without separators, `X` in upper case.
  let string: String

  /// Nil where the region, the day of birth or the check character is not possible; a day after `today` is not.
  ///
  /// What is called an identity number is still somebody's where one digit of it is mistyped, so its check may be left out.
  init?(digits: [UInt8], check: UInt8, today: Day, ignoringCheck: Bool = false) {
    guard digits.count == 17, check <= 10, Self.isRegion(digits),
      let birth = Day(
        year: number(digits[6..<10]),
        month: number(digits[10..<12]),
        day: number(digits[12..<14])
      ),
      (1800...today.year).contains(birth.year),
      (birth.year, birth.month, birth.day) <= (today.year, today.month, today.day)
    else { return nil }
    let sum = zip(digits, Self.weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    guard ignoringCheck || Self.checks[sum % 11] == check else { return nil }
    string = digits.map(String.init).joined() + (check == 10 ? "X" : String(check))
  }

  /// Whether fifteen digits may be a number of the first generation, which has no check character.
  static func mayBeFirstGeneration(_ digits: [UInt8]) -> Bool {
    guard digits.count == 15, isRegion(digits) else { return false }
    let year = 1900 + number(digits[6..<8])
    return Day(year: year, month: number(digits[8..<10]), day: number(digits[10..<12])) != nil
  }

  private static func isRegion(_ digits: [UInt8]) -> Bool {
    let regions: Set = [
      11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51,
      52, 53, 54,
      61, 62, 63, 64, 65, 71, 81, 82, 83,
    ]
    return regions.contains(number(digits[0..<2]))
  }

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  /// By the remainder; 10 stands for `X`.
  private static let checks: [UInt8] = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2]
}

private func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) } }
