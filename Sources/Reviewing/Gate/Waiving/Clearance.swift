import Linting

/// What has been done about a finding.
enum Clearance {
  case open
  /// Asked for.
  case pending
  case waived
}

extension Standing {
  var findings: [ReviewFinding] { submission.current?.check.findings ?? [] }

  func clearance(of finding: ReviewFinding) -> Clearance {
    let waivers = submission.waivers.filter { covers($0, finding) }
    let takesOne = roles(seconding: finding).isEmpty
    if waivers.contains(where: { isInForce($0) && (takesOne || isSeconded($0)) }) { return .waived }
    return waivers.contains { $0.state == .pending && $0.expiresAt > now } ? .pending : .open
  }

  func findings(_ severity: Severity, _ clearance: Clearance) -> [ReviewFinding] {
    findings.filter { $0.severity == severity && self.clearance(of: $0) == clearance }
  }

  /// Whether a waiver is about this finding: the same rule, place and words.
  ///
  /// So a waiver lives on in a later revision exactly as long as its words do. Confidential words are not kept,
  /// not even as a digest, so there it dies with its revision.
  func covers(_ waiver: Waiver, _ finding: ReviewFinding) -> Bool {
    guard waiver.rule.utf8.elementsEqual(finding.rule.utf8),
      waiver.fingerprint.utf8.elementsEqual(finding.fingerprint.utf8),
      waiver.matched == finding.matched
    else { return false }
    return waiver.matched != nil || waiver.revision == submission.current?.number
  }

  /// Granted, not run out, and by somebody who has not written since.
  private func isInForce(_ waiver: Waiver) -> Bool {
    guard waiver.state == .granted, waiver.expiresAt > now, let decider = waiver.decider else {
      return false
    }
    return !contributors.contains(decider)
  }

  /// By somebody else, who has not written since either.
  private func isSeconded(_ waiver: Waiver) -> Bool {
    guard let seconder = waiver.seconder else { return false }
    return seconder != waiver.decider && !contributors.contains(seconder)
  }
}
