import Foundation
import GRDB
import Linting
import Reading
import Reviewing

struct RevisionRow: StoredRow {
  static let table = "revision"
  static let key = ["submission", "number"]

  let submission: ID<Submission>
  let number: Int
  let author: ID<User>
  let at: Timestamp
  let format: DraftFormat
  let column: ID<Reviewing.Column>
  let channels: [String]
  let assets: [Manuscript.Asset]
  /// Of the text, which is kept once however often it comes.
  let manuscript: Digest
  let form: ReleaseForm
  let contentDigest: Digest
  let canonical: CanonicalContent
  let change: Revision.Change
  let checkResult: CheckResult
  let note: String
  /// Counted here for statistics, which read many.
  let errors: Int
  let warnings: Int
  let suggestions: Int
  let codePoints: Int
}

/// The text itself, as bytes: SQLite ends text at a zero byte.
struct ManuscriptRow: StoredRow {
  static let table = "manuscript"
  static let key = ["digest"]

  let digest: Digest
  let text: Data

  init(_ text: String) {
    digest = Digest(of: text.utf8)
    self.text = Data(text.utf8)
  }
}

extension RevisionRow {
  init(_ revision: Revision, of submission: ID<Submission>) {
    let findings = revision.check.findings
    let manuscript = revision.manuscript
    self.init(
      submission: submission,
      number: revision.number,
      author: revision.author,
      at: revision.at,
      format: manuscript.format,
      column: manuscript.column,
      channels: manuscript.channels,
      assets: manuscript.assets,
      manuscript: Digest(of: manuscript.text.utf8),
      form: revision.form,
      contentDigest: revision.contentDigest,
      canonical: revision.canonical,
      change: revision.change,
      checkResult: revision.check,
      note: revision.note,
      errors: findings.count { $0.severity == .error },
      warnings: findings.count { $0.severity == .warning },
      suggestions: findings.count { $0.severity == .suggestion },
      codePoints: manuscript.text.unicodeScalars.count
    )
  }

  func revision(text: String) throws -> Revision {
    let revision = Revision(
      number: number,
      author: author,
      at: at,
      manuscript: Manuscript(
        format: format,
        text: text,
        column: column,
        channels: channels,
        assets: assets
      ),
      form: form,
      canonical: canonical,
      change: change,
      check: checkResult,
      note: note
    )
    guard revision.contentDigest == contentDigest else {
      throw StoreError.damaged("revision \(number) of \(submission) is not what was submitted")
    }
    return revision
  }
}
