extension Unicode.Scalar {
  /// The standard character that a traditional, variant, Japanese, compatibility or radical form stands
  /// for; the likeliest where there are several; nil for all others.
  package var standardForm: Unicode.Scalar? { StandardForms.shared.targets[self] }

  /// The place in the table of standard characters, from 1 to 8105; nil outside the table.
  package var standardSerial: Int? { StandardSerials.shared.serials[self] }
}

/// The places in the table of standard characters; only built when a message asks for one.
private struct StandardSerials: Sendable {
  static let shared = StandardSerials()

  private(set) var serials: [Unicode.Scalar: Int] = [:]

  private init() {
    serials.reserveCapacity(8105)
    for level in [
      StandardCharacters.level1, StandardCharacters.level2, StandardCharacters.level3,
    ] {
      for scalar in level.description.unicodeScalars where scalar != "\n" {
        serials[scalar] = serials.count + 1
      }
    }
  }
}

/// The forms that have a standard one; only built when a fix asks for it.
private struct StandardForms: Sendable {
  static let shared = StandardForms()

  private(set) var targets: [Unicode.Scalar: Unicode.Scalar] = [:]

  private init() {
    targets.reserveCapacity(8000)
    for list in [
      CharacterForms.variant, CharacterForms.japanese, CharacterForms.traditionalAmbiguous,
      CharacterForms.traditional, CharacterForms.radical, CharacterForms.compatibility,
    ] {
      var key: Unicode.Scalar?
      for scalar in list.description.unicodeScalars where scalar != "\n" {
        if let form = key {
          targets[form] = scalar
          key = nil
        } else {
          key = scalar
        }
      }
    }
  }
}
