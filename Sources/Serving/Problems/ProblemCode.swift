import Linting
import Reviewing

/// The stable codes of problem details; never translated, never reused.
enum ProblemCode: String, Sendable, CaseIterable {
  case badRequest = "bad-request"
  case malformedJSON = "malformed-json"
  case malformedUTF8 = "malformed-utf8"
  case depthExceeded = "depth-exceeded"
  case idempotencyKeyMissing = "idempotency-key-missing"
  case idempotencyKeyInvalid = "idempotency-key-invalid"
  case invalidCursor = "invalid-cursor"
  case unauthenticated
  case tokenExpired = "token-expired"
  case signInFailed = "sign-in-failed"
  case forbidden
  case scopeMissing = "scope-missing"
  case csrfFailed = "csrf-failed"
  case separationOfDuties = "separation-of-duties"
  case notFound = "not-found"
  case methodNotAllowed = "method-not-allowed"
  case notAcceptable = "not-acceptable"
  case requestTimeout = "request-timeout"
  case conflict
  case gateBlocked = "gate-blocked"
  case invalidTransition = "invalid-transition"
  case notEditable = "not-editable"
  case notWaivable = "not-waivable"
  case permitConsumed = "permit-consumed"
  case permitRevoked = "permit-revoked"
  case permitEarly = "permit-early"
  case digestMismatch = "digest-mismatch"
  case frozen
  case permitExpired = "permit-expired"
  case preconditionFailed = "precondition-failed"
  case contentTooLarge = "content-too-large"
  case unsupportedMediaType = "unsupported-media-type"
  case validationFailed = "validation-failed"
  case idempotencyKeyReused = "idempotency-key-reused"
  case policyInvalid = "policy-invalid"
  case preconditionRequired = "precondition-required"
  case rateLimited = "rate-limited"
  case `internal` = "internal"
  case overloaded
  case checkTimeout = "check-timeout"
  case notReady = "not-ready"

  /// Every refusal of the gate has the code of the same name.
  init(_ code: Refusal.Code) { self = ProblemCode(rawValue: code.rawValue) ?? .conflict }

  var status: Int {
    switch self {
    case .badRequest, .malformedJSON, .malformedUTF8, .depthExceeded, .idempotencyKeyMissing,
      .idempotencyKeyInvalid, .invalidCursor:
      400
    case .unauthenticated, .tokenExpired, .signInFailed: 401
    case .forbidden, .scopeMissing, .csrfFailed, .separationOfDuties: 403
    case .notFound: 404
    case .methodNotAllowed: 405
    case .notAcceptable: 406
    case .requestTimeout: 408
    case .conflict, .gateBlocked, .invalidTransition, .notEditable, .notWaivable, .permitConsumed,
      .permitRevoked, .permitEarly, .digestMismatch, .frozen:
      409
    case .permitExpired: 410
    case .preconditionFailed: 412
    case .contentTooLarge: 413
    case .unsupportedMediaType: 415
    case .validationFailed, .idempotencyKeyReused, .policyInvalid: 422
    case .preconditionRequired: 428
    case .rateLimited: 429
    case .internal: 500
    case .overloaded, .checkTimeout, .notReady: 503
    }
  }
}
