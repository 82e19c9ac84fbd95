import SourceText
import Testing

/// `<p>` + `甲` of 4..<7 + `&lt;` for 7..<8 + `乙丙` of 8..<14 + `</p>`.
private var map: SourceMap {
  var map = SourceMap()
  map.appendWhole(3, source: SourceRange(4, 4))
  map.appendVerbatim(3, source: 4)
  map.appendWhole(4, source: SourceRange(7, 8))
  map.appendVerbatim(3, source: 8)
  map.appendVerbatim(3, source: 11)
  map.appendWhole(4, source: SourceRange(14, 14))
  return map
}

@Test func `a range maps from its first byte to its last`() {
  #expect(map.sourceRange(of: 3..<6) == SourceRange(4, 7))
  #expect(map.sourceRange(of: 0..<20) == SourceRange(4, 14))
  #expect(map.sourceRange(of: 7..<8) == SourceRange(7, 8))
  #expect(map.sourceRange(of: 5..<13) == SourceRange(6, 11))
  #expect(map.sourceRange(of: 13..<13) == SourceRange(11, 11))
  #expect(map.sourceRange(of: 20..<20) == SourceRange(14, 14))
  #expect(map.sourceRange(of: 90..<99) == SourceRange(14, 14))
  #expect(SourceMap().sourceRange(of: 1..<2) == SourceRange(0, 0))
}

@Test func `verbatim neighbours join`() {
  #expect(map.segmentCount == 5)
  #expect(map.segment(3) == .init(made: 10..<16, source: SourceRange(8, 14), isVerbatim: true))
}

@Test func `pieces are cut to the range`() {
  var cursor = SourceMap.Cursor(map)
  var pieces: [SourceMap.Segment] = []
  cursor.forEachPiece(of: 4..<12) { pieces.append($0) }
  #expect(
    pieces == [
      .init(made: 4..<6, source: SourceRange(5, 7), isVerbatim: true),
      .init(made: 6..<10, source: SourceRange(7, 8), isVerbatim: false),
      .init(made: 10..<12, source: SourceRange(8, 10), isVerbatim: true),
    ]
  )
}

@Test func `a cursor answers in any order`() {
  var map = SourceMap()
  for index in 0..<1000 { map.appendVerbatim(2, source: index * 3) }
  var cursor = SourceMap.Cursor(map)
  for offset in [0, 2, 40, 41, 1999, 3, 900, 901, 902, 0] {
    let expected = offset / 2 * 3 + offset % 2
    #expect(cursor.sourceRange(of: offset..<offset + 1) == SourceRange(expected, expected + 1))
  }
}
