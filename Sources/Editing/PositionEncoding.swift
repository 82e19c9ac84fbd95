/// What an editor counts in a line.
enum PositionEncoding: String {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The first that the editor offers and that is known here; UTF-16, which all know, where it offers none.
  init(offered names: [String]) {
    self = names.lazy.compactMap(PositionEncoding.init).first ?? .utf16
  }

  /// How many units the code point counts for that starts with a byte of UTF-8.
  func units(ofCodePointStartingWith byte: UInt8) -> Int {
    switch self {
    case .utf8: byteCount(ofCodePointStartingWith: byte)
    case .utf16: byte >= 0xF0 ? 2 : 1
    case .utf32: 1
    }
  }
}

func byteCount(ofCodePointStartingWith byte: UInt8) -> Int {
  switch byte {
  case ..<0xC0: 1
  case ..<0xE0: 2
  case ..<0xF0: 3
  default: 4
  }
}
