import ChineseText
import Linting
import SourceText

/// Reads the notation of guards: words parted by spaces, such as `N D ns=(研究|试验) cls=kepu`.
enum GuardReader {
  /// Why a word is no guard, and what to write instead.
  struct Failure: Error {
    let reason: Localized
  }

  static func guards(_ text: String) throws(Failure) -> Guards {
    var guards = Guards()
    guard text != "-" else { return guards }
    for word in text.unicodeScalars.split(separator: " ") { try take(String(word), into: &guards) }
    return guards
  }

  /// Compiles the expressions, which otherwise wait for their first use.
  static func validate(_ guards: Guards) throws(PatternError) {
    for test in [
      guards.notBefore, guards.notAfter, guards.notIn, guards.needed, guards.neededInParagraph,
      guards.notInParagraph, guards.notInDraft,
    ] {
      try test?.validate()
    }
  }

  private static func take(_ word: String, into guards: inout Guards) throws(Failure) {
    if let excuse = excuses.first(where: { $0.key == word }) {
      guards.excuses.insert(excuse.value)
      return
    }
    if let extent = Guards.Extent(rawValue: word) {
      guards.extent = extent
      return
    }
    let parts = word.unicodeScalars.split(
      separator: "=",
      maxSplits: 1,
      omittingEmptySubsequences: false
    ).map(String.init)
    guard parts.count == 2 else { throw unknown(word) }
    let (key, value) = (parts[0], parts[1])
    guard !value.isEmpty else {
      throw Failure(
        reason: Localized("条件「\(key)」后面没有值", "the guard \"\(key)\" has no value")
      )
    }
    switch key {
    case "nb": guards.notBefore = SentenceTest("(?:\(value))$")
    case "na": guards.notAfter = SentenceTest("^(?:\(value))")
    case "ns": guards.notIn = SentenceTest(value)
    case "s": guards.needed = SentenceTest(value)
    case "p": guards.neededInParagraph = SentenceTest(value)
    case "np": guards.notInParagraph = SentenceTest(value)
    case "nd": guards.notInDraft = SentenceTest(value)
    case "cls": try take(classes: value, into: &guards)
    case "said":
      try take(classes: value, into: &guards)
      guards.needsDeclaredClass = true
    case "scope" where value == "title": guards.isForTitle = true
    default: throw unknown(word)
    }
  }

  private static func take(classes value: String, into guards: inout Guards) throws(Failure) {
    let isExcluded = value.hasPrefix("!")
    for name in value.unicodeScalars.split(whereSeparator: { $0 == "," || $0 == "!" }).map(
      String.init
    ) {
      guard let kind = DocumentClass.Kind(rawValue: name) else {
        throw Failure(
          reason: Localized("没有稿件类别「\(name)」", "\"\(name)\" is no class of drafts")
            .suggesting(name, of: kinds, separator: " ")
        )
      }
      if isExcluded {
        guards.otherClasses.insert(kind)
      } else {
        guards.classes = guards.classes ?? []
        guards.classes?.insert(kind)
      }
    }
  }

  private static func unknown(_ word: String) -> Failure {
    let known = excuses.map(\.key).sorted() + Guards.Extent.allCases.map(\.rawValue) + keys
    let name = String(word.prefix { $0 != "=" })
    return Failure(
      reason: Localized("没有条件「\(name)」", "unknown guard \"\(name)\"")
        .suggesting(name, of: known, separator: " ")
    )
  }

  private static let kinds = DocumentClass.Kind.allCases.map(\.rawValue)
  private static let keys = ["nb", "na", "ns", "s", "p", "np", "nd", "cls", "said", "scope"]
  private static let excuses: KeyValuePairs<String, Guards.Excuses> = [
    "N": .negated, "D": .debunked, "L": .lawText, "Q": .asked, "R": .refuted,
    "cite": .cited,
  ]
}
