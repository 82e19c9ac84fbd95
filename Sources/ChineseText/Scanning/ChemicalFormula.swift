/// Tokens such as `H₂O`, `NaCl`, `CaCO3`, `Ca²⁺`.
enum ChemicalFormula {
  /// Whether a word is made of two and more chemical elements with a digit or a small letter among them, or
  /// has a superscript or subscript.
  static func matches(_ word: Range<Int>, of text: [UInt8]) -> Bool {
    guard word.count <= 24, !word.isEmpty else { return false }
    if text[word].contains(where: { $0 >= 0x80 }) { return hasScript(word, of: text) }
    var index = word.lowerBound
    var elements = 0
    var isPlainWord = true
    while index < word.upperBound {
      let length = elementLength(at: index, in: word, of: text)
      if length == 0 { return false }
      if length == 2 { isPlainWord = false }
      index += length
      elements += 1
      while index < word.upperBound, (0x30...0x39).contains(text[index]) {
        isPlainWord = false
        index += 1
      }
    }
    return elements > 1 && !isPlainWord
  }

  private static func hasScript(_ word: Range<Int>, of text: [UInt8]) -> Bool {
    var index = word.lowerBound
    while index < word.upperBound, let scalar = text.scalar(at: index) {
      if CharacterTable.shared.kind(of: scalar) == .script { return true }
      index += UTF8.width(scalar)
    }
    return false
  }

  /// The length of the element's symbol at an offset; 0 where there is none.
  private static func elementLength(at index: Int, in word: Range<Int>, of text: [UInt8]) -> Int {
    let first = text[index]
    guard (0x41...0x5A).contains(first) else { return 0 }
    let next = index + 1
    if next < word.upperBound, (0x61...0x7A).contains(text[next]) {
      return pairs.contains(UInt16(first) << 8 | UInt16(text[next])) ? 2 : 0
    }
    switch first {
    case 0x42, 0x43, 0x46, 0x48, 0x49, 0x4B, 0x4E, 0x4F, 0x50, 0x53, 0x55, 0x56, 0x57, 0x59:
      return 1
    default: return 0
    }
  }

  /// The usual elements with two letters.
  private static let pairs: Set<UInt16> = Set(
    [
      "He", "Li", "Be", "Ne", "Na", "Mg", "Al", "Si", "Cl", "Ar", "Ca", "Cr", "Mn", "Fe", "Co",
      "Ni", "Cu", "Zn", "As", "Se", "Br", "Ag", "Cd", "Sn", "Ba", "Pt", "Au", "Hg", "Pb", "Bi",
      "Gd", "Tc", "Sr", "Ra",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt16($1) } }
  )
}
