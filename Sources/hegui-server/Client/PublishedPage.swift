import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SourceText

/// A page as it stands on the web, fetched from this machine: the server itself fetches nothing.
struct PublishedPage {
  /// It could not be had, or is not there.
  struct Unreachable: Error {
    let reason: String
  }

  /// In UTF-8, whatever it came in.
  let text: String

  init(fetching url: String) async throws {
    guard let parts = URLComponents(string: url), ["http", "https"].contains(parts.scheme ?? "")
    else { throw CommandFailure(message: "\(url)：只取 http 和 https（http and https only）") }
    let bytes = try await Self.bytes(of: url)
    do {
      let source = try decodeSource(path: url, bytes: bytes)
      text = String(decoding: source.bytes, as: UTF8.self)
    } catch {
      throw CommandFailure(message: "\(url)：\(error)")
    }
  }

  private static func bytes(of url: String) async throws -> [UInt8] {
    var request = HTTPClientRequest(url: url)
    request.headers.add(name: "Accept", value: "text/html, application/xhtml+xml")
    request.headers.add(name: "User-Agent", value: "hegui/\(toolVersion)")
    let limit = 2_000_000
    do {
      let response = try await HTTPClient.once.execute(request, timeout: .seconds(30))
      guard response.status.code == 200 else {
        throw Unreachable(reason: "\(response.status.code)")
      }
      let body = try await response.body.collect(upTo: limit)
      return Array(body.readableBytesView)
    } catch let error as Unreachable {
      throw error
    } catch is NIOTooManyBytesError {
      throw CommandFailure(message: "\(url)：网页超过 \(limit) 字节（the page is too long）")
    } catch {
      throw Unreachable(reason: "\(error)")
    }
  }
}
