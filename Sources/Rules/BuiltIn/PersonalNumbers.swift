import ChineseText
import Linting
import SourceText

/// Rules about numbers of persons that a label tells: records, cards, papers.
enum PersonalNumbers {
  static let all: [any Rule] = [record, insurance, passport, permit, bankCard]

  private static let gap = "(?:号码|编号|码|号)?(?:为|是)?[\\s:：]{0,3}"
  private static let end = "(?![0-9A-Za-z*＊×•○])"

  private static let record = numbered(
    "privacy/medical-record-no",
    escalation: .secrecy,
    summary: Localized("公开了病历编号", "a number of a medical record"),
    why: Localized(
      "凭住院号、病案号能查到整份病历，病历资料未经患者同意不得公开。",
      "With a record's number the whole record can be found; it is not published without consent."
    ),
    basis: [Basis("civil-code", "第一千二百二十六条"), Basis("personal-information-law", "第二十八条")],
    message: Localized("这里有病历编号：请删去，不必保留任何几位", "a number of a medical record: leave it out"),
    pattern: PersonalPattern(
      "(?:住院|病案|病历|门诊|就诊卡|就诊|诊疗卡|登记|检查|影像|超声|病理|标本|条码|腕带|放射|化验单|检验单|报告单|患者|病人)"
        + "(?:号码|编号|流水号|号|ID)(?:为|是)?[\\s:：]{0,3}"
        + "[A-Za-zＡ-Ｚ]{0,4}[-—]?[0-9０-９][0-9０-９A-Za-z-]{3,19}" + end
    ),
    unless: [
      "机构", "许可证", "著作权", "软件", "商标", "备案", "注册", "产品", "药品", "商品", "器械", "电话", "窗口", "名额", "号段",
      "文号", "批号",
      "房产", "不动产", "宗教", "社会组织", "法人",
    ],
    cases: [
      .ok("没有号码、不是病历", "住院号：____。门诊号源充足，床位数200张，医疗机构登记号PDY12345678。"),
      .ok("填写样例", "填写样例：住院号0123456。"),
      .flags("住院号", "住院号:⟦0123456⟧，已康复出院。"),
      .flags("门诊号、标本号", "门诊号为⟦MZ20250301⟧，标本编号⟦12-34567⟧。"),
      .flags("注释里的号码", "<p>病例分享。</p><!-- 病案号：⟦00345678⟧ -->"),
    ]
  )

  private static let insurance = numbered(
    "privacy/insurance-no",
    summary: Localized("公开了医保或社保号码", "a number of somebody's insurance"),
    why: Localized(
      "医保、社保号码关系到个人账户，属于敏感个人信息，不得公开。",
      "An insurance number leads to a person's account; it is sensitive personal information."
    ),
    basis: [Basis("personal-information-law", "第二十八条")],
    message: Localized("这里有医保或社保号码：请删去", "a number of somebody's insurance: leave it out"),
    pattern: PersonalPattern(
      "(?:医保|医疗保险|社保|社会保障|社会保险|新农合|参合|医保电子凭证|医疗)(?:个人|手册)?(?:卡|证)?(?:号码|编号|号)(?:为|是)?[\\s:：]{0,3}"
        + "[A-Za-z]{0,3}[0-9０-９][0-9０-９A-Za-z-]{5,19}" + end
    ),
    unless: [
      "机构", "医院", "药店", "药房", "科室", "医师", "护士", "药品", "耗材", "项目", "目录", "单位", "文号",
    ],
    cases: [
      .ok("没有号码、是机构的编号", "医保卡号栏请填写完整，定点医疗机构医保编号H11010500001。"),
      .flags("医保卡号", "医保卡号:⟦A1234567⟧。"),
      .flags("社保卡号码", "其社会保障卡号码为⟦B98765432⟧。"),
    ]
  )

