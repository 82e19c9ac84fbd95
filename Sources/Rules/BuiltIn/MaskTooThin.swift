import ChineseText
import Linting

/// Flags numbers of persons whose mask leaves too much of them (handbook, compliance §8.3).
enum MaskTooThin {
  static let all: [any Rule] = [rule]

  private static let masked = PersonalPattern(
    "(?<![0-9A-Za-z*＊×])[0-9]{0,17}[0-9][*＊×xX][0-9*＊×xX]{0,17}(?![0-9A-WYZa-wyz])"
  )

  private static let rule = FamilyRule(
    "privacy/insufficient-mask",
    .warning,
    summary: Localized("号码遮盖得不够", "a number whose mask leaves too much"),
    why: Localized(
      "只遮一两位或只遮末尾，仍能推出整个号码；手机号遮中间四位，身份证号遮中间八位。",
      "A few masked digits are soon guessed: mask four in a mobile's middle and eight in an identity number's."
    ),
    basis: [
      Basis("personal-information-law", "第七十三条")
    ],
    patterns: [masked.pattern],
    triggers: .patterns([masked.pattern]),
    cases: [
      .ok("遮盖规范", "手机139\\*\\*\\*\\*0000，身份证号110105\\*\\*\\*\\*\\*\\*\\*\\*002X，尾号1234。"),
      .ok("不是遮盖", "面积10×20米，放大400×，规格2×10。"),
      .flags("手机号只遮末尾", "家属手机⟦1390000\\*\\*\\*\\*⟧。"),
      .flags("身份证号只遮后四位", "身份证号⟦11010519491231\\*\\*\\*\\*⟧。"),
    ]
  ) { draft in
    try masked.matches(in: draft).compactMap { match in
      guard let number = MaskedNumber(match.string), number.tellsTooMuch else { return nil }
      return match.fault(
        number.isMobile
          ? Localized("手机号遮盖得不够：请遮盖中间4位", "mask the mobile's middle four digits")
          : Localized("号码遮盖得不够：请遮盖中间8位以上", "mask eight digits or more in the middle"),
        in: draft
      )
    }
  }
}

/// A number with signs in the place of some digits.
private struct MaskedNumber {
  /// True where a digit is shown.
  private let shown: [Bool]
  private let startsAsMobile: Bool

  init?(_ text: String) {
    var shown = text.unicodeScalars.map(isASCIIDigit)
    guard shown.count == 11 || (15...19).contains(shown.count) else { return nil }
    // The last X of an identity number is its check character.
    if shown.count == 18, let last = text.unicodeScalars.last, last == "X" || last == "x",
      shown[16]
    {
      shown[17] = true
    }
    guard shown.contains(false), shown[0], shown.prefix(3).count(where: { $0 }) == 3 else {
      return nil
    }
    self.shown = shown
    startsAsMobile = text.hasPrefix("1")
    if isMobile, !startsAsMobile { return nil }
  }

  var isMobile: Bool { shown.count == 11 }

  var tellsTooMuch: Bool {
    let masked = shown.count { !$0 }
    if isMobile {
      let isTail = shown.prefix(shown.count - masked).allSatisfy { $0 }
      return masked <= 2 || isTail && masked <= 4
    }
    return shown.count == 18 ? masked < 8 : shown.prefix(12).allSatisfy { $0 }
  }
}
