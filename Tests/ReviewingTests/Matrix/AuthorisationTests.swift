import Linting
import ReviewSupport
import Reviewing
import Testing

/// Every cell of role × operation × state × relation, against the table.
struct AuthorisationTests {
  @Test(arguments: SubmissionState.allCases)
  func `the gate allows what the table allows and nothing else`(_ state: SubmissionState) throws {
    var cells = 0
    for role in Role.allCases {
      for relation in Relation.allCases {
        let (course, actor) = try Self.course(state, role, relation)
        let answer = course.gate.answer(for: course.submission, to: actor, at: course.now)
        for operation in Operation.allCases {
          let isAllowed = AuthorisationTable.allows(operation, role, relation, state)
          let refused = answer.refused[operation]
          // What blocks besides is not a matter of who asks.
          let isOpen = refused == nil || refused == "gate-blocked"
          let canSee = course.gate.canSee(course.submission, actor)
          #expect(
            (isOpen && canSee) == isAllowed,
            "\(operation) by \(role) (\(relation)) from \(state): \(refused ?? "allowed")"
          )
          cells += 1
        }
      }
    }
    #expect(cells == 11 * 3 * Operation.allCases.count)
  }

  @Test(arguments: SubmissionState.allCases)
  func `who may not know of it hears that there is none, whatever they ask`(
    _ state: SubmissionState
  ) throws {
    for role in Role.allCases {
      for relation in Relation.allCases {
        let (course, actor) = try Self.course(state, role, relation)
        let isKnown = AuthorisationTable.mayKnow(role, relation, state)
        #expect(course.gate.canSee(course.submission, actor) == isKnown)
        for action in Self.actions(course) {
          let refusal = Self.refusal(course, actor, action)
          if !isKnown { #expect(refusal?.code == .notFound) }
        }
      }
    }
  }

  @Test(arguments: SubmissionState.allCases)
  func `who is disabled does nothing and sees nothing`(_ state: SubmissionState) throws {
    for role in Role.allCases {
      for relation in Relation.allCases {
        var (course, actor) = try Self.course(state, role, relation)
        course.hospital.change(actor.user.name) { $0.isDisabled = true }
        #expect(!course.gate.canSee(course.submission, actor))
        #expect(course.gate.answer(for: course.submission, to: actor, at: course.now).allowed == [])
        for action in Self.actions(course) {
          #expect(Self.refusal(course, actor, action) != nil)
        }
      }
    }
  }

  @Test(arguments: SubmissionState.allCases)
  func `a token does no more than its scopes`(_ state: SubmissionState) throws {
    for role in Role.allCases {
      let (course, actor) = try Self.course(state, role, .same)
      for scope in Scope.allCases {
        let token = Actor(
          user: actor.user,
          means: .token,
          scopes: [scope],
          address: "",
          requestID: ""
        )
        let allowed = course.gate.answer(for: course.submission, to: token, at: course.now).allowed
        let own = course.gate.answer(for: course.submission, to: actor, at: course.now).allowed
        #expect(Set(allowed).isSubset(of: own))
        if [.check, .read, .administer].contains(scope) { #expect(allowed == []) }
      }
    }
  }

  /// A submission in that state, and somebody of that role who stands so to it.
  private static func course(
    _ state: SubmissionState,
    _ role: Role,
    _ relation: Relation
  ) throws -> (Course, Actor) {
    var hospital = Hospital()
    let department = relation == .other ? "nowhere" : "clinic"
    hospital.users.append(Hospital.user("somebody", in: department, [role]))
    // Whoever has written keeps having written, though roles change.
    var author = hospital
    author.change("somebody") { $0.roles = [.submitter] }
    var course = try Course(author, by: relation == .own ? "somebody" : "writer")
    try course.goes(to: state, by: relation == .own ? "somebody" : "writer")
    course.hospital = hospital
    return (course, hospital.actor("somebody"))
  }

  private static func actions(_ course: Course) -> [Action] {
    [
      .revise(TestDraft().revision()), .submit(note: ""), .approve(course.ballot),
      .return(course.ballot), .reject(course.ballot),
      .escalate(to: .leadership, ground: "可能引起关注"), .withdraw(reason: "不发了"),
      .comment(text: "好", fingerprint: nil, isBlocking: false),
      .issuePermit(course.permitRequest()), .releaseFrozen(incident: "1", isRejected: false),
    ]
  }

  private static func refusal(_ course: Course, _ actor: Actor, _ action: Action) -> Refusal? {
    do throws(Refusal) {
      return try course.gate.decide(action, on: course.submission, by: actor, at: course.now)
        .refusal
    } catch {
      return error
    }
  }
}

extension Course {
  /// The shortest way there.
  mutating func goes(to state: SubmissionState, by writer: String) throws(Refusal) {
    switch state {
    case .editing: return
    case .frozen: try saves(TestDraft { $0.freezing = ["secrecy/mark"] }, writer)
    case .withdrawn: try does(writer, .withdraw(reason: "不发了"))
    default:
      try submits(writer)
      try goesOn(to: state)
    }
  }

  private mutating func goesOn(to state: SubmissionState) throws(Refusal) {
    switch state {
    case .inReview: return
    case .returned: try does("officer", .return(ballot))
    case .rejected: try does("officer", .reject(ballot))
    default:
      try approves("officer", "chief")
      try goesOut(to: state)
    }
  }

  private mutating func goesOut(to state: SubmissionState) throws(Refusal) {
    switch state {
    case .publishing: try isSentOut()
    case .publishFailed:
      let permit = try isSentOut()
      try does("publisher", .recordFailure(permit.id, reason: "平台拒绝"))
    case .published: try isPublished()
    case .retracted:
      let publication = try isPublished()
      try does("chief", .retract(publication.id, Course.retraction()))
    default: return
    }
  }
}
