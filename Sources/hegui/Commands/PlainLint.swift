import Linting
import Reporting

/// Reads the words of an ordinary `hegui lint` without ArgumentParser, which takes longer over all
/// commands and options than a lint of one draft does.
struct PlainLint {
  private var choice = LintChoice()
  private var paths: [String] = []
  private var seen: [String] = []

  private init() {}

  /// What ArgumentParser would make of the program's words.
  ///
  /// Nil for all that is out of the ordinary, such as help, a mistake or an option given twice:
  /// ArgumentParser knows what to say.
  static func choice(of words: [String]) -> LintChoice? {
    guard words.first == "lint" else { return nil }
    var reader = PlainLint()
    var words = words.dropFirst()
    while let word = words.popFirst() {
      guard reader.read(word, &words) else { return nil }
    }
    var choice = reader.choice
    if !reader.paths.isEmpty { choice.paths = reader.paths }
    let problem = choice.problem ?? choice.rules.problem ?? choice.fixing.problem
    return problem == nil ? choice : nil
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
    case "no-config": choice.rules.noConfig = true
    case "quiet": choice.output.isQuiet = true
    case "statistics": choice.output.wantsStatistics = true
    case "fix": choice.fixing.fix = true
    case "unsafe": choice.fixing.unsafe = true
    case "diff": choice.fixing.diff = true
    default: return false
    }
    seen.append(name)
    return true
  }

  private mutating func readRepeated(_ value: String, of name: String) -> Bool {
    switch name {
    case "rules": choice.rules.folders.append(value)
    case "format": choice.output.formats.append(value)
    case "output": choice.output.files.append(value)
    case "select": choice.select.append(value)
    case "ignore": choice.ignore.append(value)
    default: return false
    }
    return true
  }

  private mutating func readOnce(_ value: String, of name: String) -> Bool {
    switch name {
    case "config": choice.rules.config = value
    case "stdin-name": choice.stdinName = value
    case "input-format": choice.inputFormat = value
    case "today": choice.today = value
    case "baseline": choice.baseline = value
    case "write-baseline": choice.writeBaseline = value
    case "lang": return set(&choice.rules.language, Language(rawValue: value))
    case "color": return set(&choice.output.color, ColorChoice(rawValue: value))
    case "fail-on": return set(&choice.failOn, FailureLevel(rawValue: value))
    case "profile":
      choice.profile = Profile(rawValue: value)
      return choice.profile != nil
    case "jobs":
      choice.jobs = Int(value)
      return choice.jobs != nil
    default: return false
    }
    return true
  }
}

/// Whether there is a value to put into the place.
private func set<Value>(_ place: inout Value, _ value: Value?) -> Bool {
  guard let value else { return false }
  place = value
  return true
}
