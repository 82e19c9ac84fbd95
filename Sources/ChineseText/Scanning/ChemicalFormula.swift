/// Tokens such as `H₂O`, `NaCl`, `CaCO3`, `Ca²⁺`.
enum ChemicalFormula {
  /// Whether a word is made of two and more chemical elements with a digit or a small letter among them, or
  /// has a superscript or subscript.
  static func matches(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 24 else { return false }
    if word.contains(where: { $0 >= 0x80 }) { return hasScript(word) }
    var index = word.startIndex
    var elements = 0
    var isPlainWord = true
    while index < word.endIndex {
      guard let length = element(in: word, at: index) else { return false }
      if length == 2 { isPlainWord = false }
      index += length
      elements += 1
      while index < word.endIndex, (0x30...0x39).contains(word[index]) {
        isPlainWord = false
        index += 1
      }
    }
    return elements > 1 && !isPlainWord
  }

  private static func hasScript(_ word: ArraySlice<UInt8>) -> Bool {
    String(decoding: word, as: UTF8.self).unicodeScalars.contains {
      CharacterTable.shared.kind(of: $0) == .script
    }
  }

  private static func element(in word: ArraySlice<UInt8>, at index: Int) -> Int? {
    let first = word[index]
    guard (0x41...0x5A).contains(first) else { return nil }
    let next = index + 1
    if next < word.endIndex, (0x61...0x7A).contains(word[next]) {
      return pairs.contains(UInt16(first) << 8 | UInt16(word[next])) ? 2 : nil
    }
    return "HBCNOFPSKVYIWU".utf8.contains(first) ? 1 : nil
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
