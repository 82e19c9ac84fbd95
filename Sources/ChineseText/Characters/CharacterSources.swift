/// The lists that the table is made of, from the weakest to the strongest claim on a character.
enum CharacterSources {
  struct Source {
    let list: StaticString
    let kind: CharacterClass
    /// Every second character is only the form that the one before it stands for.
    let isPairs: Bool
  }

  static var all: [Source] {
    [
      Source(list: CharacterForms.variant, kind: .variant, isPairs: true),
      Source(list: CharacterForms.japanese, kind: .japanese, isPairs: true),
      Source(
        list: CharacterForms.traditionalAmbiguous,
        kind: .traditionalAmbiguous,
        isPairs: true
      ),
      Source(list: CharacterForms.traditional, kind: .traditional, isPairs: true),
      Source(list: CharacterForms.radical, kind: .radical, isPairs: true),
      Source(list: CharacterForms.compatibility, kind: .compatibility, isPairs: true),
      Source(list: StandardCharacters.level3, kind: .rareLevel3, isPairs: false),
      Source(list: RareWhitelist.characters, kind: .hanWhitelisted, isPairs: false),
      Source(list: StandardCharacters.level2, kind: .hanLevel2, isPairs: false),
      Source(list: StandardCharacters.level1, kind: .hanLevel1, isPairs: false),
      Source(list: "〇零一二三四五六七八九十百千万亿两", kind: .hanNumeral, isPairs: false),
    ]
  }
}
