import ChineseText
import Linting
import SourceText

/// Reads rule packs, term lists and sources from folders.
package struct RulesetLoader {
  private var files: [(path: String, bytes: [UInt8], extent: PackReader.Extent)] = []
  private var lexicon: [UInt8]?

  package init() {}

  /// Adds the packs (`*.yml`) and term lists (`*.txt`) of a folder, in the order of their names.
  package mutating func add(folder: String) throws(RulePackError) {
    try add(folder: folder, as: .whole)
  }

  /// Adds what judging drafts needs of a folder whose packs are known to load whole, as the program's own
  /// are by its tests: no cases, no reasons, and expressions that wait for their first use.
  package mutating func add(testedFolder folder: String) throws(RulePackError) {
    try add(folder: folder, as: .judging)
  }

  private mutating func add(
    folder: String,
    as extent: PackReader.Extent
  ) throws(RulePackError) {
    do {
      for name in try namesOfFiles(in: folder)
      where name.hasSuffix(".yml") || name.hasSuffix(".txt") {
        try add(file: "\(folder)/\(name)", as: extent)
      }
    } catch let error as FileError {
      throw RulePackError(folder, "cannot be read (\(error)): give an existing folder of rules")
    } catch let error as RulePackError {
      throw error
    } catch {
      throw RulePackError(folder, "\(error)")
    }
  }

  /// Adds one pack or term list.
  package mutating func add(file path: String) throws(RulePackError) {
    try add(file: path, as: .whole)
  }

  private mutating func add(
    file path: String,
    as extent: PackReader.Extent
  ) throws(RulePackError) {
    do {
      files.append((path, try readFile(path), extent))
    } catch {
      throw RulePackError(path, "cannot be read: \(error)")
    }
  }

  /// Adds the content of a pack, a term list, the lexicon or the sources, as the path's name tells.
  package mutating func add(_ bytes: [UInt8], as path: String) {
    files.append((path, bytes, .whole))
  }

  /// The rules in Swift and those of all files added.
  package func ruleset() throws(RulePackError) -> Ruleset {
    let sources = try readSources()
    let keys = Set(sources.keys)
    var rules = builtInRules
    var lists: [TermList] = []
    var lexicon: Lexicon?
    let tables = try readTables()
    for file in files where file.path.fileName != "sources.yml" {
      if file.path.hasSuffix(".yml") {
        let reader = PackReader(
          path: file.path,
          sources: keys,
          extent: file.extent,
          tables: tables
        )
        rules += try reader.rules(in: file.bytes)
      } else if file.path.fileName == "lexicon.txt" {
        lexicon = Lexicon(bytes: file.bytes)
      } else if !PatternTable.isTable(file.bytes) {
        lists.append(TermList(name: file.path.listName, file: file.path, bytes: file.bytes))
      }
    }
    let ordered = tables.values.sorted { $0.name < $1.name }
    lists += ordered.map(\.words)
    let ruleset = Ruleset(
      rules: rules.map { (id: $0.info.id, rule: $0) }.sorted { $0.id < $1.id }.map { $0.rule },
      sources: sources,
      digest: sha256(of: files.map(\.bytes)),
      lists: lists,
      tables: ordered,
      lexicon: lexicon
    )
    try check(ruleset)
    return ruleset
  }

  private func readTables() throws(RulePackError) -> [String: PatternTable] {
    var tables: [String: PatternTable] = [:]
    for file in files where file.path.hasSuffix(".txt") && PatternTable.isTable(file.bytes) {
      let name = file.path.listName
      guard tables[name] == nil else {
        throw RulePackError(file.path, "the pattern table \"\(name)\" is there twice: rename one")
      }
      tables[name] = try PatternTable(
        name: name,
        file: file.path,
        bytes: file.bytes,
        whole: file.extent == .whole
      )
    }
    return tables
  }

  private func readSources() throws(RulePackError) -> [String: RuleSource] {
    var sources: [String: RuleSource] = [:]
    for file in files where file.path.fileName == "sources.yml" {
      let text = String(decoding: file.bytes, as: UTF8.self)
      var root = try YAMLMapping(parsing: text, path: file.path)
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

  /// Each rule that a table has entries for is a rule of that table.
  private func checkTables(_ ruleset: Ruleset) throws(RulePackError) {
    for table in ruleset.tables {
      let ids = ruleset.rules.compactMap { rule in
        (rule as? TableRule).flatMap { $0.table === table ? $0.info.id : nil }
      }
      guard let stray = table.rules.first(where: { !ids.contains($0.name) }) else { continue }
      let hint = nearest(to: stray.name, among: ids).map { ", did you mean \"\($0)\"?" } ?? ""
      throw RulePackError(
        table.file,
        line: stray.line,
        "no rule \"\(stray.name)\" has this table for its match\(hint)"
      )
    }
  }

  /// Ids, lists and sources stand once and exist.
  private func check(_ ruleset: Ruleset) throws(RulePackError) {
    try checkTables(ruleset)
    let path = files.first?.path ?? "rules"
    var ids: Set<String> = []
    let names = Set(ruleset.lists.map(\.name))
    for rule in ruleset.rules {
      let info = rule.info
      guard ids.insert(info.id).inserted else {
        throw RulePackError(path, "the rule \(info.id) is defined twice: rename one")
      }
      if let missing = rule.lists.first(where: { !names.contains($0) }) {
        let hint = nearest(to: missing, among: names).map { ", did you mean \"\($0)\"?" } ?? ""
        throw RulePackError(path, "\(info.id) needs the term list \"\(missing)\"\(hint)")
      }
      if let basis = info.basis.first(where: { ruleset.sources[$0.source] == nil }) {
        throw RulePackError(
          path,
          "\(info.id) names the source \"\(basis.source)\", which is not in sources.yml"
        )
      }
      let standings = info.basis.map { ruleset.sources[$0.source]?.standing }
      if info.severity == .error, !standings.isEmpty, standings.allSatisfy({ $0 == .unverified }) {
        throw RulePackError(
          path,
          "\(info.id) is an error on sources that nobody has read: make it a warning"
        )
      }
    }
  }
}

extension String {
  /// What rules ask for the list or table of a file by.
  fileprivate var listName: String { String(fileName.dropLast(".txt".count)) }

  fileprivate var fileName: Substring {
    let slash = utf8.lastIndex(of: UInt8(ascii: "/"))
    return self[(slash.map(utf8.index(after:)) ?? startIndex)...]
  }
}
