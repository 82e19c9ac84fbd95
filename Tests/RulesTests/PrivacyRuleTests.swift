import Linting
import Testing

/// Identity numbers are the two that GB 11643 itself prints.
@Suite struct PrivacyRuleTests {
  static let id = "privacy/resident-id"
  static let mobile = "privacy/mobile"

  @Test(arguments: [
    ("号码11010519491231002X。", "11010519491231002X"),
    ("号码440524 18800101 0014。", "440524 18800101 0014"),
    ("号码110105-19491231-002x。", "110105-19491231-002x"),
    ("号码１１０１０５１９４９１２３１００２Ｘ。", "１１０１０５１９４９１２３１００２Ｘ"),
    ("号码440524\u{200B}188001010014。", "440524\u{200B}188001010014"),
    ("身份证号440524800101001。", "440524800101001"),
    ("![号码440524188001010014](a.jpg)", "440524188001010014"),
    ("![甲](440524188001010014.jpg)", "440524188001010014"),
    ("<p style=\"display:none\">440524188001010014</p><p>正文</p>", "440524188001010014"),
    ("<!-- 440524188001010014 -->\n\n正文", "440524188001010014"),
    ("---\nauthor: 张三440524188001010014\n---\n\n正文", "440524188001010014"),
  ])
  func `an identity number is found wherever it hides`(_ draft: String, _ number: String) throws {
    #expect(try foundTexts(of: Self.id, in: draft) == [number])
  }

  @Test(arguments: [
    "号码110105194912310021。", "号码11010519491331002X。", "号码310101199902300017。",
    "统一社会信用代码440524188001010014。", "器械唯一标识UDI：440524188001010014。",
    "号码110105********002X。", "订单A440524188001010014，B1440524188001010014。",
    "编号440524800101001。", "时间20250301123000123。", "号码9911105194912310021。",
  ])
  func `a wrong check, an impossible day and other codes are none`(_ draft: String) throws {
    #expect(try foundTexts(of: Self.id, in: draft) == [])
  }

  @Test func `an example in a form is a suggestion`() throws {
    let found = try findings(of: Self.id, in: "填写样例：440524188001010014。")
    #expect(found.map(\.severity) == [.suggestion])
  }

  @Test func `two persons stay with the editor`() throws {
    let draft = "甲11010519491231002X，乙440524188001010014，甲11010519491231002X。"
    #expect(try findings(of: Self.id, in: draft).map(\.escalation) == [nil, nil, nil])
  }

  @Test(arguments: [
    ("家属电话13900000000。", "13900000000", Severity.error),
    ("患者本人的手机13911112222，无人接听。", "13911112222", .error),
    ("联系人张三，手机13900000000。", "13900000000", .warning),
    ("电话+86 139-0000-0000。", "139-0000-0000", .warning),
    ("手机１３９０００００００１，微信同号。", "１３９０００００００１", .error),
    ("电话139 0000 0001转告。", "139 0000 0001", .warning),
    ("<!-- 患者13900000000 -->\n\n正文", "13900000000", .error),
    ("| 姓名 | 手机 |\n| --- | --- |\n| 张某 | 13900000000 |", "13900000000", .error),
  ])
  func `a mobile number weighs by its context`(
    _ draft: String,
    _ number: String,
    _ severity: Severity
  ) throws {
    #expect(try foundTexts(of: Self.mobile, in: draft) == [number])
    #expect(try findings(of: Self.mobile, in: draft).map(\.severity) == [severity])
  }

  @Test(arguments: [
    "咨询电话:0311-88880000（门诊办公室）。", "热线12320、12345、12356，急救120。",
    "值班电话13900000000。", "投诉举报电话：13900000000（纪检办公室）。",
    "13800138000是运营商服务号码。", "订单号13900000000，快递单号13900000001。",
    "手机138****1234，尾号1234。", "见https://a.example/13900000000.html。",
    "账号6222139000000001234，编码A13900000000。", "数值139.00000000、1.13900000000。",
    "| 科室 | 值班电话 |\n| --- | --- |\n| 急诊科 | 13900000000 |", "编号2025-13900000000。",
  ])
  func `hotlines, office numbers and other digits are none`(_ draft: String) throws {
    #expect(try foundTexts(of: Self.mobile, in: draft) == [])
  }
}
