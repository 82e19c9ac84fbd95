import Console

extension Problem {
  /// The same for somebody with a browser, who is told what to do there and not how to call the API.
  var forPeople: Problem {
    guard detail == nil, let phrase = code.phraseForPeople else { return self }
    var problem = self
    problem.detail = phrase.text
    return problem
  }
}

extension ProblemCode {
  fileprivate var phraseForPeople: ProblemPhrase? {
    switch self {
    case .validationFailed, .badRequest, .policyInvalid: .mend
    case .malformedJSON, .malformedUTF8, .depthExceeded: .unreadable
    case .notFound: .noPage
    case .forbidden: .notAllowed
    case .csrfFailed, .unauthenticated, .tokenExpired: .signInAgain
    case .preconditionFailed, .preconditionRequired: .changed
    case .idempotencyKeyReused, .idempotencyKeyMissing, .idempotencyKeyInvalid: .sentAlready
    case .rateLimited, .overloaded, .checkTimeout, .notReady: .busy
    case .contentTooLarge, .requestTimeout: .tooLarge
    case .internal: .broken
    default: nil
    }
  }
}
