import Linting
import Reviewing

/// A draft of the demo and what people did with it.
struct DemoStory: Sendable {
  let name: String
  /// By key.
  let column: String
  var channels = ["wechat"]
  let text: String
  let form: ReleaseForm
  let steps: [Step]

  struct Step: Sendable {
    let minutesAgo: Int
    /// By sign-in name.
    let who: String
    let act: Act

    init(_ minutesAgo: Int, _ who: String, _ act: Act) {
      self.minutesAgo = minutesAgo
      self.who = who
      self.act = act
    }
  }

  enum Act: Sendable {
    case begin
    case submit
    case approve(String)
    case sendBack(String)
    case comment(String)
    /// For the first finding of the rule.
    case askWaiver(rule: String, Waiver.Reason, note: String, evidence: String)
    /// Lets pass what waits for a decision.
    case grantWaiver(String)
    case permit(String)
    case consume(String)
    case publish(String, address: String)
    /// The page as it was approved, but for one stretch where there is a `change`.
    case verify(String, change: (from: String, to: String)?)
    case retract(String, reason: String, foundBy: String)
  }
}

/// Who is there, and what day it is.
struct DemoTown {
  let users: [User]
  let now: Timestamp

  /// As in `2026年11月22日`.
  func day(_ offset: Int) -> String {
    guard let day = now.adding(hours: 24 * offset).dayInChina else { return "" }
    return "\(day.year)年\(day.month)月\(day.day)日"
  }

  /// As in `2026-11-22`.
  func date(_ offset: Int) -> String { now.adding(hours: 24 * offset).dateInChina }

  var leader: ID<User>? { users.first { $0.roles.contains(.leader) }?.id }

  /// The head that every draft has.
  func head(
    _ title: String,
    author: String,
    source: String,
    reviewer: String? = nil,
    day offset: Int
  ) -> String {
    let reviewer = reviewer.map { "reviewer: \($0)\n" } ?? ""
    return """
      ---
      title: \(title)
      author: \(author)
      source: \(source)
      \(reviewer)date: \(date(offset))
      ---


      """
  }
}

extension ReleaseForm {
  /// As a careful submitter fills it in.
  static func own(
    checked: String,
    phone: String,
    authors: [String] = [],
    medical: String = "",
    note: String = ""
  ) -> ReleaseForm {
    var form = ReleaseForm()
    form.publicBasis = .ownWork
    form.publicity = .open
    form.personalData = ReleaseForm.PersonalData.none
    form.factCheckedBy = checked
    form.officePhone = phone
    form.authors = authors
    form.medicalReviewer = medical
    form.note = note
    return form
  }
}

/// Minutes, as in two days and three hours ago.
func ago(_ days: Int, _ hours: Int = 0, _ minutes: Int = 0) -> Int {
  (days * 24 + hours) * 60 + minutes
}
