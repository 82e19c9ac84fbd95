/// A node of a YAML document.
struct YAMLNode: Sendable {
  struct Pair: Sendable {
    /// Nil where the key is no scalar.
    let key: String?
    /// Where the key begins, from 1.
    let line: Int
    let value: YAMLNode
  }

  enum Content: Sendable {
    /// `isPlain` where it has neither quotes nor a tag, so that it may stand for a number.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In the order of the file; no key stands twice.
    case mapping([Pair])
  }

  /// Where it begins, from 1.
  let line: Int
  let content: Content

  /// Nil where it is no scalar.
  var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  var sequence: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// Nil where it is no whole number; digits may be parted by `_`.
  var int: Int? {
    guard case .scalar(let text, isPlain: true) = content else { return nil }
    return Int(text.filter { $0 != "_" })
  }
}
