/// The lists that the table is made of, from the weakest to the strongest claim on a character.
enum CharacterSources {
  static func visit(_ body: (UInt32, CharacterClass) -> Void) {
    keys(of: CharacterForms.variant, .variant, body)
    keys(of: CharacterForms.japanese, .japanese, body)
    keys(of: CharacterForms.traditionalAmbiguous, .traditionalAmbiguous, body)
    keys(of: CharacterForms.traditional, .traditional, body)
    keys(of: CharacterForms.radical, .radical, body)
    keys(of: CharacterForms.compatibility, .compatibility, body)
    all(of: StandardCharacters.level3, .rareLevel3, body)
    all(of: RareWhitelist.characters, .hanWhitelisted, body)
    all(of: StandardCharacters.level2, .hanLevel2, body)
    all(of: StandardCharacters.level1, .hanLevel1, body)
    all(of: "〇零一二三四五六七八九十百千万亿两", .hanNumeral, body)
  }

  private static func all(
    of list: StaticString,
    _ kind: CharacterClass,
    _ body: (UInt32, CharacterClass) -> Void
  ) {
    for scalar in list.description.unicodeScalars where scalar != "\n" { body(scalar.value, kind) }
  }

  private static func keys(
    of pairs: StaticString,
    _ kind: CharacterClass,
    _ body: (UInt32, CharacterClass) -> Void
  ) {
    var isKey = true
    for scalar in pairs.description.unicodeScalars where scalar != "\n" {
      if isKey { body(scalar.value, kind) }
      isKey.toggle()
    }
  }
}
