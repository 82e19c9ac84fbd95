import Reviewing
import Testing

struct JSONReaderTests {
  @Test(
    arguments: [
      #"{"a":[1,-2,0,true,false,null],"b":{"c":"d"}}"#, #""\u0000\b\t\n\f\r\"\\é𠮷""#,
      "-9223372036854775808", "[]", "{}",
    ]
  )
  func `canonical JSON comes back as it was`(_ text: String) {
    #expect(JSON(parsing: text)?.canonicalText == text)
  }

  /// Strings are looked through eight bytes at a time.
  @Test(arguments: 0..<20)
  func `a string ends at its quote, wherever that stands`(_ count: Int) {
    for letter in ["a", "~", "é", "甲", "𠮷"] {
      let plain = String(repeating: letter, count: count)
      #expect(JSON(parsing: "[\"\(plain)\",1]") == .array([.string(plain), .int(1)]))
      #expect(JSON(parsing: "\"\(plain)\\\"\(plain)\"") == .string(plain + "\"" + plain))
      #expect(JSON(parsing: "\"\(plain)\n\(plain)\"") == nil)
      #expect(JSON(parsing: "\"\(plain)") == nil)
    }
  }

  @Test func `escapes and white space are read`() {
    #expect(JSON(parsing: #" [ "\u6700\ud842\udfb7\/" , 7 ] "#) == [.string("最𠮷/"), .int(7)])
  }

  @Test(
    arguments: [
      "", "[", "[1,]", "{\"a\":1,\"a\":2}", "01", "1.5", "1e3", "--1", "\"\\ud842\"", "\"\u{1}\"",
      "nul", "[1] 2", "\"\\x\"", "9223372036854775808", "\"\\u00g0\"",
      String(repeating: "[", count: 100_000),
    ]
  )
  func `anything else is refused`(_ text: String) { #expect(JSON(parsing: text) == nil) }
}
