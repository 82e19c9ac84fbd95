import HTTPTypes
import Hummingbird
import Reviewing

/// What is sent back, before it has the headers that all answers have.
struct Answer: Sendable {
  var status: Int
  var type: String
  var bytes: [UInt8]
  var headers: HTTPFields = [:]

  init(status: Int = 200, type: String, bytes: [UInt8]) {
    self.status = status
    self.type = type
    self.bytes = bytes
  }

  init(status: Int = 200, _ body: JSON) {
    self.init(status: status, type: "application/json", bytes: body.canonicalBytes)
  }

  static func html(_ text: String) -> Answer {
    Answer(type: "text/html; charset=utf-8", bytes: Array(text.utf8))
  }

  static func text(_ text: String) -> Answer {
    Answer(type: "text/plain; charset=utf-8", bytes: Array(text.utf8))
  }

  static let nothing = Answer(status: 204, type: "", bytes: [])

  func with(_ name: HTTPField.Name, _ value: String) -> Answer {
    var answer = self
    answer.headers[name] = value
    return answer
  }

  /// As Hummingbird sends it.
  var response: Response {
    var headers = headers
    if !type.isEmpty { headers[.contentType] = type }
    return Response(
      status: HTTPResponse.Status(code: status),
      headers: headers,
      body: bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }
}

extension HTTPField.Name {
  private static func named(_ name: String) -> HTTPField.Name {
    HTTPField.Name(name) ?? .contentType
  }

  static let requestID = named("X-Request-Id")
  static let csrfToken = named("X-CSRF-Token")
  static let idempotencyKey = named("Idempotency-Key")
  static let idempotencyReplayed = named("Idempotency-Replayed")
  static let webLink = named("Link")
  static let rateLimit = named("RateLimit")
  static let rateLimitPolicy = named("RateLimit-Policy")
  static let forwardedFor = named("X-Forwarded-For")
  static let referrerPolicy = named("Referrer-Policy")
  static let crossOriginResourcePolicy = named("Cross-Origin-Resource-Policy")
}
