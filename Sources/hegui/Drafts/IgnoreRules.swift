import SourceText

/// Patterns as a `.gitignore` has them, seen from one folder.
struct IgnoreRules: Sendable {
  private struct Line: Sendable {
    let pattern: PathPattern
    let isException: Bool
    let isForFolders: Bool
  }

  /// Absolute, without a slash at its end.
  private let folder: String
  private let lines: [Line]

  init(_ lines: [String], in folder: String) {
    self.folder = folder == "/" ? "" : folder
    self.lines = lines.compactMap(Self.line)
  }

  /// Those of a folder's `.gitignore`; nil where it has none.
  init?(gitignoreIn folder: String) {
    guard let bytes = try? readFile(joined(folder, ".gitignore"), limit: 1_000_000) else {
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    self.init(text.split(whereSeparator: \.isNewline).map(String.init), in: folder)
  }

  /// What the last pattern that fits says of an absolute path; nil where none fits.
  func verdict(on path: String, isFolder: Bool) -> Bool? {
    guard path.hasPrefix(folder + "/") else { return nil }
    let inside = String(path.dropFirst(folder.count + 1))
    for line in lines.reversed() where isFolder || !line.isForFolders {
      if line.pattern.matches(inside) { return !line.isException }
    }
    return nil
  }

  private static func line(_ text: String) -> Line? {
    var text = Substring(text)
    while text.hasSuffix(" "), !text.hasSuffix("\\ ") { text.removeLast() }
    guard !text.isEmpty, !text.hasPrefix("#") else { return nil }
    let isException = text.hasPrefix("!")
    if isException { text.removeFirst() }
    let isForFolders = text.hasSuffix("/")
    if isForFolders { text.removeLast() }
    guard !text.isEmpty else { return nil }
    // A slash at the start or inside ties the pattern to the folder.
    let pattern = text.contains("/") ? String(text) : "**/\(text)"
    return Line(
      pattern: PathPattern(pattern),
      isException: isException,
      isForFolders: isForFolders
    )
  }
}

/// The ignore rules that apply in one folder, the outermost first.
struct IgnoreStack: Sendable {
  private var rules: [IgnoreRules]

  init(_ rules: [IgnoreRules] = []) { self.rules = rules }

  /// Those of `configured` and of the `.gitignore`s from the repository's root down to the folder's parent.
  init(above folder: String, configured: IgnoreRules?) {
    var found: [IgnoreRules] = []
    if isRepository(folder) == false, let root = repository(around: folder) {
      var current = root
      for part in relative(folder, to: root).split(separator: "/") {
        if let rules = IgnoreRules(gitignoreIn: current) { found.append(rules) }
        current = joined(current, String(part))
      }
    }
    rules = found + (configured.map { [$0] } ?? [])
  }

  /// With the rules of a folder's own `.gitignore`.
  func entering(_ folder: String) -> IgnoreStack {
    guard let own = IgnoreRules(gitignoreIn: folder) else { return self }
    return IgnoreStack(rules + [own])
  }

  func ignores(_ path: String, isFolder: Bool) -> Bool {
    for rules in rules.reversed() {
      if let verdict = rules.verdict(on: path, isFolder: isFolder) { return verdict }
    }
    return false
  }

  /// Whether a lint of a folder never comes to a file, which is ignored or lies in a folder that is.
  ///
  /// The folder is `start` where the file lies in it, else the file's repository or its own folder; paths are absolute.
  static func passesOver(_ file: String, from start: String?, configured: IgnoreRules?) -> Bool {
    let outer = start.flatMap { file.hasPrefix($0 == "/" ? $0 : "\($0)/") ? $0 : nil }
    var current = outer ?? repository(around: file) ?? folder(of: file)
    var stack = IgnoreStack(above: current, configured: configured)
    for part in relative(file, to: current).split(separator: "/") {
      stack = stack.entering(current)
      current = joined(current, String(part))
      if stack.ignores(current, isFolder: current != file) { return true }
    }
    return false
  }
}

private func isRepository(_ folder: String) -> Bool { fileExists(joined(folder, ".git")) }

/// The nearest folder upwards, the folder's own parents, that is a Git repository.
private func repository(around path: String) -> String? {
  var current = path
  while current != "/" {
    current = folder(of: current)
    if isRepository(current) { return current }
  }
  return nil
}
