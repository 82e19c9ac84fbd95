import Linting
import ReviewSupport
import Reviewing

extension SeededGenerator {
  /// Two times in three.
  var isLikely: Bool { mutating get { next() % 3 > 0 } }

  mutating func one<Value>(of values: [Value]) -> Value {
    values[Int(next() % UInt64(values.count))]
  }

  mutating func one<Value>(of values: [Value], weights: [Int]) -> Value {
    var rest = Int(next() % UInt64(weights.reduce(0, +)))
    for (value, weight) in zip(values, weights) {
      rest -= weight
      if rest < 0 { return value }
    }
    return values[0]
  }
}

extension Walk {
  /// The hospital, with some who wear two hats.
  static var staffed: Hospital {
    var hospital = Hospital()
    hospital.users += [
      Hospital.user("both", in: "publicity", [.informationOfficer, .secondReviewer, .publisher]),
      Hospital.user("boss", in: "office", [.leader, .secrecyReviewer]),
      Hospital.user("helper", in: "clinic", [.informationOfficer, .submitter]),
    ]
    hospital.change("admin") { $0.roles = Set(Role.allCases) }
    hospital.change("second-writer") { $0.isDisabled = true }
    hospital.users.removeAll { $0.isDisabled }
    return hospital
  }

  /// Somebody whose turn it could be.
  var helpful: Model.Person {
    mutating get {
      let roles: Set<Role> =
        switch model.phase {
        case .editing, .returned: [.submitter]
        case .inReview:
          [
            model.stage.flatMap { Model.voters[$0] } ?? .leader,
            model.kind == .claim ? .medicalReviewer : .leader,
          ]
        case .frozen: [.secrecyReviewer, .leader]
        default: model.kind == .urgent ? [.publisher, .leader] : [.publisher]
        }
      let able = people(with: roles)
      return random.one(of: able)
    }
  }

  /// Something that could be done now.
  var helpfulMove: Move {
    mutating get {
      let isOpen = model.isOpen
      let choices: [Move] =
        switch model.phase {
        case .editing, .returned:
          [
            .submit(withNote: true), .submit(withNote: true),
            isOpen ? .ask : .submit(withNote: false), save,
          ]
        case .inReview:
          [
            .sign(isStale: false), .sign(isStale: false), isOpen ? .ask : .sign(isStale: false),
            .decide(isGranted: true), .resolve, .lift,
          ]
        case .approved, .publishFailed:
          [.give(isClean: true), .use(isOther: false), .use(isOther: false), confirm]
        case .publishing: [.tell(isOther: false), .fail]
        case .published: [.look, .pull(isEmergency: true), confirm]
        default: [.release(isRejected: false)]
        }
      return random.one(of: choices)
    }
  }

  private var confirm: Move { model.kind == .urgent ? .confirm : .look }

  private var save: Move {
    mutating get {
      let kinds: [Move.Kind] = [
        .clean, .clean, .warned, .wrong, .claim, .advertised, .sensitive, .urgent, .unsure,
      ]
      return .save(random.one(of: kinds), isFresh: true)
    }
  }

  var anyMove: Move {
    mutating get {
      let coin = random.next() % 2 == 0
      return random.one(of: [
        .save(random.one(of: Move.Kind.allCases), isFresh: coin), .save(model.kind, isFresh: false),
        .submit(withNote: coin), .sign(isStale: coin), .sendBack, .turnDown,
        .raise(coin ? .leadership : .secrecy), .lift, .lift, .withdraw, .confirm, .ask,
        .decide(isGranted: coin),
        .takeBack, .object, .resolve, .resolve, .give(isClean: coin), .cancel, .use(isOther: coin),
        .tell(isOther: coin), .fail, .look, .pull(isEmergency: coin), .release(isRejected: coin),
      ])
    }
  }
}
