import Reviewing

/// One step of the schema.
///
/// Once shipped its text never changes: its checksum is kept with the data.
struct Migration: Sendable {
  /// From 1, without gaps.
  let number: Int
  let name: String
  let sql: String

  static let all = [
    Migration(number: 1, name: "begin", sql: Schema.people + Schema.submissions + Schema.audit),
    Migration(number: 2, name: "second person", sql: Schema.secondPerson),
    Migration(number: 3, name: "notes on steps", sql: Schema.stepNotes),
    Migration(number: 4, name: "words on waivers", sql: Schema.wordsOnWaivers),
  ]

  var checksum: String { Digest(of: sql.utf8).description }
}

/// The text of the migrations.
enum Schema {}
