import Linting
import Reading
import Rules
import SourceText
import TestSupport
import Testing

/// What one rule finds in a draft; HTML where it starts with `<`.
func findings(of id: String, in draft: String, profile: Profile? = nil) throws -> [Finding] {
  let rule = try #require(ruleset.rules.first { $0.info.id == id })
  let format: DraftFormat = draft.hasPrefix("<") ? .html : .markdown
  let report = try linter(of: rule, profile: profile).lint(draft, as: format)
  try #require(report.error == nil)
  return report.findings.filter { $0.rule == id }
}

/// The source texts of what one rule finds in a draft.
func foundTexts(of id: String, in draft: String, profile: Profile? = nil) throws -> [String] {
  let bytes = Array(draft.utf8)
  return try findings(of: id, in: draft, profile: profile).map {
    String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self)
  }
}
