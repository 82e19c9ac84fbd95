import ICU
import Testing

@Test func `matches are in UTF-16 offsets`() throws {
  let expression = RegularExpression("全国(?:人民)?医院")
  #expect(try expression.matches(in: Array("𠮷全国医院、全国人民医院".utf16)) == [2..<6, 7..<13])
}

@Test func `a region bounds the match and not what it sees`() throws {
  let text = Array("138 138 138".utf16)
  let expression = RegularExpression("(?<=\\s)1(?=38)")
  #expect(try expression.matches(in: text, region: 4..<6) == [4..<5])
  #expect(try expression.matches(in: text, region: 0..<99) == [4..<5, 8..<9])
}

@Test func `case counts unless told otherwise`() throws {
  let text = Array("CT ct".utf16)
  #expect(try RegularExpression("ct").matches(in: text) == [3..<5])
  #expect(try RegularExpression("ct", ignoresCase: true).matches(in: text).count == 2)
}

@Test func `an empty text and an empty match end`() throws {
  #expect(try RegularExpression("a*").matches(in: []) == [0..<0])
  #expect(try RegularExpression("a*").matches(in: Array("b".utf16)) == [0..<0, 1..<1])
}

@Test func `a pattern that does not compile says where`() {
  let expression = RegularExpression("中(国")
  #expect(
    throws: ICUError.badPattern("中(国", code: "U_REGEX_MISMATCHED_PAREN", utf16Offset: 3)
  ) {
    try expression.validate()
  }
}

@Test func `a runaway pattern is stopped`() {
  let text = Array(String(repeating: "a", count: 5_000).utf16)
  #expect(throws: ICUError.patternTooCostly("(a+)+b")) {
    try RegularExpression("(a+)+b").matches(in: text)
  }
}

@Test func `threads share one expression`() async {
  let expression = RegularExpression("医\\p{Han}")
  let counts = await withTaskGroup(of: Int.self) { group in
    for length in 1...64 {
      group.addTask {
        let text = Array(String(repeating: "医院", count: length).utf16)
        return (try? expression.matches(in: text).count == length) == true ? 1 : 0
      }
    }
    return await group.reduce(0, +)
  }
  #expect(counts == 64)
}
