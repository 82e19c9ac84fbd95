import HTTPTypes
import Hummingbird
import Logging
import ServiceLifecycle

/// The numbers, on a port of their own that only this machine reaches.
struct MetricsListener {
  let port: Int
  let parts: ServerParts

  func application() -> some Service {
    let router = Router(context: BasicRequestContext.self)
    let metrics = parts.metrics
    router.get("/metrics") { _, _ in
      Response(
        status: .ok,
        headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.exposition))
      )
    }
    return Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
      logger: parts.logger
    )
  }
}
