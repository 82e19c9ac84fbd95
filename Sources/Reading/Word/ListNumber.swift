/// A number as a list of a Word document shows it; in Arabic digits where the format is not known.
func listNumber(_ number: Int, as format: String) -> String {
  switch format {
  case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
  case "upperLetter": letters(number)
  case "lowerLetter": letters(number).lowercased()
  case "upperRoman": roman(number)
  case "lowerRoman": roman(number).lowercased()
  case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand", "ideographDigital", "koreanCounting":
    chinese(number, digits: Array("零一二三四五六七八九"), units: ["", "十", "百", "千"])
  case "chineseLegalSimplified":
    chinese(number, digits: Array("零壹贰叁肆伍陆柒捌玖"), units: ["", "拾", "佰", "仟"])
  case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": enclosed(number, from: 0x2460)
  case "decimalEnclosedParen": enclosed(number, from: 0x2474)
  case "decimalEnclosedFullstop": enclosed(number, from: 0x2488)
  case "decimalFullWidth": String("\(number)".unicodeScalars.compactMap(fullWidth))
  case "ideographTraditional": cycle("甲乙丙丁戊己庚辛壬癸", number)
  case "ideographZodiac": cycle("子丑寅卯辰巳午未申酉戌亥", number)
  case "bullet", "none": ""
  default: "\(number)"
  }
}

/// A to Z, then AA to ZZ.
private func letters(_ number: Int) -> String {
  guard (1...780).contains(number) else { return "\(number)" }
  let letter = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")[(number - 1) % 26]
  return String(repeating: letter, count: (number - 1) / 26 + 1)
}

private func roman(_ number: Int) -> String {
  guard (1..<4000).contains(number) else { return "\(number)" }
  let signs = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
  var rest = number
  var result = ""
  for (value, sign) in signs {
    while rest >= value {
      result += sign
      rest -= value
    }
  }
  return result
}

/// Up to 9,999 in words.
private func chinese(_ number: Int, digits: [Character], units: [String]) -> String {
  guard (1..<10_000).contains(number) else { return "\(number)" }
  var result = ""
  var hasGap = false
  for place in (0..<4).reversed() {
    let digit = number / [1, 10, 100, 1000][place] % 10
    guard digit > 0 else {
      hasGap = !result.isEmpty
      continue
    }
    if hasGap { result.append(digits[0]) }
    hasGap = false
    // 十一, not 一十一; on seals and cheques 壹拾壹.
    if !(digit == 1 && place == 1 && number < 20 && digits[1] == "一") {
      result.append(digits[digit])
    }
    result += units[place]
  }
  return result
}

private func enclosed(_ number: Int, from first: UInt32) -> String {
  guard (1...20).contains(number), let sign = Unicode.Scalar(first + UInt32(number) - 1) else {
    return "\(number)"
  }
  return String(sign)
}

private func fullWidth(_ digit: Unicode.Scalar) -> Character? {
  Unicode.Scalar(digit.value + 0xFEE0).map { Character($0) }
}

private func cycle(_ signs: String, _ number: Int) -> String {
  let signs = Array(signs)
  return (1...signs.count).contains(number) ? String(signs[number - 1]) : "\(number)"
}
