/// Why rules or their data cannot be used; says where, what, and what to do.
package struct RulePackError: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  /// From 1; nil where the whole file is meant.
  package let line: Int?
  package let reason: String

  package init(_ path: String, line: Int? = nil, _ reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  package var description: String {
    line.map { "\(path):\($0): \(reason)" } ?? "\(path): \(reason)"
  }
}