  private static let passport = numbered(
    "privacy/passport",
    summary: Localized("公开了护照号", "a passport's number"),
    why: Localized("护照号能确定一个人的身份，不得公开。", "A passport's number tells who a person is."),
    basis: [Basis("personal-information-law", "第二十五条")],
    message: Localized("这里有完整的护照号：请删去，或遮盖中间几位", "a passport's number: leave it out or mask it"),
    pattern: PersonalPattern(
      "护照" + gap
        + "(?:[EeKkGgDdSsPp][A-Za-z]?[0-9]{7,8}|1[45][0-9]{7})"
        + end
    ),
    unless: [],
    cases: [
      .ok("已遮盖、没有护照", "护照号E\\*\\*\\*\\*5678，设备编号E12345678，请持护照办理。"),
      .flags("护照号", "护照号⟦E12345678⟧。"),
    ]
  )

  private static let permit = numbered(
    "privacy/permit-id",
    summary: Localized("公开了通行证等证件号", "the number of a permit or certificate"),
    why: Localized("证件号能确定一个人的身份，不得公开。", "A certificate's number tells who a person is."),
    basis: [Basis("personal-information-law", "第二十五条")],
    message: Localized("这里有完整的证件号：请删去，或遮盖中间几位", "a certificate's number: leave it out or mask it"),
    pattern: PersonalPattern(
      "(?:(?:通行证|回乡证|台胞证)" + gap + "(?:[HhMmCcWw][0-9]{8,10}|[0-9]{8})"
        + "|残疾(?:人)?证" + gap + "[0-9]{17}[0-9Xx][0-9]{2}"
        + "|出生(?:医学)?证明?[，,]?" + gap + "[A-Z][0-9]{9})" + end
    ),
    unless: [],
    cases: [
      .ok("没有号码", "持港澳居民来往内地通行证的人员请到3号窗口，咨询电话12345678。"),
      .flags("通行证", "通行证号⟦H1234567801⟧。"),
      .flags("出生医学证明", "遗失出生医学证明，编号：⟦A123456789⟧。", fixed: nil),
    ]
  )

  private static func numbered(
    _ id: String,
    escalation: Escalation? = nil,
    summary: Localized,
    why: Localized,
    basis: [Basis],
    message: Localized,
    pattern: PersonalPattern,
    unless others: [String],
    cases: [RuleCase]
  ) -> FamilyRule {
    FamilyRule(
      id,
      .error,
      summary: summary,
      why: why,
      basis: basis,
      escalation: escalation,
      patterns: [pattern.pattern],
      triggers: .patterns([pattern.pattern]),
      cases: cases
    ) { draft in
      try pattern.matches(in: draft).compactMap { match in
        let code = match.code
        guard !code.range.isEmpty, !match.stands(others, within: 10, before: draft),
          !others.contains(where: { match.string.contains($0) }), !code.isExample(in: draft),
          !code.isResidentID(in: draft)
        else { return nil }
        return code.fault(message, in: draft)
      }
    }
  }

  private static let bankCard = FamilyRule(
    "privacy/bank-card",
    .error,
    summary: Localized("公开了银行卡号", "a bank card's number"),
    why: Localized(
      "银行卡号属于敏感个人信息，公开后可能被盗用；确需公示的只写尾号。",
      "A bank card's number is sensitive and may be abused; its last digits serve as well."
    ),
    basis: [Basis("personal-information-law", "第二十八条")],
    triggers: .longNumbers,
    cases: [
      .ok("已遮盖、尾号", "卡号622202\\*\\*\\*\\*\\*\\*\\*\\*\\*000，尾号0000。"),
      .ok(
        "校验位不对的长数字、订单号",
        "样本6222020000000000001，订单号6222020000000000000，时间20250301123000123。"
      ),
      .flags("卡号", "账号⟦6222020000000000000⟧。", fixed: "账号622202\\*\\*\\*\\*\\*\\*\\*\\*\\*0000。"),
      .flags("单位的账户是警告", "捐款账户户名：某某卫生院，账号⟦621700000000000006⟧。"),
      .flags("写明是银行卡号", "患者银行卡号：⟦6228 4800 1234 5678 910⟧。"),
    ]
  ) { draft in
    var faults: [Fault] = []
    for text in draft.fact(PersonalTexts.self).all {
      var end = -1
      for sequence in digitSequences(of: text.runs, lengths: 16...19, upToRuns: 6)
      where sequence.range.lowerBound >= end {
        guard let card = BankCard(sequence, of: text, in: draft) else { continue }
        end = sequence.range.upperBound
        faults.append(card.fault(in: draft))
      }
    }
    return faults
  }
}

