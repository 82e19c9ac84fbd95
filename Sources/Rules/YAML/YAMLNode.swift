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

  /// A mapping without some keys; all else stays as it is.
  func without(_ keys: Set<String>) -> YAMLNode {
    guard case .mapping(let pairs) = content else { return self }
    let rest = pairs.filter { pair in pair.key.map { !keys.contains($0) } ?? true }
    return YAMLNode(line: line, content: .mapping(rest))
  }

  /// A mapping with another value of a key, if it has that.
  func changing(_ key: String, _ change: (YAMLNode) -> YAMLNode) -> YAMLNode {
    guard case .mapping(let pairs) = content else { return self }
    let changed = pairs.map { pair in
      pair.key == key ? Pair(key: key, line: pair.line, value: change(pair.value)) : pair
    }
    return YAMLNode(line: line, content: .mapping(changed))
  }
}
