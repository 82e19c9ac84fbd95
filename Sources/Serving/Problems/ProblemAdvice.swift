import Linting

extension ProblemCode {
  /// What to do about it, for the page of the problem.
  var advice: Localized {
    switch self {
    case .idempotencyKeyMissing, .idempotencyKeyInvalid, .idempotencyKeyReused:
      Localized(
        "每个会改变数据的 POST 请求都要带 Idempotency-Key（16 到 128 个可见 ASCII 字符）；重试用同一个键和同样的内容，新的请求用新的键。",
        "A POST that changes something carries Idempotency-Key (16 to 128 visible ASCII characters): a retry the same key and body, a new request a new key."
      )
    case .preconditionRequired, .preconditionFailed:
      Localized(
        "先读取最新的内容，把它的 ETag 原样放进 If-Match 再试。",
        "Read it again and send its ETag in If-Match."
      )
    case .unauthenticated, .tokenExpired, .signInFailed:
      Localized(
        "用姓名和密码登录，或在 Authorization 里带上有效的令牌。",
        "Sign in, or send a valid token in Authorization."
      )
    case .csrfFailed:
      Localized(
        "用登录的浏览器会话修改数据时，须把登录时得到的 csrf_token 放进 X-CSRF-Token。",
        "A session's cookie is not enough to change something: send csrf_token in X-CSRF-Token."
      )
    case .rateLimited, .overloaded, .checkTimeout, .notReady:
      Localized("等 Retry-After 所说的秒数再试。", "Try again after the seconds of Retry-After.")
    case .gateBlocked:
      Localized(
        "requirements 列出每一项要求、谁能处理、怎样处理。",
        "requirements lists each requirement, who can clear it and how."
      )
    case .separationOfDuties:
      Localized("请另一位有权限的人来办。", "Ask another person with the role.")
    case .digestMismatch:
      Localized(
        "只能发布批准的那一版，一个字节也不能改；改了就要重新送审。",
        "Only the approved revision may be published, byte for byte; what is changed is reviewed again."
      )
    case .frozen:
      Localized(
        "文中有涉密标志：停止处理，线下报告保密审查人。系统没有保存正文。",
        "The text bears a mark of secrecy: stop, and tell the secrecy reviewer. No text was kept."
      )
    case .validationFailed, .badRequest, .malformedJSON, .malformedUTF8, .depthExceeded:
      Localized(
        "errors 指出有问题的位置；格式见 /v1/openapi.json。",
        "errors points at what is wrong; /v1/openapi.json has the formats."
      )
    case .contentTooLarge, .requestTimeout:
      Localized("各项上限见 /v1/limits。", "/v1/limits has all limits.")
    case .internal:
      Localized(
        "请把 request_id 告诉管理员，日志里有同一个编号。",
        "Tell the administrator the request_id; the log has it too."
      )
    default: title
    }
  }
}
