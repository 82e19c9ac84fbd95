import ChineseText
import Testing

struct ScanTests {
  @Test(arguments: [
    ("疫\u{200B}苗", "200B invisible"), ("葛\u{E0100}", "E0100 invisible"),
    ("多喝💧水", "1F4A7 emoji"), ("医院👨‍⚕️门诊", "1F468 emoji"), ("🇨🇳队", "1F1E8 emoji"),
    ("☎️ 0571", "260E emoji"), ("1️⃣步", "31 emoji"), ("☎ ✓ ①", ""), ("家👨‍👩‍👧好", "1F468 emoji"),
    ("文\u{FE0F}字", "FE0F invisible"), ("می\u{200C}خواهم", ""), ("一\u{202E}二", "202E bidiControl"),
    ("請勿", "8ACB traditional"), ("饕餮脘痞", ""), ("活血化瘀", ""), ("龘", "9F98 rareOutside"),
    ("３．５％", "FF13 fullwidthDigit, FF0E fullwidthSign, FF15 fullwidthDigit, FF05 fullwidthSign"),
  ])
  func `oddities are found, once each`(sample: String, expected: String) {
    let found = scan(sample).oddities.map {
      String($0.scalar.value, radix: 16, uppercase: true) + " \($0.kind)"
    }
    #expect(found.joined(separator: ", ") == expected)
  }

  @Test func `marks of all scripts are found, letters and digits are not`() {
    let found = scan("洗手，3:00 (A) ～“好”。℃①…·％").marks.map { String($0.scalar) }
    #expect(found.joined() == "，:()～“”。℃①…·％")
  }

  @Test(arguments: ["，", "：。", "()“”～", "℃…①·￥", "〔", ""])
  func `marks of a set are those of all marks, in order`(set: String) {
    let sample = scan(String(repeating: "洗手，3:00 (A) ～“好”。℃①…·％：再来！", count: 40))
    let wanted = sample.marks.filter { set.unicodeScalars.contains($0.scalar) }
    #expect(sample.marks(among: MarkSet(Array(set.unicodeScalars))) == wanted)
  }

  @Test func `code is left out`() {
    let text = Array("甲,`,`乙,\u{2029}请,".utf8)
    let scan = TextScan(
      text,
      blocks: [
        BlockExtent(range: 0..<11, isCode: false),
        BlockExtent(range: 14..<text.count, isCode: true),
      ],
      code: [4..<7],
      foreign: []
    )
    #expect(scan.marks.map(\.offset) == [3, 10])
  }
}

func scan(_ sample: String) -> TextScan {
  let text = Array(sample.utf8)
  let block = BlockExtent(range: 0..<text.count, isCode: false)
  return TextScan(text, blocks: [block], code: [], foreign: [])
}
