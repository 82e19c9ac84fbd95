import Linting

/// What is asked of a request for a waiver.
extension Hearing {
  var defaultEnd: Timestamp { now.adding(hours: policy.waivers.defaultDays * 24) }

  func validate(_ request: WaiverRequest, for finding: ReviewFinding) throws(Refusal) {
    guard standing.clearance(of: finding) == .open else {
      throw .invalid(["/fingerprint": Localized("已经申请过", "is asked for already")])
    }
    try require(request.note, atLeast: 10, "/note")
    if standing.needsEvidence(finding) { try require(request.evidence, atLeast: 2, "/evidence") }
    try validate(end: request.expiresAt ?? defaultEnd)
  }

  private func validate(end: Timestamp) throws(Refusal) {
    let latest = now.adding(hours: policy.waivers.maximumDays * 24)
    guard end > now else { throw .invalid(["/expires_at": .past]) }
    guard end <= latest else {
      let days = policy.waivers.maximumDays
      throw .invalid(["/expires_at": Localized("最长 \(days) 天", "at most \(days) days")])
    }
  }
}

extension Localized {
  static let past = Localized("须是将来的时间", "must lie in the future")
}

extension Refusal {
  static let notWaivable = Refusal(
    .notWaivable,
    Localized("这一处不能放行", "this finding cannot be waived")
  )
  static let decided = Refusal(
    .invalidTransition,
    Localized("已经有结论", "it is decided already")
  )
}
