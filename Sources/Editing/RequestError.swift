import Reporting

/// Why a request is not fulfilled, by the numbers of JSON-RPC and the protocol.
enum RequestError: Int, Error {
  case notJSON = -32700
  case invalidRequest = -32600
  case unknownMethod = -32601
  case invalidParameters = -32602
  case notInitialized = -32002

  var message: String {
    switch self {
    case .notJSON: "消息不是 JSON（the message is not JSON）"
    case .invalidRequest: "此时不能这样请求（invalid request）"
    case .unknownMethod: "没有这个方法（method not found）"
    case .invalidParameters: "参数不对（invalid parameters）"
    case .notInitialized: "尚未 initialize（not initialized）"
    }
  }
}

extension JSONValue {
  static func answer(to id: JSONValue, _ result: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id, "result": result]
  }

  static func refusal(of id: JSONValue, _ error: RequestError) -> JSONValue {
    [
      "jsonrpc": "2.0", "id": id,
      "error": ["code": .number(error.rawValue), "message": .string(error.message)],
    ]
  }

  static func notification(_ method: String, _ params: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "method": .string(method), "params": params]
  }
}
