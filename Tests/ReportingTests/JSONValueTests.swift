import Reporting
import Testing

@Suite struct JSONValueTests {
  @Test(
    arguments: [
      (#"{"a": [1, -2, true, false, null], "b": "x\n\u00e9\ud83e\udde7"}"#, true),
      (#"{"a": 1, "a": 2}"#, false), (#"[1,]"#, false), (#""\u12""#, false), ("\"\u{1}\"", false),
      (#"01x"#, false), ("01", false), ("1.", false), ("-", false), ("1e", false), ("1.5e-3", true),
      (String(repeating: "[", count: 100), false), (#""""#, true), ("", false), ("nul", false),
    ]
  )
  func `JSON is read strictly`(text: String, isValid: Bool) {
    #expect((JSONValue(parsing: Array(text.utf8)) != nil) == isValid)
  }

  @Test func `half of a surrogate pair is a replacement character`() {
    let text = #""a\ud83e\u0062\udde7c""#
    #expect(JSONValue(parsing: Array(text.utf8)) == .string("a\u{FFFD}b\u{FFFD}c"))
  }

  @Test func `what is written is read back as it was`() {
    let value: JSONValue = [
      "题": ["\u{1}\"\\\n\u{2028}𠮷", 3, -4, true, []], "b": .null, "c": ["d": [:]],
    ]
    #expect(JSONValue(parsing: value.bytes) == value)
    #expect(JSONValue(parsing: Array("2.5".utf8))?.bytes == Array("2.5".utf8))
  }
}
