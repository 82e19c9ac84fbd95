import HTTPTypes
import Linting
import Reporting
import Reviewing

/// Why a request is not answered as wished; `ProblemDetails` makes the answer of it (RFC 9457).
struct Problem: Error, Sendable {
  let code: ProblemCode
  /// What is wrong with this request; nil where the title says it all.
  var detail: Localized?
  /// JSON pointers or names of parameters, with what is wrong.
  var fields: [Field] = []
  /// Further members.
  var members: [String: JSON] = [:]
  var headers: HTTPFields = [:]

  struct Field: Sendable {
    let pointer: String
    let detail: Localized
  }

  init(_ code: ProblemCode, _ detail: Localized? = nil) {
    self.code = code
    self.detail = detail
  }

  /// One field that is not as it must be.
  static func field(_ pointer: String, _ detail: Localized) -> Problem {
    var problem = Problem(.validationFailed)
    problem.fields = [Field(pointer: pointer, detail: detail)]
    return problem
  }

  static func parameter(_ name: String, _ detail: Localized) -> Problem {
    var problem = Problem(.badRequest)
    problem.fields = [Field(pointer: name, detail: detail)]
    return problem
  }

  func retrying(after seconds: Int) -> Problem {
    var problem = self
    problem.headers[.retryAfter] = String(max(1, seconds))
    return problem
  }
}

extension Problem {
  /// What the gate refused.
  init(_ refusal: Refusal, people: [ID<User>: String] = [:]) {
    let isStale = refusal.code == .versionConflict
    self.init(isStale ? .preconditionFailed : ProblemCode(refusal.code), refusal.message)
    fields = refusal.fields.sorted { $0.key < $1.key }.map {
      Field(pointer: $0.key, detail: $0.value)
    }
    if let rule = refusal.rule { members["rule"] = .string(rule) }
    if !refusal.requirements.isEmpty {
      members["requirements"] = .array(refusal.requirements.map { $0.body(people) })
    }
    if !refusal.allowed.isEmpty {
      members["allowed"] = JSON(refusal.allowed.map(\.rawValue))
    }
  }

  /// The body in one language.
  func body(requestID: String, in language: Language) -> JSON {
    var body: [String: JSON] = members
    body["type"] = .string("/problems/\(code.rawValue)")
    body["title"] = .string(code.title.text(in: language))
    body["status"] = .int(Int64(code.status))
    body["code"] = .string(code.rawValue)
    body["request_id"] = .string(requestID)
    body["detail"] = .string((detail ?? code.advice).text(in: language))
    if !fields.isEmpty {
      body["errors"] = .array(
        fields.map {
          ["pointer": .string($0.pointer), "detail": .string($0.detail.text(in: language))]
        }
      )
    }
    return .object(body)
  }

  func answer(requestID: String, in language: Language) -> Answer {
    var answer = Answer(
      status: code.status,
      type: "application/problem+json",
      bytes: body(requestID: requestID, in: language).canonicalBytes
    )
    answer.headers = headers
    answer.headers[.contentLanguage] = language.tag
    answer.headers[.vary] = "Accept-Language"
    return answer
  }
}

extension Language {
  var tag: String { self == .zh ? "zh-CN" : "en" }
}
