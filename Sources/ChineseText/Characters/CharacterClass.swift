/// What the scanner makes of a scalar; every scalar has exactly one class.
package enum CharacterClass: UInt8, Sendable {
  /// Level 1 of the table of standard characters (通用规范汉字表).
  case hanLevel1
  case hanLevel2
  /// Level 3 or outside the table, and on the list of those that need no remark.
  case hanWhitelisted
  /// A letter of a script that takes no part in Latin words: kana, Hangul, Thai …
  case otherLetter

  // The classes above are passed over by the scan.

  /// `〇零一二三四五六七八九十百千万亿两`.
  case hanNumeral
  case traditional
  case traditionalAmbiguous
  case variant
  case japanese
  case compatibility
  case radical
  case rareLevel3
  case rareOutside

  // The classes above, `otherLetter` apart, are Han.

  case latin
  /// Accented Latin, Greek, Cyrillic, combining marks.
  case alphabetic
  case digit
  /// Superscripts and subscripts.
  case script
  /// Punctuation and symbols, ASCII ones included.
  case mark
  /// The marks of GB/T 15834 in their Chinese shape.
  case chineseMark
  case space
  case fullwidthLatin
  case fullwidthDigit
  case fullwidthSign
  case invisible
  case bidiControl
  case control
  case privateUse
  case replacement
  case emoji

  package var isHan: Bool {
    rawValue <= CharacterClass.rareOutside.rawValue && self != .otherLetter
  }

  /// Whether the character takes part in Latin words and numbers.
  package var isAlphanumeric: Bool {
    switch self {
    case .latin, .alphabetic, .digit, .script, .fullwidthLatin, .fullwidthDigit: true
    default: false
    }
  }

  /// Nil for characters that no rule of the group `character` looks at.
  package var oddity: Oddity.Kind? {
    switch self {
    case .traditional: .traditional
    case .traditionalAmbiguous: .traditionalAmbiguous
    case .variant: .variant
    case .japanese: .japanese
    case .compatibility: .compatibility
    case .radical: .radical
    case .rareLevel3: .rareLevel3
    case .rareOutside: .rareOutside
    case .fullwidthLatin: .fullwidthLatin
    case .fullwidthDigit: .fullwidthDigit
    case .fullwidthSign: .fullwidthSign
    case .invisible: .invisible
    case .bidiControl: .bidiControl
    case .control: .control
    case .privateUse: .privateUse
    case .replacement: .replacement
    case .emoji: .emoji
    default: nil
    }
  }
}
