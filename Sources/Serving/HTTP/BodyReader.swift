import HTTPTypes
import Hummingbird
import Linting
import NIOCore

/// Reads whole bodies within their limits of size and time.
struct BodyReader: Sendable {
  private let limits: ServingLimits
  private let deadlines: Deadlines
  private let uploads: UploadSlots

  init(limits: ServingLimits, deadlines: Deadlines) {
    self.limits = limits
    self.deadlines = deadlines
    uploads = UploadSlots(limit: limits.uploadsInFlight)
  }

  /// Of a form with files; throws 503 where many are on their way already.
  func upload(of request: Request, from channel: any Channel) async throws -> [UInt8] {
    guard uploads.take() else { throw Problem(.overloaded).retrying(after: 5).closing }
    defer { uploads.giveBack() }
    var limits = limits
    limits.bodyBytes = limits.uploadBytes
    limits.bodySeconds *= 6
    return try await body(of: request, from: channel, limits)
  }

  /// Throws 408, 413 or 415; what is left of the body is not read then, so the connection has to be closed.
  func body(
    of request: Request,
    upTo bytes: Int,
    from channel: any Channel
  ) async throws -> [UInt8] {
    var limits = limits
    limits.bodyBytes = bytes
    return try await body(of: request, from: channel, limits)
  }

  private func body(
    of request: Request,
    from channel: any Channel,
    _ limits: ServingLimits
  ) async throws -> [UInt8] {
    let declared = request.headers[.contentLength].flatMap { Int($0) }
    if let declared, declared > limits.bodyBytes {
      throw Problem.tooLarge(limits.bodyBytes).closing
    }
    if let coding = request.headers[.contentEncoding], coding.lowercased() != "identity" {
      throw Problem(
        .unsupportedMediaType,
        Localized("不支持压缩的请求体", "compressed bodies are not taken")
      ).closing
    }
    let isEmpty = declared ?? 0 == 0 && request.headers[.transferEncoding] == nil
    guard !isEmpty else { return [] }
    let watch = BodyWatch(channel, start: .now, limits: limits)
    let id = deadlines.add(watch.look)
    defer { deadlines.remove(id) }
    do {
      let bytes = try await collect(request.body, expecting: declared ?? 0, watch, limits)
      if !watch.isExpired { return bytes }
    } catch let problem as Problem {
      throw problem
    } catch {
      guard watch.isExpired else { throw Problem(.badRequest).closing }
    }
    throw Problem(.requestTimeout).closing
  }

  private func collect(
    _ body: RequestBody,
    expecting count: Int,
    _ watch: BodyWatch,
    _ limits: ServingLimits
  ) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(count, limits.bodyBytes))
    for try await buffer in body {
      bytes += buffer.readableBytesView
      watch.received(buffer.readableBytes)
      guard bytes.count <= limits.bodyBytes else {
        throw Problem.tooLarge(limits.bodyBytes).closing
      }
    }
    return bytes
  }
}

extension Problem {
  static func tooLarge(_ limit: Int) -> Problem {
    Problem(
      .contentTooLarge,
      Localized("请求体最多 \(limit) 字节", "a body has at most \(limit) bytes")
    )
  }

  /// With the connection closed after the answer, as what is left of the body is not read.
  fileprivate var closing: Problem {
    var problem = self
    problem.headers[.connection] = "close"
    return problem
  }
}
