import Linting
import SourceText

/// A mapping of a YAML file whose keys are read one by one; what is left at the end is unknown.
struct YAMLMapping {
  let path: String
  let line: Int
  private let pairs: [YAMLNode.Pair]
  private var read: [String] = []

  /// The root of a file.
  init(parsing text: String, path: String) throws(RulePackError) {
    try self.init(YAMLNode(parsing: text, path: path), path: path)
  }

  init(_ node: YAMLNode, path: String) throws(RulePackError) {
    self.path = path
    line = node.line
    guard case .mapping(let pairs) = node.content else {
      throw RulePackError(
        path,
        line: line,
        Localized("这里应是「键: 值」", "a mapping of keys is expected")
      )
    }
    if let other = pairs.first(where: { $0.key == nil }) {
      throw RulePackError(path, line: other.line, Localized("键应是文字", "a key is a plain text"))
    }
    self.pairs = pairs
    read.reserveCapacity(pairs.count)
  }

  var keys: [String] { pairs.compactMap(\.key) }

  func line(of key: String) -> Int { pairs.first { $0.key == key }?.line ?? line }

  func error(_ reason: Localized, at key: String? = nil) -> RulePackError {
    RulePackError(path, line: key.map(line(of:)) ?? line, reason)
  }

  mutating func node(_ key: String) -> YAMLNode? {
    read.append(key)
    // By index: taking pairs out of the array would count references for each.
    for index in pairs.indices where pairs[index].key == key { return pairs[index].value }
    return nil
  }

  /// Leaves a key alone that may be there.
  mutating func skip(_ key: String) { read.append(key) }

  mutating func string(_ key: String) throws(RulePackError) -> String? {
    guard let node = node(key) else { return nil }
    guard let text = node.text else {
      throw error(Localized("「\(key)」应是文字", "\"\(key)\" is a text"), at: key)
    }
    return text
  }

  mutating func required(_ key: String) throws(RulePackError) -> String {
    guard let text = try string(key), !text.isEmpty else {
      throw missing(key)
    }
    return text
  }

  /// That a key is missing, or that one is written wrongly which may be meant for it.
  func missing(_ key: String) -> RulePackError {
    for pair in pairs {
      guard let other = pair.key, other != key, !read.contains(other),
        nearest(to: other, among: [key]) != nil
      else { continue }
      return RulePackError(
        path,
        line: pair.line,
        Localized("没有键「\(other)」", "unknown key \"\(other)\"").suggesting(key)
      )
    }
    return error(Localized("缺少「\(key)」", "\"\(key)\" is missing"))
  }

  mutating func int(_ key: String) throws(RulePackError) -> Int? {
    guard let node = node(key) else { return nil }
    guard let value = node.int else {
      throw error(Localized("「\(key)」应是整数", "\"\(key)\" is a whole number"), at: key)
    }
    return value
  }

  /// A list of texts; a single text counts as a list of one.
  mutating func strings(_ key: String) throws(RulePackError) -> [String]? {
    guard let node = node(key) else { return nil }
    if let text = node.text { return [text] }
    guard let sequence = node.sequence else { throw error(.list(key), at: key) }
    var strings: [String] = []
    for item in sequence {
      guard let text = item.text else {
        throw error(Localized("「\(key)」应是文字的列表", "\"\(key)\" is a list of texts"), at: key)
      }
      strings.append(text)
    }
    return strings
  }

  mutating func mapping(_ key: String) throws(RulePackError) -> YAMLMapping? {
    guard let node = node(key) else { return nil }
    return try YAMLMapping(node, path: path)
  }

  mutating func mappings(_ key: String) throws(RulePackError) -> [YAMLMapping]? {
    guard let node = node(key) else { return nil }
    guard let sequence = node.sequence else { throw error(.list(key), at: key) }
    var mappings: [YAMLMapping] = []
    for item in sequence { mappings.append(try YAMLMapping(item, path: path)) }
    return mappings
  }

  /// One of the raw values of an enumeration.
  mutating func choice<Choice>(_ key: String, of type: Choice.Type) throws(RulePackError) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let text = try string(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let all = Choice.allCases.map(\.rawValue)
    throw error(
      Localized(
        "「\(key)」应是 \(all.joined(separator: "、")) 之一，不是「\(text)」",
        "\"\(key)\" is one of \(all.joined(separator: ", ")), not \"\(text)\""
      ),
      at: key
    )
  }

  /// Throws at the first key that nothing has read.
  func finish() throws(RulePackError) {
    for pair in pairs {
      guard let key = pair.key, !read.contains(key) else { continue }
      throw RulePackError(
        path,
        line: pair.line,
        Localized("没有键「\(key)」", "unknown key \"\(key)\"")
          .suggesting(nearest(to: key, among: read))
      )
    }
  }
}

extension YAMLNode {
  /// The root of a file.
  init(parsing text: String, path: String) throws(RulePackError) {
    let root: YAMLNode?
    do {
      root = try YAMLComposer.root(of: text)
    } catch {
      throw RulePackError(
        path,
        line: error.line,
        Localized("YAML 有误：\(error.problem.zh)", "not valid YAML: \(error.problem.en)")
      )
    }
    guard let root else {
      throw RulePackError(
        path,
        Localized("文件是空的，里面应有「键: 值」", "the file is empty, a mapping is expected")
      )
    }
    self = root
  }
}
