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
  /// Files of folders that look like drafts of formats that are not read, in the order of their names.
  private(set) var passedOver: [String] = []
  /// How many files were wanted, those met before included.
  private var wantedCount = 0
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
    walk(trimmed, root, IgnoreStack(above: root, configured: configuredIgnores), in: .folder)
  }

  private mutating func addMissing(_ path: String) {
    let count = wantedCount
    if PathPattern.isPattern(path) { addMatches(of: path) }
    guard wantedCount == count else { return }
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
    walk(
      start,
      root,
      IgnoreStack(above: root, configured: configuredIgnores),
      in: .pattern(wanted, prefix: prefix)
    )
    seenFolders.formUnion(seen)
  }

  private mutating func walk(
    _ folder: String,
    _ absoluteFolder: String,
    _ ignores: IgnoreStack,
    in search: Search
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
    // Word marks a document that is open with a file of its name behind `~$`.
    for name in names where !name.hasPrefix(".") && !name.hasPrefix("~$") {
      let path = joined(folder, name)
      let full = joined(absoluteFolder, name)
      let status = FileStatus(path: path)
      guard !inner.ignores(full, isFolder: status?.isFolder ?? false) else { continue }
      if status?.isFolder == true {
        walk(path, full, inner, in: search)
      } else if search.wants(path) || status == nil && mayBeFolder(path) {
        wantedCount += 1
        append(item(path, status), key: full)
      } else if case .folder = search, otherDraftEndings.contains(ending(of: path)),
        seenPaths.insert(full).inserted
      {
        passedOver.append(path)
      }
    }
  }

  /// What is wanted but is no file that can be read must not look as if it were not there.
  private func item(_ path: String, _ status: FileStatus?) -> DraftItem {
    if status?.isFile == true { return DraftItem(path: path, origin: .file) }
    let message =
      path.unicodeScalars.contains("\u{FFFD}")
      ? Localized(
        "文件名不是 UTF-8 编码，没有检查：请改名后再查",
        "its name is not UTF-8 and it was not read: rename it"
      )
      : status == nil
        ? Localized(
          "链接指向的文件不存在，没有检查：请删去链接，或补上文件",
          "the link leads to no file: remove it, or add the file"
        )
        : Localized(
          "不是普通文件，没有检查：请删去，或换成文件",
          "it is no regular file and was not read: remove it"
        )
    return DraftItem(
      path: path,
      origin: .failure(DraftFailure(code: "unreadable", message: message))
    )
  }

  private mutating func append(_ item: DraftItem, key: String) {
    if seenPaths.insert(key).inserted { found.append(item) }
  }
}

/// Whether a name that cannot be asked for, as it is not UTF-8, may be that of a folder with drafts.
private func mayBeFolder(_ path: String) -> Bool {
  ending(of: path).isEmpty && fileName(of: path).unicodeScalars.contains("\u{FFFD}")
}

/// Which files of a folder are wanted.
private enum Search {
  case folder
  case pattern(PathPattern, prefix: String)

  func wants(_ path: String) -> Bool {
    switch self {
    case .folder: DraftFormat(ending: ending(of: path)) != nil
    case .pattern(let pattern, let prefix):
      pattern.matches(String(path.dropFirst(prefix.count)))
    }
  }
}

/// The endings of drafts in formats that are not read.
private let otherDraftEndings: Set = [
  "doc", "odt", "pages", "pdf", "rtf", "wps",
]

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
    case EACCES, EPERM:
      self.init(
        code: "unreadable",
        message: Localized(
          "没有读取它的权限，没有检查：请改权限后再查",
          "it may not be read: change its permissions"
        )
      )
    default:
      self.init(
        code: "unreadable",
        message: Localized(
          "无法读取（\(error.chineseReason)），没有检查：请核对后再查",
          "it cannot be read (\(error.reason)): check it and lint again"
        )
      )
    }
  }
}
