import HTTPTypes
import Linting
import Reviewing

/// One operation of the API: how it is called, by whom, and what does it.
struct Route: Sendable {
  enum Access: Hashable, Sendable {
    /// Anybody, signed in or not.
    case open
    /// Anybody where the settings say so, else who may check.
    case checking
    /// Who has signed in, or has a token of this scope.
    case signedIn(Scope)
    /// The same with one of these roles.
    case roles(Set<Role>, Scope)
    /// Who has signed in by a session; no token does.
    case session
  }

  /// The submission that the path names, which the caller must be able to see.
  enum Subject: Sendable {
    case none
    case draft
    case permit
    case publication
    case waiver
  }

  /// What runs in the transaction of the effect.
  typealias Effect = @Sendable (any StoreWriting) throws -> Outcome

  enum Work: Sendable {
    case read(@Sendable (Exchange) async throws -> Answer)
    /// Reads the request and prepares what may take long; what it returns is done in one transaction.
    case write(@Sendable (Exchange) async throws -> Effect)
    /// What a browser's form asks of another route.
    indirect case form(Route)
  }

  let method: HTTPRequest.Method
  /// Such as `/v1/drafts/{draft}`.
  let path: String
  let access: Access
  var subject = Subject.none
  /// Whether `Idempotency-Key` is required.
  var needsKey = false
  /// Whether `If-Match` is required.
  var needsMatch = false
  /// Whether the answer holds a secret, which is shown once: it is not kept for a request that comes again.
  var answersSecret = false
  /// Whether a request counts towards what one client may ask; a page asks for many files at once.
  var isCounted = true
  /// Whether its form may bring files along.
  var takesFiles = false
  /// Whether it is for people with browsers, who get pages where programs get problem details.
  var isPage = false
  let documentation: Documentation
  let work: Work

  /// What the OpenAPI document says of it.
  struct Documentation: Sendable {
    let id: String
    let summary: Localized
    var parameters: [Parameter] = []
    /// The schema of a JSON body; nil for none.
    var body: String?
    /// Other types that the body may have.
    var rawTypes: [String] = []
    /// The status of success.
    var status = 200
    /// The schema of the answer; nil for none.
    var answer: String?
    var answerType = "application/json"
    var problems: [ProblemCode] = []

    /// Of pages and forms, which are no part of the API.
    static let none = Documentation(id: "", summary: Localized("", ""))
  }

  struct Parameter: Sendable {
    let name: String
    let schema: JSON
  }

  var isForm: Bool {
    if case .form = work { true } else { false }
  }

  /// The names in braces, in order.
  var parameterNames: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
      String($0.dropFirst().dropLast())
    }
  }
}

/// What a transaction came to; a problem in it is told after what was written has been kept.
struct Outcome: Sendable {
  var answer: Answer?
  var problem: Problem?
}

extension Outcome {
  init(_ answer: Answer) { self.init(answer: answer) }
}
