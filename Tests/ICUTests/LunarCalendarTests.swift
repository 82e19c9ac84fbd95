import ICU
import Testing

/// New Year's days as the Purple Mountain Observatory has them, in days since 1970, and two other days of the year.
@Test(arguments: [
  // 2024-02-10, 2025-01-29, 2026-02-17, 2027-02-06, 2028-01-26, 2029-02-13, 2030-02-03
  19763, 20117, 20501, 20855, 21209, 21593, 21948,
])
func `the first day of the lunar year is found`(ordinal: Int) throws {
  #expect(try lunarDay(ofOrdinal: ordinal) == LunarDay(month: 1, day: 1))
  #expect(try lunarDay(ofOrdinal: ordinal + 14) == LunarDay(month: 1, day: 15))
  #expect(try lunarDay(ofOrdinal: ordinal - 1).month == 12)
}

@Test func `leap months have the number of the month before`() throws {
  // 2023-03-22, 2020-05-23, 2025-07-25 begin leap months; 2025-06-25 begins the ordinary sixth month.
  #expect(try lunarDay(ofOrdinal: 19438) == LunarDay(month: 2, isLeap: true, day: 1))
  #expect(try lunarDay(ofOrdinal: 18405) == LunarDay(month: 4, isLeap: true, day: 1))
  #expect(try lunarDay(ofOrdinal: 20294) == LunarDay(month: 6, isLeap: true, day: 1))
  #expect(try lunarDay(ofOrdinal: 20264) == LunarDay(month: 6, day: 1))
}

@Test func `the autumn festivals of several years are found`() throws {
  // 2024-09-17, 2025-10-06, 2026-09-25, 2028-10-03
  for ordinal in [19983, 20367, 20721, 21460] {
    #expect(try lunarDay(ofOrdinal: ordinal) == LunarDay(month: 8, day: 15))
  }
}

@Test func `months that begin near midnight are in their place`() throws {
  // 1999-01-17, 2012-08-17, 2018-11-07, 2018-11-08, 2027-03-07 and 2030-02-02
  #expect(try lunarDay(ofOrdinal: 10608) == LunarDay(month: 12, day: 1))
  #expect(try lunarDay(ofOrdinal: 15569) == LunarDay(month: 7, day: 1))
  #expect(try lunarDay(ofOrdinal: 17842) == LunarDay(month: 9, day: 30))
  #expect(try lunarDay(ofOrdinal: 17843) == LunarDay(month: 10, day: 1))
  #expect(try lunarDay(ofOrdinal: 20884) == LunarDay(month: 1, day: 30))
  #expect(try lunarDay(ofOrdinal: 21947) == LunarDay(month: 12, day: 30))
}
