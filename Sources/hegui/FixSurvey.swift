import Linting
import Reading
import Rules
import SourceText

/// Finds out which kinds of fixes rules offer, by their own cases.
struct FixSurvey {
  private let linters: [Profile?: Linter]

  init(_ ruleset: Ruleset) throws {
    guard let today = Day(year: 2026, month: 3, day: 1) else {
      throw CommandError(message: "a day that there is")
    }
    var linters: [Profile?: Linter] = [:]
    let profiles = Set(ruleset.rules.flatMap { $0.cases.filter(\.isFlagged).map(\.profile) })
    for profile in profiles {
      var options = Linter.Options(today: today)
      options.profile = profile
      linters[profile] = try ruleset.linter(options: options, cacheFolder: cacheFolder())
    }
    self.linters = linters
  }

  /// The most careful kind that the rule's findings have; nil where none has a fix.
  func safety(of rule: any Rule) -> Fix.Safety? {
    var found: Set<Fix.Safety> = []
    for example in rule.cases where example.isFlagged {
      let draft = example.draft.replacing("⟦", with: "").replacing("⟧", with: "")
      let report = linters[example.profile]?.lint(
        path: "case",
        bytes: Array(draft.utf8),
        format: example.format
      )
      for finding in report?.findings ?? [] where finding.rule == rule.info.id {
        if let fix = finding.fix { found.insert(fix.safety) }
      }
    }
    return found.contains(.unsafe) ? .unsafe : found.first
  }
}
