package import Linting

/// A part of the catalogue: what the console says on one subject, in both languages.
///
/// Names in braces, such as `{count}`, are filled in by `Words`.
package protocol Phrases: CaseIterable, RawRepresentable, Sendable where RawValue == String {
  var text: Localized { get }
}

/// Everything that the console says; no other file holds text for people.
package enum Catalogue {
  package static let all: [any Phrases.Type] = [
    CommonPhrase.self, ReleaseFormPhrase.self, RecordWord.self, SignInPhrase.self, ListPhrase.self,
    ProblemPhrase.self, FieldPhrase.self,
    DeskPhrase.self, FindingPhrase.self, ReviewPhrase.self, PreviewPhrase.self,
    ComparePhrase.self, HistoryPhrase.self,
    DraftFormPhrase.self, HeadPhrase.self, DeclarationPhrase.self, RightsPhrase.self,
    GeneratedPhrase.self,
    ChannelPhrase.self, PublishPhrase.self, WaiverPhrase.self,
    PeoplePhrase.self, TokenPhrase.self, RulePhrase.self,
    ColumnPhrase.self, ClassPhrase.self, AuditPhrase.self, FaultPhrase.self, ActionPhrase.self,
    SubjectPhrase.self, EntryDataPhrase.self, MeansPhrase.self, StatisticsPhrase.self,
    PolicyPhrase.self, ClausePhrase.self,
    CheckPhrase.self, CheckWord.self, CheckNotice.self,
  ]
}
