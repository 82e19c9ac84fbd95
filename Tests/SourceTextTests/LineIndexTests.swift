import SourceText
import Testing

@Test func `lines end with LF, CR LF or CR`() {
  let lines = LineIndex(Array("一\n二\r\n三\r四".utf8))
  #expect(lines.count == 4)
  #expect(lines.position(of: 4) == Position(line: 2, column: 1, byte: 4))
  #expect(lines.position(of: 9) == Position(line: 3, column: 1, byte: 9))
  #expect(lines.position(of: 13) == Position(line: 4, column: 1, byte: 13))
  #expect(lines.range(ofLine: 2) == SourceRange(4, 7))
  #expect(lines.range(ofLine: 4) == SourceRange(13, 16))
  #expect(lines.range(ofLine: 5) == nil)
}

@Test func `columns count code points`() {
  let lines = LineIndex(Array("a𠮷🧧é中b".utf8))
  #expect(lines.position(of: 9).column == 4)
  #expect(lines.position(of: 999) == Position(line: 1, column: 7, byte: 15))
}

@Test func `a text without text has one line`() {
  #expect(LineIndex([]).count == 1)
  #expect(LineIndex([]).position(of: 0) == Position(line: 1, column: 1, byte: 0))
}

@Test(arguments: [1, 30, 31, 32, 33, 63, 64, 200])
func `line ends are found at every place of a block`(width: Int) {
  for end in ["\n", "\r\n", "\r"] {
    let line = String(repeating: "x", count: width) + end
    let lines = LineIndex(Array(String(repeating: line, count: 9).utf8))
    #expect(lines.count == 10)
    for number in 1...9 {
      let start = (number - 1) * (width + end.utf8.count)
      #expect(lines.range(ofLine: number) == SourceRange(start, start + width))
    }
  }
}
