import ChineseText
import Glibc
import Linting
import Reading
import SourceText

@testable import Rules

/// What takes bytes from outside.
enum Parser: String, CaseIterable {
  /// A file's bytes in any encoding.
  case decode
  case html
  case markdown
  case text
  /// A rule pack in YAML.
  case pack
  /// A `hegui.yml`.
  case configuration
  /// A term list.
  case list
  /// Changes to the file that keeps compiled term lists.
  case cache
  /// A draft through the whole linter, with the rules of the folder HEGUI_FUZZ_RULES.
  case lint

  /// Gives the bytes to the parser and traps where a law of its result is broken.
  func feed(_ bytes: [UInt8]) {
    switch self {
    case .decode: _ = decoded(bytes)
    case .html: readAndCheck(bytes, as: .html)
    case .markdown: readAndCheck(bytes, as: .markdown)
    case .text: readAndCheck(bytes, as: .text)
    case .pack:
      let text = String(decoding: bytes, as: UTF8.self)
      guard let root = try? YAMLNode(parsing: text, path: "fuzz.yml") else { return }
      _ = try? PackReader(path: "fuzz.yml", sources: ["house"]).rules(in: root)
    case .configuration:
      _ = try? Configuration(parsing: String(decoding: bytes, as: UTF8.self), path: "hegui.yml")
    case .list: searchAndCheck(list: bytes)
    case .cache: searchAndCheck(cacheDamage: bytes)
    case .lint: lintAndCheck(bytes)
    }
  }

  private func decoded(_ bytes: [UInt8]) -> Source? {
    guard let source = try? decodeSource(path: "fuzz", bytes: bytes) else { return nil }
    checkLaws(of: source)
    return source
  }

  private func readAndCheck(_ bytes: [UInt8], as format: DraftFormat) {
    guard let source = decoded(bytes), let draft = try? readDraft(source, as: format) else {
      return
    }
    checkLaws(of: draft)
  }

  /// The first byte chooses the format, so that one run covers all of them.
  private func lintAndCheck(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let format = DraftFormat.allCases[Int(first) % DraftFormat.allCases.count]
    let report = linter.lint(path: "fuzz", bytes: Array(bytes.dropFirst()), format: format)
    checkLaws(of: report)
  }
}

private let linter: Linter = {
  do {
    let folder = unsafe getenv("HEGUI_FUZZ_RULES").map { unsafe String(cString: $0) } ?? "rules"
    var loader = RulesetLoader()
    try loader.add(folder: folder)
    guard let today = Day(year: 2026, month: 3, day: 1) else { preconditionFailure("no such day") }
    return try loader.ruleset().linter(options: Linter.Options(today: today), cacheFolder: nil)
  } catch {
    require(false, "the rules load: \(error)")
    preconditionFailure()
  }
}()
