import Linting
import ReviewSupport
import Reviewing

extension Submission {
  /// What must hold of a submission however it came to be, read from its own history; nil where all does.
  func brokenLaw(_ hospital: Hospital) -> String? {
    if Set(revisions.map(\.number)) != Set(1...max(1, revisions.count)) {
      return "revision numbers"
    }
    for vote in votes where vote.decision == .approve {
      if contributors(upTo: vote.revision).contains(vote.voter) { return "a writer has signed" }
      if !isOfRevision(vote) { return "a vote for other content" }
    }
    if [.approved, .publishing, .published, .publishFailed].contains(state) {
      if let law = brokenApproval { return law }
    }
    for permit in permits where permit.state == .consumed {
      guard let consumer = permit.consumer, let at = permit.consumedAt, at < permit.expiresAt,
        permit.notBefore <= at
      else { return "a permit used out of its time" }
      if consumer == permit.issuer, permit.token.isEmpty { return "a permit without signature" }
    }
    for publication in publications
    where !permits.contains(where: { $0.id == publication.permit && $0.state == .consumed }) {
      return "published without a permit"
    }
    if publications.count(where: { $0.state == .live }) > 1 { return "published twice" }
    return nil
  }

  /// Two people at least, none of whom wrote, none of whom signed twice, all of whom saw these bytes.
  private var brokenApproval: String? {
    let live = votes.filter {
      $0.decision == .approve && $0.outdated == nil && $0.stage != Vote.confirmationStage
    }
    if Set(live.map(\.voter)).count != live.count { return "one person, two signatures" }
    if live.count < 2 { return "fewer than two signatures" }
    if stages.contains(where: { stage in !live.contains { $0.stage == stage } }) {
      return "a stage without signature"
    }
    if live.contains(where: { $0.contentDigest != current?.contentDigest }) {
      return "signatures for other bytes"
    }
    if current?.check.verdict == .incomplete { return "approved unchecked" }
    if live.contains(where: { contributors.contains($0.voter) }) { return "a writer has signed" }
    return nil
  }

  private func contributors(upTo revision: Int) -> Set<ID<User>> {
    Set(revisions.filter { $0.number <= revision }.map(\.author))
  }

  private func isOfRevision(_ vote: Vote) -> Bool {
    revisions.contains { $0.number == vote.revision && $0.contentDigest == vote.contentDigest }
  }
}
