import Linting
import Reading
import SourceText

extension Configuration {
  /// Reads a `hegui.yml`; an unknown key, a value of another kind and a key that stands twice are errors.
  package init(reading path: String) throws(RulePackError) {
    let bytes: [UInt8]
    do {
      bytes = try readFile(path, limit: 1_000_000)
    } catch {
      throw RulePackError(path, .unreadable(error))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RulePackError(
        path,
        Localized(
          "配置文件不是 UTF-8，请另存为 UTF-8",
          "the configuration is not valid UTF-8: save it as UTF-8"
        )
      )
    }
    try self.init(parsing: text, path: path)
  }

  /// The settings that a text has; `path` is where it was read from and what its paths are relative to.
  package init(parsing text: String, path: String) throws(RulePackError) {
    self.init()
    self.path = path
    // A file of comments only is a file without settings.
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }),
      hasContent(text)
    else { return }
    var root = try YAMLMapping(parsing: text, path: path)
    profile = try root.choice("profile", of: Profile.self)
    rules = try readRules(&root)
    packs = try readStrings("packs", in: &root).map { resolved($0, beside: path) }
    lists = try readLists(&root)
    requiredCategories = try readStrings("required-categories", in: &root)
    allow = try readStrings("allow", in: &root)
    ignore = try readStrings("ignore", in: &root)
    columns = try readColumns(&root)
    hosts = try readHosts(&root)
    try readLimits(&root)
    try root.finish()
  }

  private func readStrings(
    _ key: String,
    in root: inout YAMLMapping
  ) throws(RulePackError) -> [String] {
    guard let strings = try root.strings(key) else { return [] }
    guard !strings.contains("") else {
      throw root.error(Localized("「\(key)」里有空的一项", "\"\(key)\" holds an empty text"), at: key)
    }
    return strings
  }

  /// Hosts without scheme and path.
  private func readHosts(_ root: inout YAMLMapping) throws(RulePackError) -> [String] {
    let hosts = try readStrings("hosts", in: &root)
    guard !hosts.contains(where: { $0.contains("/") || !$0.contains(".") }) else {
      throw root.error(
        Localized(
          "hosts 里写域名，如 www.example.cn，不带 http:// 和路径",
          "\"hosts\" lists hosts such as www.example.cn, without http:// and path"
        ),
        at: "hosts"
      )
    }
    return hosts.map { $0.lowercased() }
  }

  private func readRules(_ root: inout YAMLMapping) throws(RulePackError) -> [RuleSetting] {
    guard var mapping = try root.mapping("rules") else { return [] }
    var settings: [RuleSetting] = []
    for name in mapping.keys {
      guard let node = mapping.node(name) else { continue }
      var setting = RuleSetting(name: name, line: mapping.line(of: name))
      if let word = node.text {
        setting.level = try level(word, of: "rules", line: setting.line)
      } else {
        try readOptions(of: &setting, in: try YAMLMapping(node, path: root.path))
      }
      settings.append(setting)
    }
    return settings
  }

  private func readOptions(
    of setting: inout RuleSetting,
    in mapping: YAMLMapping
  ) throws(RulePackError) {
    var mapping = mapping
    if let word = try mapping.string("severity") {
      setting.level = try level(word, of: "severity", line: mapping.line(of: "severity"))
    }
    for key in mapping.keys where key != "severity" {
      guard let node = mapping.node(key) else { continue }
      setting.optionLines[key] = mapping.line(of: key)
      guard let value = RuleOptions.Value(node) else {
        throw mapping.error(
          Localized(
            "「\(key)」应是数、true 或 false、文字或列表",
            "\"\(key)\" is a number, true or false, a text or a list"
          ),
          at: key
        )
      }
      setting.options[key] = value
    }
  }

  private func level(
    _ word: String,
    of key: String,
    line: Int
  ) throws(RulePackError) -> RuleSetting.Level {
    if word == "off" { return .off }
    if let severity = Severity(rawValue: word) { return .on(severity) }
    let words = ["off"] + Severity.allCases.map(\.rawValue)
    throw RulePackError(
      path ?? "",
      line: line,
      Localized(
        "没有级别「\(word)」，请用 \(words.joined(separator: "、"))",
        "\"\(word)\" is not a severity: use \(words.joined(separator: ", "))"
      ).suggesting(nearest(to: word, among: words))
    )
  }

  private func readLists(_ root: inout YAMLMapping) throws(RulePackError) -> [ListSetting] {
    guard let node = root.node("lists") else { return [] }
    guard let items = node.sequence else {
      throw root.error(Localized("lists 应是列表", "\"lists\" is a list"), at: "lists")
    }
    var settings: [ListSetting] = []
    for item in items {
      let line = item.line
      if let name = item.text {
        settings.append(ListSetting(path: resolved(name, beside: root.path), line: line))
        continue
      }
      var mapping = try YAMLMapping(item, path: root.path)
      let name = try mapping.required("path")
      var setting = ListSetting(path: resolved(name, beside: root.path), line: line)
      setting.severity = try mapping.choice("severity", of: Severity.self)
      setting.escalation = try mapping.choice("escalation", of: Escalation.self)
      setting.category = try mapping.string("category")
      try mapping.finish()
      settings.append(setting)
    }
    return settings
  }

  private func readColumns(_ root: inout YAMLMapping) throws(RulePackError) -> [String:
    ColumnSetting]
  {
    guard var mapping = try root.mapping("columns") else { return [:] }
    var columns: [String: ColumnSetting] = [:]
    for name in mapping.keys {
      guard let node = mapping.node(name) else { continue }
      var column = ColumnSetting()
      if let word = node.text {
        column.draftClass = word
      } else {
        var item = try YAMLMapping(node, path: root.path)
        column.draftClass = try item.string("class")
        column.department = try item.string("department")
        try item.finish()
      }
      if let word = column.draftClass, !Self.draftClasses.contains(word) {
        throw mapping.error(
          Localized("没有稿件类别「\(word)」", "\"\(word)\" is not a class of drafts")
            .suggesting(nearest(to: word, among: Self.draftClasses)),
          at: name
        )
      }
      columns[name] = column
    }
    return columns
  }

  private mutating func readLimits(_ root: inout YAMLMapping) throws(RulePackError) {
    guard var mapping = try root.mapping("limits") else { return }
    func read(_ key: String, into limit: inout Int) throws(RulePackError) {
      guard let value = try mapping.int(key) else { return }
      guard value > 0 else {
        throw mapping.error(Localized("「\(key)」要大于 0", "\"\(key)\" is above 0"), at: key)
      }
      limit = value
    }
    try read("file-bytes", into: &limits.fileBytes)
    try read("depth", into: &limits.depth)
    try read("attributes-in-tag", into: &limits.attributesInTag)
    try read("bytes-in-tag", into: &limits.bytesInTag)
    try read("end-tag-steps", into: &limits.endTagSteps)
    try read("images", into: &limits.images)
    try read("findings", into: &maximumFindings)
    try mapping.finish()
  }
}

extension RuleOptions.Value {
  /// Nil for what an option cannot be.
  fileprivate init?(_ node: YAMLNode) {
    if let items = node.sequence {
      let texts = items.compactMap(\.text)
      guard texts.count == items.count else { return nil }
      self = .strings(texts)
      return
    }
    guard case .scalar(let text, let isPlain) = node.content else { return nil }
    switch text {
    case "true" where isPlain: self = .bool(true)
    case "false" where isPlain: self = .bool(false)
    default:
      if isPlain, let number = Int(text) {
        self = .int(number)
      } else {
        self = .string(text)
      }
    }
  }
}

/// Whether a YAML text has more than comments.
private func hasContent(_ text: String) -> Bool {
  text.split(whereSeparator: \.isNewline).contains { line in
    guard let first = line.first(where: { !$0.isWhitespace }) else { return false }
    return first != "#"
  }
}

/// A path of a configuration as seen from the working folder.
private func resolved(_ name: String, beside file: String) -> String {
  guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
  return String(file[...slash]) + name
}
