extension Day: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension Day {
  /// Days since 1 January 1970.
  package var ordinal: Int {
    // Years that start in March put the leap day at their end.
    let years = month < 3 ? year - 1 : year
    let months = (month + 9) % 12
    let leaps = years / 4 - years / 100 + years / 400
    return years * 365 + leaps + (months * 153 + 2) / 5 + day - 1 - 719_468
  }

  /// The day that so many days after 1 January 1970 is; nil outside the years 1 to 9999.
  package init?(ordinal: Int) {
    guard (-719_162...2_932_896).contains(ordinal) else { return nil }
    let days = ordinal + 719_468
    let era = days / 146_097
    let rest = days % 146_097
    let years = (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365
    let dayOfYear = rest - (365 * years + years / 4 - years / 100)
    let months = (5 * dayOfYear + 2) / 153
    let month = months < 10 ? months + 3 : months - 9
    self.init(
      year: era * 400 + years + (month < 3 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * months + 2) / 5 + 1
    )
  }

  /// The day of the week, 0 for Sunday.
  package var weekday: Int { ((ordinal + 4) % 7 + 7) % 7 }

  /// How many days later than another it is.
  package func days(since other: Self) -> Int { ordinal - other.ordinal }
}
