import Testing

@testable import ChineseText

struct PlainNumberTests {
  private static let signs = Array(
    "的人个次片粒滴步例支瓶袋剂丸年月日时点分至到元美欧港英万亿千百号转度岁天米第半比为一二十〇，。、；：（）/／-—～%％℃.,·× +\u{200B}\u{3000}a5６"
      .unicodeScalars
  )

  @Test func `a number read at a glance is what the long way reads`() {
    for before in ["", "+", "(", "（", "a", ".", "比"] {
      for digits in [
        "3", "12", "05", "130", "400", "205", "0571", "2025", "12320", "13800000000", "３0",
      ] {
        for first in Self.signs {
          for second in Self.signs {
            check("\(before)\(digits)\(first)\(second)3日/kg", from: before.utf8.count)
          }
        }
        check(before + digits, from: before.utf8.count)
      }
    }
  }

  private func check(_ sample: String, from start: Int) {
    let text = Array(sample.utf8)
    let reader = TokenReader(text: text, bounds: 0..<text.count)
    let (short, long) = (reader.expression(at: start), reader.wholeExpression(at: start))
    #expect(
      short?.kind == long?.kind && short?.end == long?.end && short?.formulaEnd == long?.formulaEnd,
      "\(sample)"
    )
  }

  @Test func `a lone numeral is none the long way either`() {
    for numeral in "〇零一二三四五六七八九十百千万亿两" {
      for first in Self.signs {
        for second in Self.signs {
          let sample = "\(numeral)\(first)\(second)五日"
          let text = Array(sample.utf8)
          let reader = TokenReader(text: text, bounds: 0..<text.count)
          let (short, long) = (reader.hanExpression(at: 0), reader.wholeHanExpression(at: 0))
          #expect(short?.kind == long?.kind && short?.end == long?.end, "\(sample)")
        }
      }
    }
  }

  @Test(arguments: [
    ("13800000000", true), ("1380000000", false), ("１３８００００００００", true),
    ("138 0000-0000", true), ("138\u{200B}00000000", true), ("138a00000000", false),
    ("1380000电话0000", false), ("", false), (String(repeating: "1", count: 70_000), true),
  ])
  func `eleven digits that stand close together are seen`(sample: String, isSeen: Bool) {
    #expect(Array(sample.utf8).mayHoldLongNumber == isSeen)
  }
}
