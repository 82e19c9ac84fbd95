package import Linting

/// Why the gate does not do what it is asked; `Serving` makes problem details of it.
package struct Refusal: Error, Hashable, Sendable {
  /// Stable codes, also those of the problem details (RFC 9457).
  package enum Code: String, Codable, Sendable, CaseIterable {
    /// The role does not allow it.
    case forbidden
    /// The role does, but this person must not; `rule` says why.
    case separationOfDuties = "separation-of-duties"
    /// Not from this state; `allowed` has what is.
    case invalidTransition = "invalid-transition"
    /// Requirements are not met; they are listed.
    case gateBlocked = "gate-blocked"
    case notEditable = "not-editable"
    /// The vote or permit names another revision.
    case digestMismatch = "digest-mismatch"
    case notWaivable = "not-waivable"
    case permitConsumed = "permit-consumed"
    case permitExpired = "permit-expired"
    case permitRevoked = "permit-revoked"
    /// The permit's time has not come.
    case permitEarly = "permit-early"
    case frozen
    case notFound = "not-found"
    /// Somebody has changed it since (`If-Match`).
    case versionConflict = "version-conflict"
    case validationFailed = "validation-failed"
  }

  package let code: Code
  package let message: Localized
  /// Which rule of separation; nil for other codes.
  package let rule: String?
  package let requirements: [Requirement]
  /// JSON pointers of the fields at fault, with what is wrong.
  package let fields: [String: Localized]
  package let allowed: [Operation]

  package init(
    _ code: Code,
    _ message: Localized,
    rule: String? = nil,
    requirements: [Requirement] = [],
    fields: [String: Localized] = [:],
    allowed: [Operation] = []
  ) {
    self.code = code
    self.message = message
    self.rule = rule
    self.requirements = requirements
    self.fields = fields
    self.allowed = allowed
  }
}
