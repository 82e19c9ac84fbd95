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

extension GateAnswer {
  func body(of submission: Submission, at now: Timestamp, _ names: [ID<User>: String]) -> JSON {
    [
      "draft": .string(submission.id.value), "state": .string(submission.state.rawValue),
      "revision": .int(Int64(submission.current?.number ?? 0)),
      "content_digest": JSON(submission.current?.contentDigest), "evaluated_at": now.body,
      "policy": JSON(submission.policy), "publishable": .bool(isPublishable),
      "summary": summary.body, "requirements": .array(requirements.map { $0.body(names) }),
      "me": [
        "can": JSON(allowed.map(\.rawValue)),
        "cannot": .object(
          Dictionary(refused.map { ($0.rawValue, .string($1)) }) { first, _ in first }
        ),
      ],
    ]
  }
}
