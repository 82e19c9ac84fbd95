import ChineseText
package import Linting
import SourceText

/// Why rules or their data cannot be used; says where, what, and what to do.
package struct RulePackError: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  /// From 1; nil where the whole file is meant.
  package let line: Int?
  package let reason: Localized

  package init(_ path: String, line: Int? = nil, _ reason: Localized) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  init(_ error: TermListError) {
    self.init(
      error.file,
      line: error.line,
      Localized(error.problem.chinese, error.problem.description)
    )
  }

  private var place: String { line.map { "\(path):\($0)" } ?? path }

  /// For who has asked for English.
  package var english: String { told.en }

  /// For who has chosen a language.
  package var told: Localized { Localized("\(place): \(reason.zh)", "\(place): \(reason.en)") }

  /// In both languages, where nobody has chosen one.
  package var description: String { "\(place): \(reason.zh)（\(reason.en)）" }
}

extension Localized {
  /// With a word that may have been meant.
  func suggesting(_ word: String?) -> Localized {
    guard let word else { return self }
    return Localized("\(zh)，是不是「\(word)」？", "\(en), did you mean \"\(word)\"?")
  }

  /// With the one that may have been meant, else with all that there are.
  func suggesting(_ word: String, of known: [String], separator: String = ", ") -> Localized {
    if let near = nearest(to: word, among: known) { return suggesting(near) }
    let list = known.joined(separator: separator)
    return Localized("\(zh)，可以用：\(list)", "\(en), known are \(list)")
  }

  static func list(_ key: String) -> Localized {
    Localized("「\(key)」应是列表", "\"\(key)\" is a list")
  }

  static func unreadable(_ error: FileError) -> Localized {
    Localized(
      "读不到（\(error.chineseReason)），请检查路径",
      "cannot be read (\(error.reason)): check the path"
    )
  }

  static func unreadableList(_ error: FileError) -> Localized {
    Localized(
      "词表 \(error.path) 读不到（\(error.chineseReason)），请检查路径",
      "the list \(error.path) cannot be read (\(error.reason)): check the path"
    )
  }

  static let noTerm = Localized(
    "这一条没有词，请补上或删去这一行",
    "the entry has no term, write one or remove the line"
  )

  /// What something else says of itself.
  init(quoting error: any Error) {
    switch error {
    case let error as PatternError: self = error.reason
    default: self.init("\(error)", "\(error)")
    }
  }
}
