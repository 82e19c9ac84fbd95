package import Linting
package import Reading

/// The settings of an organisation, from its `hegui.yml`; paths are as the linter can open them.
package struct Configuration: Sendable {
  /// What the file says of one rule or one group.
  package struct RuleSetting: Hashable, Sendable {
    package enum Level: Hashable, Sendable {
      case off
      case on(Severity)
    }

    /// An id or a group.
    package let name: String
    package let line: Int
    /// Nil where the rule's own severity stays.
    package var level: Level?
    package var options: [String: RuleOptions.Value] = [:]
    /// Where the options stand in the file, by key.
    package var optionLines: [String: Int] = [:]
  }

  /// A term list of the organisation's own.
  package struct ListSetting: Hashable, Sendable {
    package let path: String
    package let line: Int
    /// Nil: what the list's entries say.
    package var severity: Severity?
    package var escalation: Escalation?
    /// What the list is about, for the message; nil: the list's title.
    package var category: String?
  }

  /// The file; nil where there is none.
  package var path: String?
  package var profile: Profile?
  package var rules: [RuleSetting] = []
  /// Rule packs: files, or folders of them.
  package var packs: [String] = []
  package var lists: [ListSetting] = []
  /// Codes and categories of which a list must be loaded.
  package var requiredCategories: [String] = []
  /// Phrases that no term list may take apart.
  package var allow: [String] = []
  /// Patterns as in `.gitignore`, seen from the file's folder.
  package var ignore: [String] = []
  package var columns: [String: ColumnSetting] = [:]
  /// Hosts of the organisation's own, in lower case.
  package var hosts: [String] = []
  package var limits = ReadingLimits()
  /// A draft with more findings is `incomplete`.
  package var maximumFindings = 20_000

  /// The settings of a run without a file.
  package init() {}

  /// The classes of drafts that a column may have (handbook, 1.2).
  package static let draftClasses = [
    "kepu", "news", "service", "interview", "notice", "policy", "publicity", "qa", "recruit",
    "procure", "ad",
  ]
}
