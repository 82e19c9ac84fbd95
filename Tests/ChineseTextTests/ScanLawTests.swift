import ChineseText
import TestSupport
import Testing

struct ScanLawTests {
  @Test(arguments: 0..<40)
  func `any text scans into ranges on scalar boundaries, ascending`(seed: Int) {
    var random = Seeded(state: UInt64(seed) &* 0x9E37_79B9 &+ 1)
    let text = Array(sample(of: 400, from: &random).utf8)
    let cut = boundary(after: text.count / 3, in: text)
    let code =
      boundary(after: text.count / 2, in: text)..<boundary(after: text.count * 2 / 3, in: text)
    let scan = TextScan(
      text,
      blocks: [
        BlockExtent(range: 0..<cut, isCode: false),
        BlockExtent(range: cut..<text.count, isCode: false),
      ],
      code: [code],
      foreign: []
    )
    #expect(isAscending(scan.marks.map(\.range), in: text))
    #expect(isAscending(scan.oddities.map(\.range), in: text))
    #expect(isAscending(scan.tokens.map(\.range), in: text))
    #expect(scan.protectedSpans.allSatisfy { isOnBoundaries($0.range, in: text) })
    let starts = scan.protectedSpans.map(\.range.lowerBound)
    #expect(starts == starts.sorted())
    for span in scan.protectedSpans where span.kind.isOpaque {
      #expect(scan.isOpaque(at: span.range.lowerBound))
      #expect(scan.span(covering: span.range, of: ProtectedSpan.Kinds(span.kind)) != nil)
    }
    let parts = sentences(in: 0..<cut, of: text)
    #expect(parts.first?.lowerBound ?? 0 == 0 && parts.last?.upperBound ?? cut == cut)
    #expect(isAscending(parts, in: text))
    _ = countedLength(of: 0..<text.count, in: text, mode: .half)
    for mark in scan.marks { _ = scan.isChineseContext(markAt: mark.offset, in: 0..<cut) }
  }

  @Test(
    arguments: [
      "1", "1,", "1-", "1 ", "1.", "1:", "a.", "@", "(", "(a", "{{", "“", "《", "“《", "！", "。”",
      "\u{200B}", "a\u{200B}",
      "1×", "%", "$", "a-", "/", "a/", "5mg/", "A@", "www.", "://", "#", "一", "1年", "作者：", "a b ",
      "é", "👨‍", "5 mg ", "https://a.cn,", "&a",
      "a.cn",
    ]
  )
  func `hostile repetition costs no more than its length`(unit: String) {
    let short = time(of: String(repeating: unit, count: 5000 / unit.utf8.count))
    let long = time(of: String(repeating: unit, count: 50_000 / unit.utf8.count))
    #expect(long < short * 40 + .milliseconds(100), "\(short) → \(long)")
  }

  private func time(of sample: String) -> Duration {
    let text = Array(sample.utf8)
    let block = 0..<text.count
    return threadTime {
      let scan = TextScan(
        text,
        blocks: [BlockExtent(range: block, isCode: false)],
        code: [],
        foreign: []
      )
      for mark in scan.marks {
        _ = scan.isChineseContext(markAt: mark.offset, in: block)
        _ = scan.span(covering: mark.range, of: [.quotation, .titleMarks, .address])
      }
      _ = sentences(in: block, of: text)
    }
  }

  private func sample(of count: Int, from random: inout Seeded) -> String {
    let pieces = [
      "的", "三", "龘", "請", "，", "。", "“", "”", "《", "》", "（", ")", "(", "1", "25", "2025", "年", "月",
      "日", ".", ",", ":",
      "：", "-", "—", "～", "/", "%", "％", "３", "Ａ", "a", "mg", "HPV", "www.x.cn", "https://", "@",
      "#", "{{", "}}", "$", "°", "℃",
      "²", "\u{200B}", "\u{FE0F}", "\u{20E3}", "👨‍⚕️", "🇨", "💧", "\u{E0100}", "𠮷", "é", "μ", " ", "\n",
      "\u{2028}", "\u{3000}",
      "作者：", "医生", "王", "时", "点", "！", "？", "…", "'", "’", "&nbsp;", "〔", "号", "GB/T ", "doi:10.",
      "0571", "13800000000",
    ]
    var text = ""
    for _ in 0..<count {
      if random.next() % 8 == 0, let scalar = Unicode.Scalar(UInt32(random.next() % 0x3000)) {
        text.unicodeScalars.append(scalar)
      } else {
        text += pieces[Int(random.next() % UInt64(pieces.count))]
      }
    }
    return text
  }

  private func boundary(after offset: Int, in text: [UInt8]) -> Int {
    var index = offset
    while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private func isOnBoundaries(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    [range.lowerBound, range.upperBound].allSatisfy {
      $0 >= 0 && $0 <= text.count && boundary(after: $0, in: text) == $0
    }
  }

  private func isAscending(_ ranges: [Range<Int>], in text: [UInt8]) -> Bool {
    zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
      && ranges.allSatisfy { isOnBoundaries($0, in: text) }
  }
}

/// A small generator, so that a failure can be repeated.
private struct Seeded {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
