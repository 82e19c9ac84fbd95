/// Whether a colour is a grey between that of text and that of a background.
func isLightGrey(_ bytes: ByteView, _ start: Int, _ end: Int) -> Bool {
  switch bytes[start] {
  case UInt8(ascii: "#"): isLightGreyHexadecimal(bytes, start + 1, end)
  case UInt8(ascii: "r"):
    if bytes.hasPrefix("rgb", at: start) { isLightGreyList(bytes, start + 3, end) } else { false }
  case UInt8(ascii: "g"), UInt8(ascii: "d"), UInt8(ascii: "s"):
    bytes.hasPrefix("gray", at: start) || bytes.hasPrefix("grey", at: start)
      || bytes.hasPrefix("darkgray", at: start) || bytes.hasPrefix("silver", at: start)
  default: false
  }
}

private func isLightGrey(_ red: Int, _ green: Int, _ blue: Int) -> Bool {
  let least = min(red, green, blue)
  let most = max(red, green, blue)
  return most - least <= 24 && least >= 0x70 && most <= 0xE0
}

private func isLightGreyHexadecimal(_ bytes: ByteView, _ start: Int, _ end: Int) -> Bool {
  var digits = 0
  var value = 0
  while digits < 6, start + digits < end, let digit = hexadecimal(bytes[start + digits]) {
    value = value << 4 | digit
    digits += 1
  }
  return switch digits {
  case 3: isLightGrey((value >> 8 & 15) * 17, (value >> 4 & 15) * 17, (value & 15) * 17)
  case 6: isLightGrey(value >> 16 & 255, value >> 8 & 255, value & 255)
  default: false
  }
}

private func isLightGreyList(_ bytes: ByteView, _ start: Int, _ end: Int) -> Bool {
  var parts = (0, 0, 0)
  var count = 0
  var index = start
  while index < end, count < 3 {
    guard let number = number(bytes, index, end) else {
      index += 1
      continue
    }
    parts = (parts.1, parts.2, Int(min(number.value, 255)))
    count += 1
    index = number.end
  }
  return count == 3 && isLightGrey(parts.0, parts.1, parts.2)
}

private func hexadecimal(_ byte: UInt8) -> Int? {
  switch byte {
  case 0x30...0x39: Int(byte) - 0x30
  case 0x41...0x46: Int(byte) - 0x37
  case 0x61...0x66: Int(byte) - 0x57
  default: nil
  }
}
