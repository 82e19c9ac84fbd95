import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What Hummingbird hands on with a request.
struct GateContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }

  /// Where the request comes from: the proxy's word where there is one in front, whose own entry is the last.
  func address(of request: Request, isBehindProxy: Bool) -> String {
    if isBehindProxy, let header = request.headers[.forwardedFor] {
      let last = header.utf8.split(separator: UInt8(ascii: ",")).last.map(Substring.init)
      let text = String(last ?? "").filter { !$0.isWhitespace }
      if !text.isEmpty, text.utf8.count <= 45 { return text }
    }
    return channel.remoteAddress?.ipAddress ?? ""
  }
}
