import Linting
import Reading
import SourceText

/// Flags mobile numbers of persons, in what readers see and in what they do not.
struct MobileShown: Rule {
  let info = RuleInfo(
    id: "privacy/mobile",
    summary: Localized("公开了个人手机号", "a person's mobile number"),
    why: Localized(
      "手机号能直接联系到个人，未经本人单独同意不得公开；办事咨询宜留单位座机。",
      "A mobile number leads straight to a person; an office line serves as well."
    ),
    basis: [Basis("personal-information-law", "第二十五条")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("座机、热线、已遮盖的号码", "电话0311-12345678，热线12320、12345，联系方式138\\*\\*\\*\\*1234。"),
    .ok("公开的工作号码", "24小时值班电话：13900000000（门诊办公室）。"),
    .ok("订单号、网址里的数字", "订单号13900000000，见https://www.example.cn/13900000000.html。"),
    .flags(
      "家属的手机号",
      "家属电话⟦13900000000⟧。",
      fixed: "家属电话139\\*\\*\\*\\*0000。"
    ),
    .flags("分段的号码", "联系人张三，手机⟦139-1111-2222⟧。"),
    .flags("图片替代文字里的号码", "![联系卡，患者电话⟦13911112222⟧](a.jpg)"),
  ]

  var triggers: Triggers { .longNumbers }

  func check(_ draft: ScannedDraft) -> [Finding] {
    var findings: [Finding] = []
    for text in draft.fact(PersonalTexts.self).all {
      var end = -1
      for sequence in digitSequences(of: text.runs, lengths: 11...15, upToRuns: 4) {
        guard sequence.range.lowerBound >= end,
          text.kind(at: sequence.range.lowerBound) != .address,
          let start = mobileStart(in: sequence, of: text.bytes),
          let context = NumberContext(sequence, of: text, in: draft)
        else { continue }
        end = sequence.range.upperBound
        let masked = sequence.offsets[start + 3]..<sequence.offsets[start + 7]
        let range = sequence.offsets[start]..<sequence.range.upperBound
        var finding = finding(
          context == .personal ? .personal : .unclear,
          at: text.source(of: range, in: draft),
          fix: text.mask(maskable(masked, text.bytes), count: 4, in: draft)
        )
        if context == .unclear { finding.severity = .warning }
        findings.append(finding)
      }
    }
    return findings
  }

  /// A separator at the end of the masked digits stays.
  private func maskable(_ range: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    var range = range
    while let last = range.last, " -".utf8.contains(text[last]) { range = range.lowerBound..<last }
    return range
  }

  /// The index of the digit that the mobile number starts with: behind `86` or `0086`, if any.
  private func mobileStart(in sequence: DigitSequence, of text: [UInt8]) -> Int? {
    let start = sequence.digits.count - 11
    guard start >= 0, sequence.digits[start] == 1, sequence.digits[start + 1] >= 3 else {
      return nil
    }
    let prefix = Array(sequence.digits[..<start])
    guard prefix.isEmpty || prefix == [8, 6] || prefix == [0, 0, 8, 6],
      standsFree(sequence.range, in: text), isUsualGrouping(sequence.groups, prefix: start),
      sequence.jointBefore == nil || isSpace(sequence.jointBefore),
      sequence.jointAfter == nil || (isSpace(sequence.jointAfter) && sequence.groups.count == 1)
    else { return nil }
    let digits = sequence.digits[start...].map(String.init).joined()
    return Self.serviceNumbers.contains(digits) ? nil : start
  }

  private func isUsualGrouping(_ groups: [Int], prefix: Int) -> Bool {
    let usual = [[11], [3, 8], [7, 4], [3, 4, 4]]
    if usual.contains(groups) { return prefix == 0 }
    if groups.first == prefix { return usual.contains(Array(groups.dropFirst())) }
    guard prefix > 0, let first = groups.first else { return false }
    return usual.contains([first - prefix] + groups.dropFirst())
  }

  private func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{3000}"
  }

  /// Numbers of the carriers themselves.
  private static let serviceNumbers: Set = ["13800138000", "13010112500"]
}

/// Whose number it is, as far as the words around it tell.
private enum NumberContext {
  case personal
  case unclear

  /// Nil for an office's number and for what is no telephone number.
  init?(_ sequence: DigitSequence, of text: PersonalText, in draft: ScannedDraft) {
    let around = text.context(of: sequence.range, before: 24, after: 10, in: draft)
    // A sentence's end parts what belongs to the number from what does not.
    let before = around.before.split { "。！？；!?;".contains($0) }.last.map(String.init) ?? ""
    if Self.codes.contains(where: { before.suffix(10).contains($0) }) { return nil }
    let behind = around.after.prefix { !"。！？；!?;，,".contains($0) }
    if Self.units.contains(where: { behind.hasPrefix($0) }) { return nil }
    let isOfficeBehind = Self.office.contains { behind.contains($0) }
    let office = isOfficeBehind ? 0 : Self.distance(of: Self.office, in: before)
    let person =
      around.after.prefix(8).contains("微信同号") ? 0 : Self.distance(of: Self.persons, in: before)
    switch (person, office) {
    case (let person?, let office?): if office <= person { return nil } else { self = .personal }
    case (nil, _?): return nil
    case (_?, nil): self = .personal
    case (nil, nil): self = .unclear
    }
  }

  /// How far from the end the nearest of some words stands.
  private static func distance(of words: [String], in text: String) -> Int? {
    words.compactMap { word in
      // Most words are not there, and looking for their bytes is cheap.
      guard text.contains(word) else { return nil }
      return text.ranges(of: word).last.map {
        text.distance(from: $0.upperBound, to: text.endIndex)
      }
    }.min()
  }

  private static let persons = [
    "患者", "病人", "患儿", "产妇", "家属", "家长", "监护人", "本人", "失主", "当事人", "申请人", "参保人", "死者", "伤者", "住户",
    "业主",
    "儿子", "女儿", "父亲", "母亲", "丈夫", "妻子", "爱人", "老伴", "微信同号", "私人", "个人手机", "住址", "家庭", "身份证", "姓名",
    "同志",
  ]

  private static let office = [
    "咨询", "客服", "热线", "值班", "总机", "办公室", "预约", "投诉", "举报", "监督", "120", "报名", "服务电话", "急救", "公务",
    "工作手机",
    "工作电话", "办公电话", "救护车", "挂号", "护士站", "导医台", "门诊部", "接种门诊", "业务电话", "反映", "求助", "订餐", "防汛", "抢修",
    "应急",
  ]

  private static let units = ["元", "美元", "人次", "例", "吨", "次"]

  private static let codes = [
    "订单", "单号", "编号", "流水号", "批号", "备案号", "许可证", "账号", "卡号", "序号", "条码", "代码", "验证码", "快递", "QQ",
  ]
}

extension Localized {
  fileprivate static let personal = Self(
    "这里有个人手机号：请删去，确需公示的遮盖中间4位",
    "a person's mobile number: leave it out, or mask its middle four digits"
  )
  fileprivate static let unclear = Self(
    "这里有手机号：请核实是否为已登记的工作号码，个人号码请改留单位座机",
    "a mobile number: make sure that it is an office's, or give an office line instead"
  )
}
