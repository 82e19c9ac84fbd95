import FoundationEssentials
import Linting
import ReviewSupport
import Reviewing
import Testing

/// Random lives, told to the gate and to a small model beside it: they never disagree.
///
/// `HEGUI_MODEL_STEPS` and `HEGUI_MODEL_SEED` make it longer and other.
struct ModelTests {
  @Test func `the gate and the model agree at every step`() throws {
    let environment = ProcessInfo.processInfo.environment
    let steps = environment["HEGUI_MODEL_STEPS"].flatMap { Int($0) } ?? 4000
    let seed = environment["HEGUI_MODEL_SEED"].flatMap { UInt64($0) } ?? 20_261_122
    var walk = try Walk(seed: seed)
    for step in 1...steps {
      try walk.step()
      guard let fault = walk.fault else { continue }
      Issue.record("seed \(seed), step \(step): \(fault)\n\(walk.trail.joined(separator: "\n"))")
      return
    }
    // A walk that never gets anywhere proves nothing.
    if steps >= 4000 {
      let idle = Operation.allCases.filter { $0 != .reopen && walk.done[$0, default: 0] == 0 }
      #expect(idle == [])
    }
    if steps > 4000 { print("model: \(steps) steps, \(walk.lives) lives, done: \(walk.tally)") }
  }
}

/// One walk: the gate and the model side by side.
struct Walk {
  var random: SeededGenerator
  var course: Course
  var model: Model
  var fault: String?
  var trail: [String] = []
  var done: [Operation: Int] = [:]
  var lives = 1
  private var text = 0
  private let people: [Model.Person]

  func people(with roles: Set<Role>) -> [Model.Person] {
    people.filter { !$0.roles.isDisjoint(with: roles) }
  }

  private let hospital: Hospital

  init(seed: UInt64) throws(Refusal) {
    random = SeededGenerator(state: seed)
    hospital = Self.staffed
    people = hospital.users.map {
      Model.Person(
        name: $0.name,
        isOfClinic: $0.department == Hospital.department("clinic"),
        roles: $0.roles
      )
    }
    course = try Course(hospital, Move.draft(.clean, 0))
    model = Model(.clean, 0, by: "writer")
  }

  var tally: String {
    done.map { "\($0.key.rawValue) \($0.value)" }.sorted().joined(separator: ", ")
  }

  mutating func step() throws(Refusal) {
    if model.phase.isFinal || trail.count > 200 { try begin() }
    let minutes = random.one(
      of: [1, 1, 1, 5, 30, 90, 600, 6000, 50_000],
      weights: [60, 20, 10, 4, 2, 2, 1, 1, 1]
    )
    course.now = course.now.adding(minutes: minutes)
    model.now += minutes
    let person = random.isLikely ? helpful : random.one(of: people)
    let move = random.isLikely ? helpfulMove : anyMove
    let next = nextText(move)
    guard let action = move.action(course, text: next) else { return }
    let isDone = does(action, person)
    let isExpected = model.takes(move, by: person, text: next)
    if isDone { done[move.operation, default: 0] += 1 }
    trail.append("\(model.now) \(person.name) \(move): \(isDone ? "done" : "no"), \(model.phase)")
    if isDone != isExpected { fault = "gate says \(isDone ? "yes" : "no"): \(last ?? "")" }
    if fault == nil { compare() }
    if fault == nil { fault = course.submission.brokenLaw(hospital) }
  }

  private var last: String?

  private mutating func does(_ action: Action, _ person: Model.Person) -> Bool {
    do throws(Refusal) {
      try course.does(person.name, action)
      last = course.last.refusal.map { "\($0)" }
      return course.last.refusal == nil
    } catch {
      last = "\(error)"
      return false
    }
  }

  private mutating func nextText(_ move: Move) -> Int {
    guard case .save(_, let isFresh) = move else { return model.text }
    if isFresh { text += 1 }
    return isFresh ? text : model.text
  }

  /// Another life, alone or after the one that is over.
  private mutating func begin() throws(Refusal) {
    lives += 1
    text += 1
    let isOver = model.phase.isFinal && random.next() % 2 == 0
    let kind = random.one(of: Move.Kind.allCases)
    let ancestors = isOver ? [course.submission] + course.ancestors : []
    let time = course.now
    let last = model
    course = try Course(
      hospital,
      Move.draft(kind, text),
      after: ancestors,
      isOver ? .supersedes : nil,
      at: time
    )
    model = Model(kind, text, by: "writer", after: isOver ? last : nil)
    model.now = last.now
    trail = []
  }

  private mutating func compare() {
    let submission = course.submission
    let signed = submission.votes.filter {
      $0.decision == .approve && $0.outdated == nil && Model.voters[$0.stage] != nil
    }
    let grounds = submission.escalations.map { $0.lifted == nil }
    let pairs: [(String, String, String)] = [
      ("state", "\(submission.state)", "\(model.phase)"),
      ("stage", "\(submission.stage ?? "-")", "\(model.stage ?? "-")"),
      ("revisions", "\(submission.revisions.count)", "\(model.revision)"),
      ("waivers", "\(submission.waivers.map(\.state))", "\(model.leaves.map(\.state))"),
      ("permits", "\(submission.permits.map(\.state))", "\(model.passes.map(\.state))"),
      ("publications", "\(submission.publications.map(\.state))", "\(model.publications)"),
      ("grounds", "\(grounds)", "\(model.grounds.map { $0.liftedAt == nil })"),
      ("signatures", "\(signed.map { "\($0.stage) \($0.voter)" }.sorted())", "\(model.signatures)"),
    ]
    for (name, gate, model) in pairs where gate != model {
      fault = "\(name): gate \(gate), model \(model)"
    }
  }
}

extension Model {
  fileprivate var signatures: [String] {
    signed.map { "\($0.key) usr_\($0.value)" }.sorted()
  }
}