/// A bank card's number, or that of an account.
private struct BankCard {
  private let match: PersonalMatch
  private let sequence: DigitSequence
  private let isInstitutional: Bool

  /// Nil where the check digit, the first digits or the words around say that it is none.
  init?(_ sequence: DigitSequence, of text: PersonalText, in draft: ScannedDraft) {
    guard sequence.groups.allSatisfy({ $0 >= 2 }), sequence.jointBefore == nil,
      sequence.jointAfter == nil || sequence.groups.count == 1,
      standsFree(sequence.range, in: text.bytes),
      text.kind(at: sequence.range.lowerBound) != .address
    else { return nil }
    let digits = sequence.digits
    let prefix = Int(digits[0]) * 10 + Int(digits[1])
    let isBank = [60, 62, 95].contains(prefix)
    let isCard =
      isBank || digits[0] == 4 || (51...55).contains(prefix) || [34, 37].contains(prefix)
    guard isCard else { return nil }
    let match = PersonalMatch(text: text, range: sequence.range)
    let around = text.context(of: sequence.range, before: 30, after: 16, in: draft)
    func stands(_ words: [String], last count: Int = 30) -> Bool {
      words.contains { around.before.suffix(count).contains($0) }
    }
    guard !stands(Self.codes, last: 14), !match.isExample(in: draft) else { return nil }
    let isLabelled = stands(Self.labels, last: 10)
    let isValid = Self.hasCheckDigit(digits)
    guard isLabelled || isValid && (isBank || stands(Self.context)) else { return nil }
    // A mistyped number behind 账号 may be an account of any kind.
    guard isValid || stands(["银行卡", "储蓄卡", "工资卡", "卡号"], last: 10) else { return nil }
    if match.isResidentID(in: draft) { return nil }
    self.match = match
    self.sequence = sequence
    isInstitutional =
      Self.owners.contains { around.before.contains($0) || around.after.contains($0) }
  }

  func fault(in draft: ScannedDraft) -> Fault {
    let offsets = sequence.offsets
    let masked = offsets[6]..<offsets[offsets.count - 4]
    return match.fault(
      isInstitutional
        ? Localized(
          "这里有单位账户：请核对是否为已公布的账户",
          "an institution's account: make sure that it is published"
        )
        : Localized("这里有完整的银行卡号：请删去，或只写尾号", "a whole bank card number: give its last digits only"),
      in: draft,
      fix: isInstitutional ? nil : match.text.mask(masked, count: offsets.count - 10, in: draft),
      severity: isInstitutional ? .warning : nil
    )
  }

  /// Luhn's check.
  private static func hasCheckDigit(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let doubled = Int(digit) * (index % 2 == 0 ? 1 : 2)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  private static let labels = ["银行卡", "储蓄卡", "工资卡", "卡号", "账号", "帐号", "账户", "银行账"]
  private static let context = labels + ["开户行", "开户银行", "银行", "户名", "汇款", "转账", "打款", "收款"]
  private static let codes = [
    "订单", "单号", "流水号", "批号", "备案", "许可证", "信用代码", "UDI", "唯一标识", "追溯码", "条码", "发票", "快递", "ISBN",
    "编码",
    "注册证", "登记号", "住院号", "病案号", "编号",
  ]
  private static let owners = [
    "卫生院", "医院", "中心", "财政", "公司", "基金会", "慈善", "红十字", "对公", "基本户", "缴费", "单位账", "捐赠账", "捐款账",
    "保证金",
    "收款单位", "专户",
  ]
}

extension PersonalMatch {
  /// Whether the match is a resident identity number, which has a rule of its own.
  func isResidentID(in draft: ScannedDraft) -> Bool {
    let bytes = Array(text.bytes[range].filter { isDigitByte($0) || ($0 | 0x20) == 0x78 })
    guard bytes.count == 18, let last = bytes.last else { return false }
    let digits = bytes.dropLast().map { $0 &- 0x30 }
    guard digits.allSatisfy({ $0 < 10 }) else { return false }
    let check = isDigitByte(last) ? last - 0x30 : 10
    return ResidentID(digits: digits, check: check, today: draft.today) != nil
  }
}
