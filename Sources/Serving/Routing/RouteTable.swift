import HTTPTypes

/// All operations of the API.
struct RouteTable: Sendable {
  let routes: [Route]

  /// The methods that a path may be called with; empty for one that is not known.
  func methods(of path: String) -> [HTTPRequest.Method] {
    let parts = parts(of: path)
    let matching = routes.filter { matches(self.parts(of: $0.path), parts) }
    // A path written out wins over one with names in it, whatever the method.
    let written = matching.filter { self.parts(of: $0.path) == parts }
    let found = (written.isEmpty ? matching : written).map(\.method)
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
