import Linting

/// What a new permit says.
extension Hearing {
  func permit(
    for request: PermitRequest,
    signedBy signer: PermitSigner
  ) throws(Refusal) -> Permit {
    guard let current = submission.current else { throw .noStage }
    let (start, end) = try term(of: request)
    let claims = PermitClaims(
      permit: gate.ids.next(at: now),
      draft: submission.id,
      revision: current.number,
      contentDigest: current.contentDigest,
      channel: request.channel,
      notBefore: start,
      expiresAt: end,
      ruleset: request.recheck.ruleset,
      policy: gate.policy.number
    )
    guard let token = try? signer.sign(claims) else { throw .noKey }
    return Permit(
      id: claims.permit,
      channel: claims.channel,
      revision: claims.revision,
      contentDigest: claims.contentDigest,
      ruleset: claims.ruleset,
      issuer: user.id,
      issuedAt: now,
      notBefore: claims.notBefore,
      expiresAt: claims.expiresAt,
      token: token
    )
  }

  /// Not before the time planned, and never longer than the approval holds.
  private func term(of request: PermitRequest) throws(Refusal) -> (Timestamp, Timestamp) {
    let planned = submission.current?.form.plannedAt
    let start = [now, request.notBefore, planned].compactMap(\.self).max() ?? now
    let end = min(start.adding(minutes: policy.permitMinutes), standing.approvalEnd ?? now)
    guard start < end else {
      let message = Localized("届时审核已过有效期", "the approval does not hold until then")
      throw .invalid(["/not_before": message])
    }
    return (start, end)
  }

  /// Errors that today's rules find; new warnings are told in the record and stop nothing.
  func recheck(_ check: CheckResult) -> Requirement {
    let key = RequirementKey.recheck
    guard check.verdict != .incomplete, check.failure == nil else {
      let message = Localized("发布前复检未完成", "the check before publication did not finish")
      return Requirement(key: key, status: .error, explanation: message)
    }
    let open = openFindings(in: check, .error)
    guard !open.isEmpty else {
      return .met(key, Localized("发布前复检无新错误", "no new errors before publication"))
    }
    return Requirement(
      key: key,
      status: .unsatisfied,
      explanation: Localized(
        "发布前复检有 \(open.count) 处错误",
        "\(open.count) error(s) by today's rules"
      ),
      failing: open.map(\.fingerprint),
      roles: [.informationOfficer, .secondReviewer],
      remedies: [Requirement.Remedy(relation: "return")]
    )
  }

  func openFindings(in check: CheckResult, _ severity: Severity) -> [ReviewFinding] {
    check.findings.filter {
      $0.severity == severity && standing.clearance(of: $0) != .waived
    }
  }
}
