import ChineseText
import Testing

struct TokenTests {
  @Test(arguments: [
    ("3:00开诊", "time 3:00"), ("8：30左右", "time 8：30"), ("8时30分", "time 8时30分"), ("8点半", "time 8点半"),
    ("3点建议", "number 3"), ("8:30—11:30", "range 8:30—11:30"), ("8:00-17:00", "range 8:00-17:00"),
    ("每天8:00--11:30", "range 8:00--11:30"), ("八点半", "time 八点半"), ("8点到12点", "range 8点到12点"),
    ("男女比为1:2", "ratio 1:2"), ("1:1000稀释", "ratio 1:1000"), ("16:9", "ratio 16:9"),
    ("男女比1：2", "ratio 1：2"), ("1:10稀释", "ratio 1:10"), ("任务1：3天", "number 1, number 3"),
    ("血压120/80", "ratio 120/80"), ("140/90 mmHg", "quantity 140/90 mmHg"), ("1/2片", "fraction 1/2"),
    ("三分之一", "fraction 三分之一"), ("百分之三十", "percentage 百分之三十"),
  ])
  func `times and ratios are whole`(sample: String, expected: String) {
    #expect(tokens(sample) == expected)
  }

  @Test(arguments: [
    ("2025年5月1日", "date 2025年5月1日"), ("5月1日起", "date 5月1日"), ("5月1号", "date 5月1号"),
    ("2024-05-01", "date 2024-05-01"), ("2025/5/1", "date 2025/5/1"), ("2025.5.1", "date 2025.5.1"),
    ("二〇二五年五月一日", "date 二〇二五年五月一日"), ("二〇二五年5月1日", "date 二〇二五年5月1日"),
    ("2025年五月1日", "date 2025年五月1日"), ("2025年五一假期", "date 2025年, hanNumber 五一"),
    ("25年3月起", "date 25年3月"), ("近20年", "number 20"), ("10年3个月", "number 10, number 3"),
    ("2024—2025年", "range 2024—2025年"), ("5月1日—3日", "range 5月1日—3日"),
    ("2025年5月1日 8:30", "dateTime 2025年5月1日 8:30"), ("5月1日上午8:30", "dateTime 5月1日上午8:30"),
    ("6月31日", "date 6月31日"), ("13月5日", "date 13月5日"), ("3月龄", "number 3"), ("18月龄", "number 18"),
    ("5月起", "date 5月"), ("2025 年 5 月 1 日", "date 2025 年 5 月 1 日"),
    ("2025-13-45", "date 2025-13-45"),
    ("3月至5月", "range 3月至5月"), ("正月初五", ""), ("2025年5月1日至5月3日", "range 2025年5月1日至5月3日"),
    ("２０２５年５月１日", "date ２０２５年５月１日"), ("八月十五", "date 八月十五"),
  ])
  func `dates are whole, in every writing`(sample: String, expected: String) {
    #expect(tokens(sample) == expected)
  }

