/// Makes a node of the one document of a YAML text.
struct YAMLComposer: ~Copyable {
  /// Far above what settings and packs need, and far below what the stack bears.
  static let deepest = 100

  private var events: YAMLEvents
  private var anchors: [String: YAMLNode] = [:]
  private var depth = 0

  private init(_ events: consuming YAMLEvents) { self.events = events }

  /// The document of a text; nil where there is none.
  static func root(of text: String) throws(YAMLEvents.Failure) -> YAMLNode? {
    let bytes = Array(text.utf8)
    return unsafe try bytes.withUnsafeBufferPointer { (bytes) throws(YAMLEvents.Failure) in
      var composer = unsafe YAMLComposer(YAMLEvents(of: bytes))
      return try composer.root()
    }
  }

  private mutating func root() throws(YAMLEvents.Failure) -> YAMLNode? {
    guard case .documentStart = try events.next() else { return nil }
    let root = try node(at: events.next())
    // The document's end.
    _ = try events.next()
    guard case .streamEnd = try events.next() else { throw failure("but found another document") }
    return root
  }

  private mutating func node(at event: YAMLEvents.Event) throws(YAMLEvents.Failure) -> YAMLNode {
    let line = events.line
    if case .alias(let name) = event {
      guard let node = anchors[name] else { throw failure("found undefined alias") }
      return node
    }
    let anchor = events.anchor
    let node = YAMLNode(line: line, content: try content(at: event))
    if let anchor { anchors[anchor] = node }
    return node
  }

  private mutating func content(
    at event: YAMLEvents.Event
  ) throws(YAMLEvents.Failure) -> YAMLNode.Content {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw failure("nested too deep") }
    switch event {
    case .scalar(let text, let isPlain): return .scalar(text, isPlain: isPlain)
    case .sequenceStart: return .sequence(try items())
    default: return .mapping(try pairs())
    }
  }

  private mutating func items() throws(YAMLEvents.Failure) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .end = event { return items }
      items.append(try node(at: event))
    }
  }

  private mutating func pairs() throws(YAMLEvents.Failure) -> [YAMLNode.Pair] {
    var pairs: [YAMLNode.Pair] = []
    while true {
      let event = try events.next()
      if case .end = event { break }
      let key = try node(at: event)
      let value = try node(at: events.next())
      pairs.append(YAMLNode.Pair(key: key.text, line: key.line, value: value))
    }
    try checkKeys(of: pairs)
    return pairs
  }

  private func checkKeys(of pairs: [YAMLNode.Pair]) throws(YAMLEvents.Failure) {
    // Of few keys each is compared with those before it sooner than hashed.
    let isShort = pairs.count <= 16
    var names: Set<String> = []
    for (index, pair) in pairs.enumerated() {
      guard let name = pair.key else { continue }
      let isKnown =
        isShort ? pairs[..<index].contains { $0.key == name } : !names.insert(name).inserted
      guard isKnown else { continue }
      let first = pairs.first { $0.key == name } ?? pair
      throw YAMLEvents.Failure(line: first.line, problem: .repeatedKey(name))
    }
  }

  private func failure(_ problem: String) -> YAMLEvents.Failure {
    YAMLEvents.Failure(line: events.line, problem: .yamlProblem(problem))
  }
}
