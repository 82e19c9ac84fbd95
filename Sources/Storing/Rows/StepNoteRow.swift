import GRDB
import Reviewing

struct StepNoteRow: StoredRow {
  static let table = "step_note"
  static let key = ["id"]

  let submission: ID<Submission>
  let position: Int
  let id: ID<StepNote>
  let action: String
  let author: ID<User>
  let at: Timestamp
  let text: String
}

extension StepNoteRow {
  init(_ note: StepNote, of submission: ID<Submission>, at position: Int) {
    self.init(
      submission: submission,
      position: position,
      id: note.id,
      action: note.action,
      author: note.author,
      at: note.at,
      text: note.text
    )
  }

  var note: StepNote {
    StepNote(id: id, action: action, author: author, at: at, text: text)
  }
}
