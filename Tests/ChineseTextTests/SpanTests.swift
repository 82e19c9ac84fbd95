import ChineseText
import Testing

struct SpanTests {
  @Test(arguments: [
    ("见https://x.cn/a?b=1,2。好", "address https://x.cn/a?b=1,2"),
    ("访问www.x.cn了解", "address www.x.cn"),
    ("发至a.b@x.com.cn,请", "address a.b@x.com.cn"), ("附件1.docx下载", "address 1.docx"),
    ("附件.docx", "address .docx"), ("登录x.gov.cn/a/b。", "address x.gov.cn/a/b"), ("S.aureus", ""),
    ("Dr.王", ""), ("图1.2", ""), ("（http://x.cn）", "address http://x.cn"), ("和/或", ""),
    ("{{name}}您好", "machine {{name}}"), ("${a}元", "machine ${a}"), ("预约&nbsp;电话", "machine &nbsp;"),
    ("#健康#来了", "machine #, machine #"), ("@abc 好", "machine @abc"), ("$x^2$", "formula $x^2$"),
    ("25(OH)D水平", "formula 25(OH)D"), ("IgG(H+L)抗体", "formula IgG(H+L)"), ("磁共振(MRI)", ""),
    ("1,25-二羟维生素D", "formula 1,25-"), ("3-羟基丁酸", "formula 3-"),
    ("H₂O和CO₂", "formula H₂O, formula CO₂"),
    ("α-酮戊二酸", "formula α-"), ("NaCl溶液", "formula NaCl"), ("CT检查", ""), ("HIV感染", ""),
    ("国卫医发〔2024〕1号", "identifier 〔2024〕1号"), ("（2024）浙01民初1号", ""),
    ("《药品管理法》", "titleMarks 药品管理法"), ("他说：“来得正好。", "quotation 来得正好。"),
    ("“甲‘乙’丙”", "quotation 甲‘乙’丙, quotation 乙"), ("作者：王一 李二丰", "name 王一, name 李二丰"),
    ("来源：浙江省卫生健康委员会", ""), ("作者：王一 发布日期：5日", "name 王一"), ("林慧馨医生请假", ""), ("林慧龘医生", "name 林慧龘"),
    ("见Smith went to the hospital.他", "foreign Smith went to the hospital"),
    ("金黄色葡萄球菌Staphylococcus aureus感染", "foreign Staphylococcus aureus"),
    ("查CT、MRI、B超", ""), ("A, B, C三组", ""), ("Keep calm, please!", "foreign Keep calm, please!"),
  ])
  func `protected spans are found`(sample: String, expected: String) {
    let text = Array(sample.utf8)
    let found = scan(sample).protectedSpans
      .map { "\($0.kind) \(String(decoding: text[$0.range], as: UTF8.self))" }
    #expect(found.joined(separator: ", ") == expected)
  }

  @Test func `the innermost span wins`() {
    let scan = scan("“甲《乙‘丙’》丁”戊")
    let offset = 15
    #expect(
      scan.span(covering: offset..<offset + 3, of: [.quotation, .titleMarks])?.range == 15..<18
    )
    #expect(scan.span(covering: 9..<12, of: [.quotation, .titleMarks])?.kind == .titleMarks)
    #expect(scan.span(covering: 9..<12, of: [.quotation])?.range == 3..<27)
    #expect(scan.span(covering: 30..<33, of: [.quotation, .titleMarks]) == nil)
  }

  @Test(arguments: [
    ("接种后请留观30分钟,不要马上离开", ",", true), ("血小板125,000/μL", ",", false), ("1,25-二羟维生素D", ",", false),
    ("(P<0.05, n=32)", ",", false), ("咨询电话:0571-12345678", ":", true), ("8:30开诊", ":", false),
    ("男女比为1:2", ":", false), ("见https://x.cn", ":", false), ("GB/T 1.1:2020", ":", false),
    ("doi:10.1000/xyz号", ":", false), ("图像16:9比例", ":", false), ("多休息.", ".", true),
    ("图1.2", ".", false),
    ("见www.x.cn页", ".", false), ("附件1.docx见", ".", false), ("你打疫苗了吗?", "?", true),
    ("HPV?", "?", false),
    ("要做到\"三早\"", "\"", true), ("饭前洗手 ; 饭后漱口", ";", true), ("25(OH)D低", "(", false),
    ("流行性感冒(流感)", "(", true), ("预约&nbsp;电话", ";", false), ("Hello, world 你好 Jack, ok", ",", false),
  ])
  func `context of a mark is judged as the handbook says`(
    sample: String,
    mark: Character,
    isChinese: Bool
  ) throws {
    let scan = scan(sample)
    let found = try #require(scan.marks.first { Character($0.scalar) == mark })
    let block = 0..<sample.utf8.count
    #expect(scan.isChineseContext(markAt: found.offset, in: block) == isChinese)
  }
}
