package import Reviewing

/// A random text that opens something; what it opens is found by its hash, which alone is kept.
package struct Secret: Sendable {
  package let text: String

  /// 256 random bits.
  package init() {
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    text = base64URL(bytes)
  }

  package init(_ text: String) { self.text = text }

  package var hash: Digest { Digest(of: text.utf8) }
}

/// Whether two texts are the same bytes, in a time that does not tell where they differ.
func isSame(_ left: String, _ right: String) -> Bool {
  let (left, right) = (Array(left.utf8), Array(right.utf8))
  guard left.count == right.count else { return false }
  return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}
