/// Which differences between characters do not matter to a list.
struct Fold: OptionSet, Hashable {
  let rawValue: UInt8

  /// Full and half width, and compatibility forms such as `①` and `㎏`.
  static let width = Self(rawValue: 1)
  static let letterCase = Self(rawValue: 2)
  static let traditional = Self(rawValue: 4)
  static let all: Self = [.width, .letterCase, .traditional]
}

/// Why a scalar between two characters of a term may be passed over.
enum Skipped: UInt8 {
  case no
  /// Zero-width and format characters, variation selectors, controls.
  case invisible
  case lineBreak
  case space
  /// Signs that are put between the characters of a word to hide it.
  case symbol

  init(of value: UInt32) {
    // Nearly all that is asked about is Han.
    if value &- 0x3400 < 0x6C00 {
      self = .no
      return
    }
    switch halfWidth(value) {
    case 0x0A, 0x0D: self = .lineBreak
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0x23, 0x26, 0x2A, 0x2B, 0x2D...0x2F, 0x3D, 0x40, 0x5C, 0x5E...0x60, 0x7C, 0x7E, 0xA6, 0xB7,
      0x2010...0x2013, 0x2022, 0x2027, 0x203B, 0x2043, 0x2219, 0x2500...0x257F, 0x25A0...0x25FF,
      0x2605...0x2606, 0x2660...0x2667, 0x2764, 0x30FB, 0xFF65:
      self = .symbol
    case ..<0x20, 0x7F...0x9F, 0xAD, 0x034F, 0x0334...0x0338, 0x061C, 0x115F...0x1160,
      0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0x20D0...0x20F0, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0xFFFE...0xFFFF,
      0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      self = .invisible
    default: self = .no
    }
  }
}

/// The ASCII form of a full-width sign, letter or digit; other scalars as they are.
func halfWidth(_ value: UInt32) -> UInt32 {
  value >= 0xFF01 && value <= 0xFF5E ? value - 0xFEE0 : value == 0x3000 ? 0x20 : value
}

/// The lower-case form where that is one scalar.
func lowerCase(_ value: UInt32) -> UInt32 {
  if value < 0x80 { return value >= 0x41 && value <= 0x5A ? value + 0x20 : value }
  switch value {
  case 0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF, 0x2160...0x216F, 0x24B6...0x24CF:
    guard let scalar = Unicode.Scalar(value) else { return value }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    guard let first = lower.first, lower.count == 1 else { return value }
    return first.value
  default:
    return value
  }
}

/// Whether a scalar, in any width, is part of a word in Latin letters and digits.
func isLatin(_ value: UInt32) -> Bool {
  switch halfWidth(value) {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: true
  default: false
  }
}

func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(halfWidth(value)) }

/// Whether a scalar is a Han character.
func isHan(_ value: UInt32) -> Bool {
  switch value {
  case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
  default: false
  }
}
