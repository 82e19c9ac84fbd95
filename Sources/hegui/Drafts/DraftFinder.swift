import Glibc
import Linting
import Reading
import SourceText

/// One thing to lint, in the order of the arguments.
struct DraftItem: Sendable {
  enum Origin: Sendable {
    case file
    case standardInput
    /// Nothing to read; the report says why.
    case failure(DraftFailure)
  }

  /// As it is shown.
  let path: String
  let origin: Origin
}

/// Finds the drafts that paths, folders and patterns name.
struct DraftFinder {
  let configuredIgnores: IgnoreRules?
  private var found: [DraftItem] = []
  private var seenPaths: Set<String> = []
  private var seenFolders: Set<FileStatus.Identity> = []

  init(ignores: IgnoreRules?) { configuredIgnores = ignores }

  /// Files in the order of the paths, those of a folder by name; each once.
  mutating func drafts(in paths: [String], stdinName: String) -> [DraftItem] {
    for path in paths { add(path, stdinName: stdinName) }
    return found
  }

  private mutating func add(_ path: String, stdinName: String) {
    if path == "-" {
      append(DraftItem(path: stdinName, origin: .standardInput), key: "-")
      return
    }
    guard let status = FileStatus(path: path) else {
      addMissing(path)
      return
    }
    guard status.isFolder else {
      append(DraftItem(path: path, origin: .file), key: absolute(path))
      return
    }
    let trimmed = trimmedFolder(path)
    let root = realPath(path) ?? path
    walk(trimmed, root, IgnoreStack(above: root, configured: configuredIgnores)) {
      draftEndings.contains(ending(of: $0))
    }
  }

  private mutating func addMissing(_ path: String) {
    let count = found.count
    if PathPattern.isPattern(path) { addMatches(of: path) }
    guard found.count == count else { return }
    let failure = DraftFailure(
      code: "not-found",
      message: Localized("找不到这个文件或文件夹，请检查路径", "there is no such file or folder")
    )
    append(DraftItem(path: path, origin: .failure(failure)), key: path)
  }

  /// Adds the files that fit a pattern, whatever their ending.
  private mutating func addMatches(of pattern: String) {
    let names = pattern.split(separator: "/", omittingEmptySubsequences: false)
    let plain = names.prefix { !PathPattern.isPattern(String($0)) }
    let start = plain.isEmpty ? "." : plain == [""] ? "/" : plain.joined(separator: "/")
    guard isFolder(start) else { return }
    let wanted = PathPattern(names.dropFirst(plain.count).joined(separator: "/"))
    let prefix = start == "." ? "" : start == "/" ? "/" : "\(start)/"
    // Another pattern may want other files of a folder that has been walked already.
    let seen = seenFolders
    seenFolders = []
    let root = realPath(start) ?? start
    walk(start, root, IgnoreStack(configuredIgnores.map { [$0] } ?? [])) {
      wanted.matches(String($0.dropFirst(prefix.count)))
    }
    seenFolders.formUnion(seen)
  }

  private mutating func walk(
    _ folder: String,
    _ absoluteFolder: String,
    _ ignores: IgnoreStack,
    _ isWanted: (String) -> Bool
  ) {
    // Links may lead back: a folder is walked once.
    guard let status = FileStatus(path: folder), seenFolders.insert(status.identity).inserted else {
      return
    }
    let names: [String]
    do {
      names = try namesOfFiles(in: folder)
    } catch {
      append(DraftItem(path: folder, origin: .failure(DraftFailure(error))), key: absoluteFolder)
      return
    }
    let inner = ignores.entering(absoluteFolder)
    for name in names where !name.hasPrefix(".") {
      let path = joined(folder, name)
      let full = joined(absoluteFolder, name)
      guard let status = FileStatus(path: path) else { continue }
      guard !inner.ignores(full, isFolder: status.isFolder) else { continue }
      if status.isFolder {
        walk(path, full, inner, isWanted)
      } else if status.isFile, isWanted(path) {
        append(DraftItem(path: path, origin: .file), key: full)
      }
    }
  }

  private mutating func append(_ item: DraftItem, key: String) {
    if seenPaths.insert(key).inserted { found.append(item) }
  }
}

/// The endings that make a file in a folder a draft.
private let draftEndings: Set = ["md", "markdown", "html", "htm", "txt"]

private func trimmedFolder(_ path: String) -> String {
  var path = Substring(path)
  while path.count > 1, path.hasSuffix("/") { path.removeLast() }
  while path.hasPrefix("./"), path.count > 2 { path.removeFirst(2) }
  return String(path)
}

extension DraftFailure {
  init(_ error: FileError) {
    switch error.code {
    case EFBIG:
      self.init(
        code: "too-large",
        message: Localized(
          "文件超过大小上限，没有检查：请拆分，或在 hegui.yml 的 limits 中放宽 file-bytes",
          "the file is over the limit and was not read: split it, or raise file-bytes in limits"
        )
      )
    case ENOENT, ENOTDIR:
      self.init(code: "not-found", message: Localized("找不到这个文件", "there is no such file"))
    default:
      self.init(
        code: "unreadable",
        message: Localized("无法读取：\(error)", "it cannot be read: \(error)")
      )
    }
  }
}