  @Test(arguments: [
    ("8-10", "range 8-10"), ("3-5天", "range 3-5"), ("10%～20%", "range 10%～20%"),
    ("10～20%", "range 10～20%"),
    ("1,000.5", "number 1,000.5"), ("0.9%", "percentage 0.9%"), ("38.5℃", "quantity 38.5℃"),
    ("３８．５℃", "quantity ３８．５℃"), ("10^9/L", "quantity 10^9/L"), ("20×10⁹/L", "quantity 20×10⁹/L"),
    ("125,000/μL", "quantity 125,000/μL"), ("5 mg～1 g", "range 5 mg～1 g"), ("5mg", "quantity 5mg"),
    ("10 mL/min/1.73 m²", "quantity 10 mL/min/1.73 m²"), ("80次/min", "quantity 80次/min"),
    ("10 mg/(kg·d)", "quantity 10 mg/(kg·d)"), ("BMI 24 kg/m2", "latin BMI, quantity 24 kg/m2"),
    ("３．５％", "percentage ３．５％"), ("４７００米", "number ４７００"), ("3万～5万元", "range 3万～5万元"),
    ("100元", "currency 100元"), ("￥25", "currency ￥25"), ("-20～-10℃", "range -20～-10℃"),
    ("气温-5℃", "quantity -5℃"), ("3个人2次", "number 3, number 2"), ("每天走3千步", "number 3"),
    ("(65±2)%", "number 65±2"), ("3 cm×4 cm", "quantity 3 cm×4 cm"), ("3x4cm", "quantity 3x4cm"),
    ("三千五百", "hanNumber 三千五百"), ("十二", "hanNumber 十二"), ("一般", ""), ("千万不要", ""),
    ("2-3-1", "identifier 2-3-1"), ("表2-8", "identifier 2-8"), ("IL-6", "latin IL-6"),
    ("2.5.1", "identifier 2.5.1"),
    ("第3—5%", "range 3—5%"), ("10 cmH2O", "quantity 10 cmH2O"), ("5G医疗", "latin 5G"),
    ("3D打印", "latin 3D"),
  ])
  func `amounts are whole`(sample: String, expected: String) {
    #expect(tokens(sample) == expected)
  }

  @Test(arguments: [
    ("0571-88888888", "phone 0571-88888888"), ("0571—88888888", "phone 0571—88888888"),
    ("400-820-8820", "phone 400-820-8820"), ("139 0000 0000", "phone 139 0000 0000"),
    ("13900000000", "phone 13900000000"), ("热线12320", "phone 12320"), ("共12320人", "number 12320"),
    ("(0571)88888888", "phone 0571)88888888"), ("0571-88888888转8001", "phone 0571-88888888转8001"),
    ("GB/T 15834—2011", "identifier GB/T 15834—2011"),
    ("GB/T 1.1:2020", "identifier GB/T 1.1:2020"),
    ("WS 310", "identifier WS 310"), ("国药准字H20012345", "identifier H20012345"),
    ("doi:10.1000/xyz", "identifier doi:10.1000/xyz"), ("浙A12345", "identifier A12345"),
    ("ISBN 978-7-117-00000-1", "identifier ISBN 978-7-117-00000-1"),
    ("11010119900307123X", "identifier 11010119900307123X"), ("v2.1.3", "identifier v2.1.3"),
    ("COVID-19", "latin COVID-19"), ("PM2.5", "latin PM2.5"), ("HbA1c", "latin HbA1c"),
    ("H7N9", "latin H7N9"),
    ("Wi-Fi", "latin Wi-Fi"), ("Parkinson's", "latin Parkinson's"), ("ＣＴ检查", "latin ＣＴ"),
    ("CA19-9", "latin CA19-9"),
    ("5-HT", "latin 5-HT"), ("α-酮戊二酸", "latin α"), ("β受体", "latin β"), ("HER2+", "latin HER2+"),
    ("0.9%NaCl", "percentage 0.9%, latin NaCl"),
    ("1,25-二羟维生素D", "number 1,25, latin D"), ("3-羟基丁酸", "number 3"), ("O型血", "latin O"),
  ])
  func `phones, codes and words are whole`(sample: String, expected: String) {
    #expect(tokens(sample) == expected)
  }

  @Test func `a token is found by any of its offsets`() {
    let scan = scan("体温38.5℃。")
    #expect(scan.token(at: 6)?.kind == .quantity)
    #expect(scan.token(at: 8)?.range == 6..<13)
    #expect(scan.token(at: 5) == nil)
    #expect(scan.token(at: 13) == nil)
  }

  private func tokens(_ sample: String) -> String {
    let text = Array(sample.utf8)
    return scan(sample).tokens
      .map { "\($0.kind) \(String(decoding: text[$0.range], as: UTF8.self))" }
      .joined(separator: ", ")
  }
}
