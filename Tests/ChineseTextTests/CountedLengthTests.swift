import ChineseText
import Testing

struct CountedLengthTests {
  @Test(arguments: [
    ("2025年国庆假期门诊安排", [10, 11, 13]), ("HPV疫苗怎么选？一文读懂", [11, 12, 13]),
    ("【义诊】5月12日专家在社区等你", [15, 15, 16]), ("医院👨‍⚕️门诊", [5, 5, 5]), ("🇨🇳葛\u{E0100}", [2, 2, 2]),
    ("等等……——好", [5, 5, 5]), ("COVID-19", [1, 4, 8]), ("3.5%的人", [3, 4, 6]), ("10:30开诊", [3, 5, 7]),
    ("甲 乙\u{3000}\u{200B}丙", [3, 3, 3]), ("ＣＴ，好", [3, 3, 4]), ("咬𬌗面", [3, 3, 3]),
    ("1️⃣步", [2, 2, 2]), ("", [0, 0, 0]),
    ("健康の秘密", [5, 5, 5]), ("CT，MRI", [3, 4, 6]), ("①②", [2, 2, 2]), ("café", [1, 2, 4]),
  ])
  func `characters are counted as the handbook says`(sample: String, expected: [Int]) {
    let text = Array(sample.utf8)
    let found = [CountingMode.word, .half, .char].map {
      countedLength(of: 0..<text.count, in: text, mode: $0)
    }
    #expect(found == expected)
  }
}
