import Linting
import Reviewing

extension Requirement {
  /// `people` are the names of those who can clear it.
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "key": .string(key), "status": .string(status.rawValue), "explanation": explanation.body,
      "failing": JSON(failing), "roles": JSON(roles.map(\.rawValue)),
      "people": .array(
        people.map { ["id": .string($0.value), "name": JSON(names[$0])] }
      ),
      "remedies": .array(
        remedies.map { ["relation": .string($0.relation), "target": JSON($0.target)] }
      ),
    ]
  }
}
