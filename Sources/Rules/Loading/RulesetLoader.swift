package import ChineseText
import Linting
import SourceText

/// Reads rule packs, term lists and sources from folders.
package struct RulesetLoader {
  private(set) var files: [RuleFile] = []

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
    let before = files.count
    do throws(FileError) {
      let found = try stampsOfFiles(in: folder) { $0.hasSuffix(".yml") || $0.hasSuffix(".txt") }
      files += found.map { name, stamp in
        RuleFile(path: "\(folder)/\(name)", extent: extent, stamp: stamp)
      }
    } catch {
      guard error.path == folder else { throw RulePackError(error.path, .unreadable(error)) }
      throw RulePackError(
        folder,
        Localized(
          "读不到（\(error.chineseReason)），请给一个规则文件夹",
          "cannot be read (\(error.reason)): give a folder of rules"
        )
      )
    }
    guard files.count > before else {
      throw RulePackError(
        folder,
        Localized(
          "里面没有规则，请给一个放着规则包（*.yml）的文件夹",
          "holds no rules: give a folder with packs (*.yml)"
        )
      )
    }
  }

  /// Adds one pack or term list.
  package mutating func add(file path: String) throws(RulePackError) {
    files.append(try RuleFile(path: path, extent: .whole))
  }

  /// Adds the content of a pack, a term list, the lexicon or the sources, as the path's name tells.
  package mutating func add(_ bytes: [UInt8], as path: String) {
    files.append(RuleFile(path: path, bytes: bytes))
  }

  /// The rules in Swift and those of all files added.
  package func ruleset() throws(RulePackError) -> Ruleset {
    try Ruleset(RulesetContent(of: files))
  }

  /// The same for judging drafts, which needs no cases and no reasons: as the cache has it where all files are
  /// what they were, else read and put there.
  package func judgingRuleset(cacheFolder: CacheFolder?) throws(RulePackError) -> Ruleset {
    let cache = cacheFolder.flatMap { RulesetCache(of: files, in: $0) }
    if let kept = cache?.ruleset() { return kept }
    let content = try RulesetContent(of: files)
    let ruleset = try Ruleset(content)
    cache?.keep(content)
    return ruleset
  }
}
