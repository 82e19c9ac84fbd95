/// A field under way: its code, then what it shows.
struct WordField {
  var code = ""
  var isInCode = true
  /// Whether a link of it is open.
  var isLink = false
  var isContents = false

  /// Where a `HYPERLINK` leads; nil for other fields and for places in the document.
  var linkTarget: String? {
    let words = Self.words(of: code)
    guard words.first?.uppercased() == "HYPERLINK", words.count > 1, !words[1].hasPrefix("\\")
    else { return nil }
    return words[1]
  }

  var isTableOfContents: Bool { Self.words(of: code).first?.uppercased() == "TOC" }

  /// The words of a field's code, quotation marks taken off.
  private static func words(of code: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for scalar in code.unicodeScalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if scalar.properties.isWhitespace, !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}

/// The character that a symbol font shows at a place; a square for the many that mean nothing.
func wordSymbol(font: String, code: Int) -> String {
  let place = code & 0xFF
  if font.lowercased() == "symbol" {
    if let character = symbolFont[place] { return character }
    let letter = place - 0x40
    if letter > 0, letter < 27 { return String(greekCapitals[letter - 1]) }
    if letter > 32, letter < 59 { return String(greekLetters[letter - 33]) }
  }
  return wingdings[place] ?? "□"
}

private let greekCapitals = Array("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ")
private let greekLetters = Array("αβχδεφγηιϕκλμνοπθρστυϖωξψζ")
private let symbolFont = [
  0x2B: "+", 0x2D: "−", 0x3D: "=", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB2: "″",
  0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xAC: "←",
  0xAD: "↑", 0xAF: "↓", 0xD6: "√", 0xE5: "∑", 0x25: "%", 0x3C: "<", 0x3E: ">", 0x7E: "～",
]
private let wingdings = [
  0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xA8: "□", 0x6F: "□", 0x6E: "■", 0x6C: "●", 0x75: "◆",
  0x28: "☎", 0x2A: "✉", 0xE0: "→", 0xD8: "➢",
]
