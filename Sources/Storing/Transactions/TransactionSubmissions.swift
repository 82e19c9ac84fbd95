import Foundation
import GRDB
import Reviewing

extension Transaction {
  func submission(_ id: ID<Submission>) throws -> Submission? {
    guard let row = try first(SubmissionRow.self, where: "id = ?", [id]) else { return nil }
    var submission = row.submission
    submission.revisions = try revisions(of: id)
    submission.votes = try parts(VoteRow.self, of: id).map(\.vote)
    submission.waivers = try parts(WaiverRow.self, of: id).map(\.waiver)
    submission.comments = try parts(CommentRow.self, of: id).map(\.comment)
    submission.notes = try parts(StepNoteRow.self, of: id).map(\.note)
    submission.permits = try parts(PermitRow.self, of: id).map(\.permit)
    submission.publications = try parts(PublicationRow.self, of: id).map(\.publication)
    return submission
  }

  func submission(ofPermit id: ID<Permit>) throws -> Submission? {
    try submission(owning: id.value, in: PermitRow.table)
  }

  func submission(ofPublication id: ID<Publication>) throws -> Submission? {
    try submission(owning: id.value, in: PublicationRow.table)
  }

  func submission(ofWaiver id: ID<Waiver>) throws -> Submission? {
    try submission(owning: id.value, in: WaiverRow.table)
  }

  private func submission(owning part: String, in table: String) throws -> Submission? {
    let sql = "SELECT submission FROM \(table) WHERE id = ?"
    return try ID<Submission>.fetchOne(database, sql: sql, arguments: [part])
      .flatMap { try submission($0) }
  }

  private func parts<R: StoredRow>(_ type: R.Type, of id: ID<Submission>) throws -> [R] {
    try all(type, "WHERE submission = ? ORDER BY position", [id])
  }

  private func revisions(of id: ID<Submission>) throws -> [Revision] {
    try all(RevisionRow.self, "WHERE submission = ? ORDER BY number", [id]).map { row in
      let sql = "SELECT text FROM manuscript WHERE digest = ?"
      guard let text = try Data.fetchOne(database, sql: sql, arguments: [row.manuscript]) else {
        throw StoreError.damaged("the text of revision \(row.number) of \(id) is missing")
      }
      return try row.revision(text: String(decoding: text, as: UTF8.self))
    }
  }
}

extension Transaction {
  func save(_ submission: Submission, since before: Submission?) throws {
    if let before {
      try database.update(SubmissionRow(submission), since: SubmissionRow(before))
    } else {
      try database.insert(SubmissionRow(submission))
    }
    for revision in submission.revisions.dropFirst(before?.revisions.count ?? 0) {
      try insert(revision, of: submission.id)
    }
    try saveParts(of: submission, since: before)
  }

  private func insert(_ revision: Revision, of id: ID<Submission>) throws {
    let text = ManuscriptRow(revision.manuscript.text)
    try database.execute(
      sql: "INSERT OR IGNORE INTO manuscript (digest, text) VALUES (?, ?)",
      arguments: [text.digest, text.text]
    )
    try database.insert(RevisionRow(revision, of: id))
  }

  private func saveParts(of new: Submission, since old: Submission?) throws {
    try save(new.votes, since: old?.votes) { VoteRow($0, of: new.id, at: $1) }
    try save(new.waivers, since: old?.waivers) { WaiverRow($0, of: new.id, at: $1) }
    try save(new.comments, since: old?.comments) { CommentRow($0, of: new.id, at: $1) }
    try save(new.notes, since: old?.notes) { StepNoteRow($0, of: new.id, at: $1) }
    try save(new.permits, since: old?.permits) { PermitRow($0, of: new.id, at: $1) }
    try save(new.publications, since: old?.publications) { PublicationRow($0, of: new.id, at: $1) }
  }

  /// Parts are added at the end and changed in their place, never taken away.
  private func save<Part, R: StoredRow>(
    _ new: [Part],
    since old: [Part]?,
    row: (Part, Int) -> R
  ) throws {
    let old = old ?? []
    guard new.count >= old.count else {
      throw StoreError.damaged("\(R.table): parts of a submission are never taken away")
    }
    for (position, part) in new.enumerated() {
      if position < old.count {
        try database.update(row(part, position), since: row(old[position], position))
      } else {
        try database.insert(row(part, position))
      }
    }
  }
}
