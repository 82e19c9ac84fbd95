package import Reviewing

/// The styles, scripts and pictures that pages name, held in memory.
package struct Assets: Sendable {
  package struct File: Sendable {
    package let type: String
    package let bytes: [UInt8]
    package let digest: Digest

    /// Another one for other bytes.
    package var version: String { String(digest.description.dropFirst(7).prefix(12)) }

    /// Nil for a name whose ending is not one of those that are served.
    package init?(named name: String, bytes: [UInt8]) {
      let endings = [
        ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml", ".png": "image/png",
      ]
      guard let type = endings.first(where: { name.hasSuffix($0.key) })?.value else { return nil }
      self.type = type
      self.bytes = bytes
      digest = Digest(of: bytes)
    }
  }

  private let files: [String: File]

  package init(_ files: [String: File]) { self.files = files }

  package func file(_ name: String) -> File? { files[name] }

  /// The address of a file as it is now: with other bytes it has another address, so that it may be kept for ever.
  func address(of name: String) -> String {
    "/assets/\(name)?v=\(files[name]?.version ?? "0")"
  }
}
