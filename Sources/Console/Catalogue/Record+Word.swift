import Linting
import Reading
import Reporting
import Reviewing

extension Revision.Change {
  var word: RecordWord {
    switch self {
    case .layout: .layout
    case .imageText: .imageText
    case .content: .content
    }
  }
}

extension Permit.State {
  var word: RecordWord {
    switch self {
    case .issued: .issued
    case .consumed: .consumed
    case .revoked: .revoked
    }
  }
}

extension Publication.State {
  var word: RecordWord {
    switch self {
    case .live: .live
    case .failed: .failed
    case .retracted: .retracted
    }
  }
}

extension Verification.Outcome {
  var word: RecordWord {
    switch self {
    case .exact: .exact
    case .equal: .equal
    case .differs: .differs
    case .unreachable: .unreachable
    }
  }
}

extension DraftFormat {
  var word: RecordWord {
    switch self {
    case .markdown: .markdown
    case .html: .html
    // The gate takes texts only.
    case .text, .docx: .plain
    }
  }
}

extension EscalationGround {
  /// To whom it goes.
  var destination: DeskPhrase { to == .secrecy ? .toSecrecy : .toLeadership }

  /// Why, in a sentence; `name` is what people are called.
  func reason(in words: Words, _ book: RuleBook, name: (ID<User>?) -> String) -> String {
    switch source {
    case .finding:
      let summary = book.info(of: detail).map { words($0.summary) }
      return words(DeskPhrase.groundFinding, ["detail": summary ?? detail])
    case .form:
      let concern = ReleaseForm.Concern(rawValue: detail).map { words($0.title) }
      let title = concern ?? words(ReleaseForm.Publicity.unsure.title)
      return words(DeskPhrase.groundForm, ["detail": title])
    case .column: return words(DeskPhrase.groundColumn)
    case .draftClass: return words(DeskPhrase.groundClass)
    case .person: return words(DeskPhrase.groundPerson, ["name": name(by), "detail": detail])
    }
  }
}
