import Linting

/// Whether the people there are can live by a policy.
extension Policy {
  /// For each department that writes: with at least one of its writers at work, others enough are left to sign
  /// every stage, leadership and secrecy included, and to publish.
  package func staffingProblems(users: [User], departments: [Department]) -> [PolicyProblem] {
    let people = users.filter { !$0.isDisabled }
    return departments.flatMap { department -> [PolicyProblem] in
      let writers = people.filter {
        $0.department == department.id && $0.has(anyOf: Role.writers)
      }
      // A department without writers hands nothing in.
      let gaps = writers.map { gap(in: people, without: $0, of: department) }
      guard let first = gaps.first, gaps.allSatisfy({ $0 != nil }), let gap = first else {
        return []
      }
      let zh = "\(department.name)的稿件，「\(gap.zh)」没有足够的人"
      return [.init("/stages", zh, "drafts of \(department.key): not enough people for \(gap.en)")]
    }
  }

  /// What a draft of a department may take, with who could do each part: of all but who writes the draft itself.
  package func steps(for department: Department, among users: [User]) -> [StaffedStep] {
    (stages.map { Step($0) } + [.publishing]).map { step in
      StaffedStep(
        stage: step.stage,
        people: users.filter { !$0.isDisabled && step.isFor($0, writer: nil, department) }
      )
    }
  }

  /// The first step for which nobody is left.
  private func gap(in people: [User], without writer: User, of department: Department) -> Localized?
  {
    let steps = stages.flatMap { Array(repeating: Step($0), count: $0.approvals) } + [.publishing]
    let able = steps.map { step in people.filter { step.isFor($0, writer: writer, department) } }
    if isRelaxed(people, without: writer) { return gapOfSmallUnit(steps, able) }
    var matching = Matching()
    for (index, step) in steps.enumerated() {
      guard matching.place(index, able.map { $0.map(\.id) }) else { return step.title }
    }
    return nil
  }

  /// In a small unit one person may sign several stages, once each.
  private func gapOfSmallUnit(_ steps: [Step], _ able: [[User]]) -> Localized? {
    zip(steps, able).first { step, people in people.count < step.approvals }?.0.title
  }

  private func isRelaxed(_ people: [User], without writer: User) -> Bool {
    guard separation == .smallUnit else { return false }
    let roles = stages.reduce(into: Set([Role.publisher])) { $0.formUnion($1.voters.roles) }
    return people.filter {
      $0.id != writer.id && !$0.has(.administrator) && $0.has(anyOf: roles)
    }.count < smallUnitLimit
  }
}

/// A stage, or the publication after them all, with those who could see to it.
package struct StaffedStep: Sendable {
  /// Nil of the publication.
  package let stage: Stage?
  package let people: [User]
}

/// Something that one person has to do.
private struct Step {
  let title: Localized
  let stage: Stage?
  var approvals: Int { stage?.approvals ?? 1 }

  init(_ stage: Stage) {
    title = stage.title
    self.stage = stage
  }

  private init(_ title: Localized) {
    self.title = title
    stage = nil
  }

  static let publishing = Step(Localized("发布", "publication"))

  func isFor(_ user: User, writer: User?, _ department: Department) -> Bool {
    // Publishing takes no judgement: an administrator or the writer may do it.
    guard let stage else { return user.has(.publisher) }
    return user.id != writer?.id && !user.has(.administrator) && user.has(anyOf: stage.voters.roles)
      && (!stage.voters.sameDepartment || user.department == department.id)
  }
}

/// Gives each step a person of its own, as far as that goes (augmenting paths).
private struct Matching {
  private var stepOf: [ID<User>: Int] = [:]

  mutating func place(_ step: Int, _ able: [[ID<User>]]) -> Bool {
    var tried: Set<ID<User>> = []
    return place(step, able, &tried)
  }

  private mutating func place(_ step: Int, _ able: [[ID<User>]], _ tried: inout Set<ID<User>>)
    -> Bool
  {
    for person in able[step] where tried.insert(person).inserted {
      if let other = stepOf[person], !place(other, able, &tried) { continue }
      stepOf[person] = step
      return true
    }
    return false
  }
}
