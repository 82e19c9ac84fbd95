import Linting
import Reviewing

/// A submission as the API shows it.
struct SubmissionBody {
  let submission: Submission
  let names: [ID<User>: String]

  var json: JSON {
    let submission = submission
    return [
      "id": .string(submission.id.value), "state": .string(submission.state.rawValue),
      "stage": JSON(submission.stage), "stages": JSON(submission.stages),
      "policy": JSON(submission.policy), "department": .string(submission.department.value),
      "creator": person(submission.creator, names), "created_at": submission.createdAt.body,
      "updated_at": submission.updatedAt.body, "waiting_since": JSON(submission.waitingSince),
      "approved_at": JSON(submission.approvedAt), "version": .int(Int64(submission.version)),
      "revision": submission.current?.body(names) ?? .null,
      "predecessor": submission.predecessor.map {
        ["id": .string($0.id.value), "relation": .string($0.relation.rawValue)]
      } ?? .null,
      "escalations": .array(submission.escalations.map { $0.body(names) }),
      "votes": .array(submission.votes.map { $0.body(names) }),
      "waivers": .array(submission.waivers.map { $0.body(names) }),
      "comments": .array(submission.comments.map { $0.body(names) }),
      "notes": .array(submission.notes.map { $0.body(names) }),
      "permits": .array(submission.permits.map { $0.body(names) }),
      "publications": .array(submission.publications.map { $0.body(names) }),
    ]
  }
}

extension SubmissionSummary {
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "id": .string(id.value), "title": .string(title), "state": .string(state.rawValue),
      "stage": JSON(stage), "department": .string(department.value), "column": JSON(column),
      "creator": person(creator, names), "revision": .int(Int64(revision)),
      "verdict": JSON(verdict?.rawValue), "escalated": .bool(isEscalated),
      "created_at": createdAt.body, "updated_at": updatedAt.body,
      "waiting_since": JSON(waitingSince), "version": .int(Int64(version)),
    ]
  }
}

extension EscalationGround {
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "to": .string(to.rawValue), "source": .string(source.rawValue), "detail": .string(detail),
      "by": by.map { person($0, names) } ?? .null, "at": at.body,
      "lifted": lifted.map {
        ["by": person($0.by, names), "reason": .string($0.reason), "at": $0.at.body]
      } ?? .null,
    ]
  }
}

extension Vote {
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "id": .string(id.value), "stage": .string(stage), "decision": .string(decision.rawValue),
      "voter": person(voter, names), "at": at.body, "revision": .int(Int64(revision)),
      "content_digest": .string(contentDigest.description), "comment": .string(comment),
      "checklist": JSON(checklist), "relaxed": JSON(relaxed), "outdated": JSON(outdated),
    ]
  }
}

extension Waiver {
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "id": .string(id.value), "rule": .string(rule), "fingerprint": .string(fingerprint),
      "revision": .int(Int64(revision)), "reason": .string(reason.rawValue), "note": .string(note),
      "evidence": .string(evidence), "expires_at": expiresAt.body,
      "requester": person(requester, names), "requested_at": requestedAt.body,
      "state": .string(state.rawValue), "decider": decider.map { person($0, names) } ?? .null,
      "decided_at": JSON(decidedAt), "decision_note": .string(decisionNote),
      "seconder": seconder.map { person($0, names) } ?? .null, "seconded_at": JSON(secondedAt),
      "second_note": .string(secondNote),
      "revocation": revocation.map {
        ["by": person($0.by, names), "reason": .string($0.reason), "at": $0.at.body]
      } ?? .null,
    ]
  }
}

extension ReviewComment {
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "id": .string(id.value), "author": person(author, names), "at": at.body,
      "revision": .int(Int64(revision)), "text": .string(text), "fingerprint": JSON(fingerprint),
      "blocking": .bool(isBlocking), "resolved_by": resolvedBy.map { person($0, names) } ?? .null,
      "resolved_at": JSON(resolvedAt),
    ]
  }
}

extension StepNote {
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "id": .string(id.value), "action": .string(action), "author": person(author, names),
      "at": at.body, "text": .string(text),
    ]
  }
}
