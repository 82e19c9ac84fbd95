import ChineseText
import Linting
import SourceText

/// What a ruleset is made of besides the rules in Swift.
struct RulesetContent {
  /// A YAML file as libyaml reads it.
  struct Document: Sendable {
    let path: String
    let extent: PackReader.Extent
    let root: YAMLNode
  }

  /// What errors name that are about no one file.
  var path = "rules"
  var packs: [Document] = []
  var sources: [Document] = []
  var lists: [TermList] = []
  /// By name, ascending; each name once.
  var tables: [PatternTable] = []
  var lexicon: (path: String, bytes: Deferred<[UInt8]>)?
  /// The classifier and the detector of `SentenceModel`, in this order, or none.
  var weights: [(path: String, bytes: Deferred<[UInt8]>)] = []
  /// `sha256:…` over all files.
  var digest = ""

  init() {}

  init(of files: [RuleFile]) throws(RulePackError) {
    path = files.first?.path ?? path
    var parts: [[UInt8]] = []
    for file in files {
      let bytes = try file.bytes()
      parts.append(bytes)
      if file.path.hasSuffix(".yml") {
        let text = String(decoding: bytes, as: UTF8.self)
        let root = try YAMLNode(parsing: text, path: file.path)
        let document = Document(path: file.path, extent: file.extent, root: root)
        if file.name == "sources.yml" { sources.append(document) } else { packs.append(document) }
      } else if file.name == "lexicon.txt" {
        lexicon = (file.path, Deferred { bytes })
      } else if SentenceWeights.isModel(bytes) {
        if file.extent == .whole { _ = try SentenceWeights(of: bytes, path: file.path) }
        weights.append((file.path, Deferred { bytes }))
      } else {
        try add(bytes, of: file)
      }
    }
    tables.sort { $0.name < $1.name }
    weights.sort { $0.path < $1.path }
    digest = sha256(of: parts)
  }

  /// Adds the content of a term list or pattern table.
  private mutating func add(_ bytes: [UInt8], of file: RuleFile) throws(RulePackError) {
    let name = String(file.name.dropLast(".txt".count))
    guard PatternTable.isTable(bytes) else {
      lists.append(TermList(name: name, file: file.path, bytes: bytes))
      return
    }
    guard !tables.contains(where: { $0.name == name }) else {
      throw RulePackError(
        file.path,
        Localized(
          "句式表「\(name)」有两份，请改一个名字",
          "the pattern table \"\(name)\" is there twice: rename one"
        )
      )
    }
    let isWhole = file.extent == .whole
    tables.append(
      try PatternTable(
        name: name,
        file: file.path,
        bytes: TableClasses.expanded(bytes, file: file.path),
        whole: isWhole
      )
    )
  }

  /// The rules in Swift and those of the packs; `sources` are the keys they may name, nil where that is known.
  func rules(naming sources: Set<String>?) throws(RulePackError) -> [any Rule] {
    var rules = builtInRules
    let model = weights.count == 2 ? SentenceModel(weights[1].bytes, by: weights[0].bytes) : nil
    for pack in packs {
      let reader = PackReader(
        path: pack.path,
        sources: sources,
        extent: pack.extent,
        tables: tables,
        model: model,
        taken: pack.extent == .whole ? Set(rules.map(\.info.id)) : []
      )
      rules += try reader.rules(in: pack.root)
    }
    return rules
  }

  func sourcesByKey() throws(RulePackError) -> [String: RuleSource] {
    var sources: [String: RuleSource] = [:]
    for document in self.sources {
      var root = try YAMLMapping(document.root, path: document.path)
      for key in root.keys {
        guard var item = try root.mapping(key) else { continue }
        sources[key] = RuleSource(
          title: try item.required("title"),
          issuer: try item.string("issuer") ?? "",
          date: try item.string("date") ?? "",
          standing: try item.choice("standing", of: RuleSource.Standing.self) ?? .verified
        )
        _ = try item.string("url")
        try item.finish()
      }
    }
    return sources
  }
}

extension Ruleset {
  /// Reads and checks what is in the content.
  init(_ content: RulesetContent) throws(RulePackError) {
    let sources = try content.sourcesByKey()
    let rules = try content.rules(naming: Set(sources.keys))
    self.init(
      rules: orderOfIds(rules).map { rules[$0] },
      sources: Deferred { sources },
      content: content
    )
    try checkTables()
    try check(path: content.path)
  }

  /// Each rule that a table has entries for is a rule of that table.
  private func checkTables() throws(RulePackError) {
    for table in tables {
      let ids = rules.compactMap { rule in
        let rule = (rule as? SuspectingRule)?.base ?? rule
        return (rule as? TableRule).flatMap { $0.table === table ? $0.info.id : nil }
      }
      guard let stray = table.rules.first(where: { !ids.contains($0.name) }) else { continue }
      throw RulePackError(
        table.file,
        line: stray.line,
        Localized(
          "没有规则「\(stray.name)」用这张表",
          "no rule \"\(stray.name)\" has this table for its match"
        ).suggesting(nearest(to: stray.name, among: ids))
      )
    }
  }

  /// Ids, lists and sources stand once and exist.
  private func check(path: String) throws(RulePackError) {
    var ids: Set<String> = []
    let names = Set(lists.map(\.name))
    for rule in rules {
      let info = rule.info
      guard ids.insert(info.id).inserted else {
        throw RulePackError(
          path,
          Localized("规则 \(info.id) 有两条，请改一个名字", "the rule \(info.id) is defined twice: rename one")
        )
      }
      if let missing = rule.lists.first(where: { !names.contains($0) }) {
        throw RulePackError(
          path,
          Localized(
            "\(info.id) 要用的词表「\(missing)」不存在",
            "\(info.id) needs the term list \"\(missing)\""
          ).suggesting(nearest(to: missing, among: names))
        )
      }
      if let basis = info.basis.first(where: { sources.value[$0.source] == nil }) {
        throw RulePackError(
          path,
          Localized(
            "\(info.id) 的依据「\(basis.source)」不在 sources.yml 里",
            "\(info.id) names the source \"\(basis.source)\", which is not in sources.yml"
          )
        )
      }
      let standings = info.basis.map { sources.value[$0.source]?.standing }
      if info.severity == .error, !standings.isEmpty, standings.allSatisfy({ $0 == .unverified }) {
        throw RulePackError(
          path,
          Localized(
            "\(info.id) 的依据没有人核对过原文，不能算错误，请改成警告",
            "\(info.id) is an error on sources that nobody has read: make it a warning"
          )
        )
      }
    }
  }
}

/// The indices of rules in the order of their ids.
func orderOfIds(_ rules: [any Rule]) -> [Int] {
  let ids = rules.map(\.info.id)
  return ids.indices.sorted { ids[$0] < ids[$1] }
}
