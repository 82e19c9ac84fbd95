import ICU
import Testing

@Test(arguments: [
  ("", 0), ("义诊", 2), ("义诊（8月）…", 7), ("e\u{301}", 1), ("👨‍👩‍👧", 1), ("𠮷野家", 3), ("🇨🇳国", 2), ("\r\n", 1),
  ("a\u{200D}b", 2), ("か\u{3099}", 1),
])
func `grapheme clusters count as a reader counts`(text: String, count: Int) {
  #expect(graphemeCount(text) == count)
  #expect(graphemeCount(Array(text.utf8)) == count)
}
