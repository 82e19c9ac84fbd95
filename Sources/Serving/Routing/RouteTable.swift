import HTTPTypes

/// All operations of the API.
struct RouteTable: Sendable {
  let routes: [Route]

  /// The methods that a path may be called with; empty for one that is not known.
  func methods(of path: String) -> [HTTPRequest.Method] {
    let parts = parts(of: path)
    let found = routes.filter { matches(self.parts(of: $0.path), parts) }.map(\.method)
    return found.contains(.get) ? found + [.head] : found
  }

  private func matches(_ pattern: [Substring], _ parts: [Substring]) -> Bool {
    pattern.count == parts.count
      && zip(pattern, parts).allSatisfy { wanted, part in wanted.hasPrefix("{") || wanted == part }
  }

  private func parts(of path: String) -> [Substring] {
    path.split(separator: "/", omittingEmptySubsequences: true)
  }
}
