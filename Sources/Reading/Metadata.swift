/// What a draft says about itself.
///
/// Keys are those of the interface's "Metadata of a draft".
package struct Metadata: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case frontMatter
    case metaElement
    /// A line such as `来源：… 作者：…`.
    case visibleLine
    case weChat
  }

  package struct Entry: Hashable, Sendable {
    package let key: String
    package let value: Placed
    package let origin: Origin

    package init(key: String, value: Placed, origin: Origin) {
      self.key = key
      self.value = value
      self.origin = origin
    }
  }

  package var entries: [Entry] = []

  package init() {}

  /// The first value of a key that is not blank.
  package subscript(key: String) -> Placed? {
    entries.first { $0.key == key && !$0.value.string.allSatisfy(\.isWhitespace) }?.value
  }
}
