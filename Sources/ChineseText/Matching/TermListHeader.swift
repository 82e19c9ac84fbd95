/// What a term list says of itself before its first entry.
struct TermListHeader: Hashable {
  var fold = Fold.all
  var skipsSymbols = false
  /// Whether an entry's Latin end needs a neighbour that is no Latin letter or digit.
  var hasLatinBoundary = true
  var lexiconVeto = LexiconVeto.Mode.none
  /// The words of `columns`; empty where the list does not name them.
  var columns: [String] = []
  /// The words of `# meta:` of an organisation's list.
  var meta: [String: String] = [:]

  /// What every list of one form starts from.
  init(form: TermList.Form) {
    skipsSymbols = form == .operators
    hasLatinBoundary = form != .literals
  }

  /// Whether the third column must hold `E`, `W` or `S`.
  var hasCertainty: Bool { columns.count < 3 || columns[2] == "certainty" }

  /// Whether the fourth column holds guards.
  var hasGuards: Bool { columns.count < 4 || columns[3] == "guards" }

  static let keys = [
    "list", "title", "source", "licence", "fold", "skip", "boundary", "lexicon-veto", "columns",
  ]

  /// Takes one header line; nil is fine, otherwise what is wrong with it.
  mutating func take(key: String, value: String) -> TermListError.Problem? {
    switch key {
    case "list", "title", "source", "licence":
      return nil
    case "fold":
      fold = []
      return each(of: value, key: key, known: Fold.names) { fold.insert(Fold(name: $0)) }
    case "skip":
      return each(of: value, key: key, known: ["invisible", "symbols"]) {
        if $0 == "symbols" { skipsSymbols = true }
      }
    case "boundary":
      return each(of: value, key: key, known: ["latin", "none"]) {
        hasLatinBoundary = $0 == "latin"
      }
    case "lexicon-veto":
      return each(of: value, key: key, known: LexiconVeto.Mode.names) {
        lexiconVeto = LexiconVeto.Mode(name: $0)
      }
    case "columns":
      columns = value.split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
      return nil
    default:
      return .unknownKey(key, known: Self.keys)
    }
  }

  private func each(
    of value: String,
    key: String,
    known: [String],
    _ take: (String) -> Void
  ) -> TermListError.Problem? {
    for word in value.split(separator: " ").map(String.init) {
      guard known.contains(word) else { return .unknownValue(word, key: key, known: known) }
      take(word)
    }
    return nil
  }
}

extension Fold {
  static let names = ["width", "case", "traditional", "none"]

  /// One of `names`.
  fileprivate init(name: String) {
    switch name {
    case "width": self = .width
    case "case": self = .letterCase
    case "traditional": self = .traditional
    default: self = []
    }
  }
}
