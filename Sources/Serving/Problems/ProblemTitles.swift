import Linting

extension ProblemCode {
  /// What is wrong, in a few words.
  var title: Localized {
    switch self {
    case .badRequest: Localized("请求不合要求", "the request is not well formed")
    case .malformedJSON: Localized("请求体不是合法的 JSON", "the body is not JSON")
    case .malformedUTF8: Localized("请求体不是合法的 UTF-8", "the body is not UTF-8")
    case .depthExceeded: Localized("JSON 嵌套太深", "the JSON nests too deep")
    case .idempotencyKeyMissing: Localized("缺少 Idempotency-Key", "Idempotency-Key is missing")
    case .idempotencyKeyInvalid: Localized("Idempotency-Key 不合要求", "Idempotency-Key is not valid")
    case .invalidCursor: Localized("游标无效", "the cursor is not valid")
    case .unauthenticated: Localized("请先登录", "sign in first")
    case .tokenExpired: Localized("登录或令牌已失效", "the session or token has ended")
    case .signInFailed: Localized("登录失败", "the sign-in failed")
    case .forbidden: Localized("没有权限", "not allowed")
    case .scopeMissing: Localized("令牌没有这项权限", "the token has no such scope")
    case .csrfFailed: Localized("缺少页面令牌", "the page's token is missing")
    case .separationOfDuties: Localized("不相容职责须由不同的人担任", "another person has to do this")
    case .notFound: Localized("找不到", "not found")
    case .methodNotAllowed: Localized("不支持这个方法", "no such method here")
    case .notAcceptable: Localized("给不出所要的格式", "no such format")
    case .requestTimeout: Localized("请求发得太慢", "the request took too long")
    case .conflict: Localized("与当前情况冲突", "this conflicts with how things are")
    case .gateBlocked: Localized("还有未满足的要求", "requirements are not met")
    case .invalidTransition: Localized("现在不能这样做", "not from this state")
    case .notEditable: Localized("现在不能修改", "it cannot be edited now")
    case .notWaivable: Localized("这一处不能放行", "this finding cannot be waived")
    case .permitConsumed: Localized("发布许可已经用过", "the permit has been used")
    case .permitRevoked: Localized("发布许可已经撤销", "the permit has been revoked")
    case .permitEarly: Localized("还没到许可的时间", "the permit's time has not come")
    case .digestMismatch: Localized("内容与批准的不一致", "the content is not what was approved")
    case .frozen: Localized("稿件已冻结", "the draft is frozen")
    case .permitExpired: Localized("发布许可已过期", "the permit has expired")
    case .preconditionFailed: Localized("内容已经变了", "it has changed meanwhile")
    case .contentTooLarge: Localized("内容太大", "the content is too large")
    case .unsupportedMediaType: Localized("不支持这种内容类型", "no such content type here")
    case .validationFailed: Localized("有的字段不合要求", "some fields are not valid")
    case .idempotencyKeyReused:
      Localized("同一个 Idempotency-Key 用于不同的请求", "the key was used for another request")
    case .policyInvalid: Localized("审核流程不可行", "the policy cannot work")
    case .preconditionRequired: Localized("缺少 If-Match", "If-Match is missing")
    case .rateLimited: Localized("请求太频繁", "too many requests")
    case .internal: Localized("服务器出错了", "something went wrong here")
    case .overloaded: Localized("服务器正忙", "too much to do")
    case .checkTimeout: Localized("检查超时", "the check took too long")
    case .notReady: Localized("服务器还没有准备好", "not ready")
    }
  }
}
