/// A condition on the text around a hit.
struct TermGuard: Hashable {
  enum Kind: Hashable {
    case before
    case after
    /// Inside a longer word that holds the term.
    case word
    case sentence
  }

  let kind: Kind
  /// Whether one of the texts must be there; otherwise none may be.
  let isNeeded: Bool
  let texts: [String]

  /// Reads the handbook's notation, `¬前{a,b}须后{c}`; nil where the text is something else.
  static func read(_ text: String) -> [Self]? {
    var guards: [Self] = []
    var rest = text[...]
    while true {
      rest = rest.drop { $0 == " " || $0 == "；" || $0 == ";" || $0 == "、" }
      guard !rest.isEmpty else { return guards.isEmpty ? nil : guards }
      guard let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}"), open < close,
        let (kind, isNeeded) = sign(rest[..<open])
      else { return nil }
      let inside = rest[rest.index(after: open)..<close]
      let texts = inside.split { $0 == "," || $0 == "，" }.map(trimmed)
      guard !texts.isEmpty, !texts.contains(""), !inside.contains("{") else { return nil }
      guards.append(Self(kind: kind, isNeeded: isNeeded, texts: texts))
      rest = rest[rest.index(after: close)...]
    }
  }

  private static func sign(_ text: Substring) -> (Kind, Bool)? {
    switch text {
    case "¬前": (.before, false)
    case "¬后": (.after, false)
    case "须前": (.before, true)
    case "须后": (.after, true)
    case "¬词": (.word, false)
    case "¬句": (.sentence, false)
    case "须句": (.sentence, true)
    default: nil
    }
  }
}

private func trimmed(_ text: Substring) -> String {
  String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
}
