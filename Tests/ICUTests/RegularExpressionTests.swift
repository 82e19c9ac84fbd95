import ICU
import Testing

@Test func `matches are in bytes of UTF-8`() throws {
  let expression = RegularExpression("全国(?:人民)?医院")
  #expect(try expression.matches(in: "𠮷全国医院、é全国人民医院".utf8.span) == [4..<16, 21..<39])
}

@Test func `one match is enough to say that there is one`() throws {
  let expression = RegularExpression("医院$")
  #expect(try expression.matches("全国医院".utf8.span))
  #expect(try !expression.matches("医院全国".utf8.span))
}

@Test func `an empty text and an empty match end`() throws {
  #expect(try RegularExpression("a*").matches(in: "".utf8.span) == [0..<0])
  #expect(try RegularExpression("a*").matches(in: "b".utf8.span) == [0..<0, 1..<1])
}

@Test func `a text is forgotten before the next`() throws {
  let expression = RegularExpression("医院")
  for text in ["医院", "", "全国", "全国医院"] {
    #expect(try expression.matches(text.utf8.span) == text.hasSuffix("医院"))
  }
}

@Test func `a pattern that does not compile says where`() {
  let expression = RegularExpression("中(国")
  #expect(
    throws: ICUError.badPattern("中(国", code: "U_REGEX_MISMATCHED_PAREN", utf16Offset: 3)
  ) {
    try expression.validate()
  }
}

@Test func `many alternatives match what stands there, the first of them first`() throws {
  let expression = RegularExpression("第(?:十|十一|一|二|三|四|五)?(?:天|日|周|月|年|个月)")
  let text = "第十一天，第十天、第个月。第一年第二日"
  #expect(try expression.matches(in: text.utf8.span).map(\.count) == [12, 9, 9, 9, 9])
}

@Test func `a runaway pattern is stopped, and harms no later text`() throws {
  let expression = RegularExpression("(a+)+b")
  let text = String(repeating: "a", count: 5_000)
  #expect(throws: ICUError.patternTooCostly("(a+)+b")) {
    try expression.matches(text.utf8.span)
  }
  #expect(try expression.matches("aab".utf8.span))
}

@Test func `threads share one expression`() async {
  let expression = RegularExpression("医\\p{Han}")
  let counts = await withTaskGroup(of: Int.self) { group in
    for length in 1...64 {
      group.addTask {
        let text = String(repeating: "医院", count: length)
        return (try? expression.matches(in: text.utf8.span).count == length) == true ? 1 : 0
      }
    }
    return await group.reduce(0, +)
  }
  #expect(counts == 64)
}
