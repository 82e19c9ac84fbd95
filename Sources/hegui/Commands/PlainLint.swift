import ArgumentParser
import Linting
import Reporting

/// Reads the words of an ordinary `hegui lint` without ArgumentParser, which takes longer over all
/// commands and options than a lint of one draft does.
struct PlainLint {
  private var lint = LintCommand()
  private var rule = RuleArguments()
  private var output = OutputArguments()
  private var fixing = FixArguments()
  private var paths: [String] = []
  private var seen: [String] = []

  /// The command that ArgumentParser would make of the program's words.
  ///
  /// Nil for all that is out of the ordinary, such as help, a mistake or an option given twice:
  /// ArgumentParser knows what to say.
  static func command(of words: [String]) -> LintCommand? {
    guard words.first == "lint" else { return nil }
    var reader = PlainLint()
    var words = words.dropFirst()
    while let word = words.popFirst() {
      guard reader.read(word, &words) else { return nil }
    }
    return reader.command()
  }

  /// What ArgumentParser sets where the words say nothing.
  private init() {
    rule.config = nil
    rule.noConfig = false
    rule.rules = []
    rule.lang = .zh
    output.format = []
    output.output = []
    output.color = .auto
    output.quiet = false
    output.statistics = false
    fixing.fix = false
    fixing.unsafe = false
    fixing.diff = false
    lint.failOn = .error
    lint.select = []
    lint.ignore = []
    lint.profile = nil
    lint.stdinName = nil
    lint.inputFormat = nil
    lint.today = nil
    lint.baseline = nil
    lint.writeBaseline = nil
    lint.jobs = nil
  }

  /// Nil where a check of the arguments fails.
  private mutating func command() -> LintCommand? {
    do {
      try rule.validate()
      try output.validate()
      try fixing.validate()
      try lint.validate()
      lint.rule = rule
      lint.output = output
      lint.fixing = fixing
      lint.paths = paths.isEmpty ? ["."] : paths
      return lint
    } catch {
      return nil
    }
  }

  private mutating func read(_ word: String, _ words: inout ArraySlice<String>) -> Bool {
    guard word.hasPrefix("-"), word != "-" else {
      paths.append(word)
      return true
    }
    guard word.hasPrefix("--") else { return false }
    let name = String(word.dropFirst(2))
    if readFlag(name) { return true }
    guard let value = words.popFirst(), !value.hasPrefix("-"), !value.isEmpty else { return false }
    if readRepeated(value, of: name) { return true }
    guard !seen.contains(name) else { return false }
    seen.append(name)
    return readOnce(value, of: name)
  }

  private mutating func readFlag(_ name: String) -> Bool {
    guard !seen.contains(name) else { return false }
    switch name {
    case "no-config": rule.noConfig = true
    case "quiet": output.quiet = true
    case "statistics": output.statistics = true
    case "fix": fixing.fix = true
    case "unsafe": fixing.unsafe = true
    case "diff": fixing.diff = true
    default: return false
    }
    seen.append(name)
    return true
  }

  private mutating func readRepeated(_ value: String, of name: String) -> Bool {
    switch name {
    case "rules": rule.rules.append(value)
    case "format": output.format.append(value)
    case "output": output.output.append(value)
    case "select": lint.select.append(value)
    case "ignore": lint.ignore.append(value)
    default: return false
    }
    return true
  }

  private mutating func readOnce(_ value: String, of name: String) -> Bool {
    switch name {
    case "config": rule.config = value
    case "stdin-name": lint.stdinName = value
    case "input-format": lint.inputFormat = value
    case "today": lint.today = value
    case "baseline": lint.baseline = value
    case "write-baseline": lint.writeBaseline = value
    case "lang": return set(&rule.lang, Language(rawValue: value))
    case "color": return set(&output.color, ColorChoice(rawValue: value))
    case "fail-on": return set(&lint.failOn, FailureLevel(rawValue: value))
    case "profile":
      lint.profile = Profile(rawValue: value)
      return lint.profile != nil
    case "jobs":
      lint.jobs = Int(value)
      return lint.jobs != nil
    default: return false
    }
    return true
  }

  private func set<Value>(_ place: inout Value, _ value: Value?) -> Bool {
    guard let value else { return false }
    place = value
    return true
  }
}
