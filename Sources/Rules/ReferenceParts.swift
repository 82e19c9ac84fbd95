import ChineseText
import Linting
import Reading

/// What an entry of references tells of its work, as GB/T 7714 orders it.
struct ReferenceParts: Sendable {
  /// `J` of `[J/OL]`; nil where there is no mark of a type.
  let type: String?
  let isMarkedOnline: Bool
  /// From `http` on, without what cannot belong to it.
  let address: String?
  let hasIdentifier: Bool
  let hasYear: Bool
  /// A day in square brackets: `[2025-03-01]`.
  let hasAccessDate: Bool
  /// Volume, issue or pages: `32(7)`, `第3期`, `: 12-15`.
  let hasPlaceInIssue: Bool
  let hasPublisher: Bool
  /// The number of a standard or a document.
  let hasNumber: Bool
  /// Whether the title stands in 《》.
  let isInTitleMarks: Bool
  /// How many parts end in a full stop as the standard has it.
  let stopCount: Int
  /// What names the work, without marks and spaces: the title where it can be told, else all but numbers.
  let title: String
  let pages: String?

  /// Whether the entry follows the standard rather than plain words.
  var isStandardForm: Bool { type != nil || !isInTitleMarks && stopCount >= 2 }

  /// Whether there is nothing but an address.
  var isBareAddress: Bool { address != nil && title.unicodeScalars.count < 2 }

  /// Of an entry's text, without its number.
  init(_ text: String) throws {
    let mark = typeMark(in: text)
    type = mark?.type
    isMarkedOnline = mark?.isOnline ?? false
    address = webAddress(in: text)
    let words = address.flatMap { text.firstRange(of: $0) }.map {
      String(text[..<$0.lowerBound]) + " " + String(text[$0.upperBound...])
    }
    let rest = words ?? text
    hasIdentifier = try Self.identifier.matches(text)
    hasAccessDate = try Self.accessDate.matches(rest)
    hasYear = try Self.year.matches(rest)
    hasPlaceInIssue = try Self.issue.matches(rest)
    hasPublisher = try Self.publisher.matches(rest)
    hasNumber = try Self.number.matches(rest)
    isInTitleMarks = rest.contains("《")
    stopCount = Self.stops(in: rest)
    title = Self.title(of: rest)
    pages = Self.pages(of: rest)
  }

  private static let identifier = SentenceTest("(?i:doi)|10\\.\\d{4,}/|PMID")
  private static let accessDate = SentenceTest(
    "[\\[［【]\\s?(?:19|20)\\d{2}[-./年]\\d{1,2}(?:[-./月]\\d{1,2}日?)?\\s?[\\]］】]|访问(?:日期|时间)|(?:检索|引用)日期"
  )
  /// A year that is not an access date's.
  private static let year = SentenceTest("(?<![\\d\\[［【])(?:19|20)\\d{2}(?!\\d)|[〇零一二]{4}年")
  private static let issue = SentenceTest(
    "\\d\\s?[(（]\\s?(?:\\d|Suppl|增)|[:：]\\s?[A-Za-z]?\\d+|第\\s?\\d+\\s?[卷期页]|\\d+\\s?[卷期页]"
  )
  private static let publisher = SentenceTest(
    "出版|书店|书局|书社|印书馆|(?i:press|publish|organi[sz]ation|institute|university|elsevier|springer|wiley)|[:：]\\s?(?:\\p{Han}|[A-Z][A-Za-z]+[A-Za-z &]*[,，]\\s?(?:19|20)\\d\\d)"
  )
  private static let number = SentenceTest(
    "(?:GB|WS|YY|GBZ|DB|T)\\s?[/／]?\\s?[A-Z]*\\s?\\d|〔\\d{4}〕|第\\s?\\d+\\s?号"
  )

  /// Full stops behind a word, as `张三. 高血压[M].` has two of.
  private static func stops(in text: String) -> Int {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.dropFirst().count { index in
      guard scalars[index] == "." || scalars[index] == "．" else { return false }
      let left = scalars[index - 1]
      let isBehindWord =
        isHan(left) || left.properties.isAlphabetic || "]］】)）".unicodeScalars.contains(left)
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      return isBehindWord && (next.properties.isWhitespace || isHan(next) || next == "《")
    }
  }

  /// The text in 《》, else the second part of `作者. 题名[J].`, else all of it.
  private static func title(of text: String) -> String {
    if let start = text.firstIndex(of: "《"), let end = text[start...].firstIndex(of: "》") {
      return letters(of: text[start..<end])
    }
    let head = text.prefix { !"[［".contains($0) }
    let parts = head.split { ".．。".contains($0) }
    let named = parts.count > 1 ? letters(of: parts[1]) : ""
    return named.unicodeScalars.count >= 6 ? named : letters(of: text[...])
  }

  private static func letters(of text: Substring) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where isHan(scalar) || isLatin(scalar) {
      result.append(scalar)
    }
    return String(result).lowercased()
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic
  }

  /// The pages: `12-15` of `2020: 12-15.`.
  private static func pages(of text: String) -> String? {
    guard let colon = text.lastIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let tail = text[text.index(after: colon)...].filter { !$0.isWhitespace }
    let pages = tail.prefix { $0.isNumber || "-–—,，".contains($0) }
    return pages.contains(where: \.isNumber) ? String(pages) : nil
  }
}

/// The mark of a type in `…[J/OL].…`: capital letters of GB/T 7714, alone in square brackets.
private func typeMark(in text: String) -> (type: String, isOnline: Bool)? {
  var rest = text[...]
  while let open = rest.firstIndex(where: { "[［【".contains($0) }) {
    rest = rest[rest.index(after: open)...]
    let name = rest.prefix { !"]］】".contains($0) }.filter { !$0.isWhitespace }.uppercased()
    let parts = name.split { "/／".contains($0) }.map(String.init)
    if let type = parts.first, parts.count <= 2, (1...2).contains(type.utf8.count),
      type.utf8.allSatisfy(isLetterByte)
    {
      return (type, parts.last == "OL")
    }
  }
  return nil
}

/// The first address in a text.
private func webAddress(in text: String) -> String? {
  guard
    let start = ["http://", "https://", "www."].compactMap({ text.firstRange(of: $0)?.lowerBound })
      .min()
  else { return nil }
  let end = text[start...].unicodeScalars.firstIndex { !$0.isASCII || $0.value <= 0x20 }
  var address = text[start..<(end ?? text.endIndex)]
  while let last = address.last, ".,;)]".contains(last) { address.removeLast() }
  return String(address)
}

/// An entry together with its parts.
struct ReadReference: Sendable {
  let entry: ReferenceEntry
  let parts: ReferenceParts
}

/// The entries of a draft's references, read.
struct ReadReferences: DraftFact {
  let all: [ReadReference]

  init(_ draft: ScannedDraft) throws {
    let list = draft.fact(ReferenceList.self)
    all = try list.entries.compactMap { entry in
      let text = draft.draft.string(in: entry.text..<max(entry.text, entry.range.upperBound))
      return text.isBlank ? nil : ReadReference(entry: entry, parts: try ReferenceParts(text))
    }
  }
}
