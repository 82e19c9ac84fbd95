package import Linting
package import Reading
package import Reporting

/// Judges the drafts of an editor, each by the settings that hold where it lies.
package protocol DraftJudge {
  /// `path` is nil for a draft that no file holds; nil where the settings ask to leave the draft alone.
  mutating func judge(_ text: [UInt8], as format: DraftFormat, at path: String?) -> JudgedText?

  /// All that is known of rules, reasons and sources included; nil where the settings cannot be used.
  mutating func rules(at path: String?) -> RuleBook?

  /// Has settings, packs and lists read again.
  mutating func forgetSettings()
}

/// A draft's report, with what is said of its rules.
package struct JudgedText {
  package let report: DraftReport
  package let book: RuleBook

  package init(report: DraftReport, book: RuleBook) {
    self.report = report
    self.book = book
  }
}
