import Glibc
import SourceText

/// What stands at a path, symbolic links followed.
struct FileStatus {
  let isFolder: Bool
  let isFile: Bool
  let permissions: UInt32
  /// Tells a folder from all others, whatever way led to it.
  let identity: Identity

  struct Identity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  /// Nil where nothing stands there.
  init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isFile = status.st_mode & S_IFMT == S_IFREG
    permissions = UInt32(status.st_mode & 0o7777)
    identity = Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
  }
}

func isFolder(_ path: String) -> Bool { FileStatus(path: path)?.isFolder ?? false }

func fileExists(_ path: String) -> Bool { FileStatus(path: path) != nil }

/// The path without symbolic links, `.` and `..`; nil where nothing stands there.
func realPath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  let text = unsafe String(cString: value)
  return text.isEmpty ? nil : text
}

var workingFolder: String { realPath(".") ?? "/" }

/// The running program, links resolved; nil where /proc is not there.
var executablePath: String? { realPath("/proc/self/exe") }

var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// The width of the terminal on standard output; nil where it is none.
var terminalWidth: Int? {
  var size = winsize()
  guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
    return nil
  }
  return Int(size.ws_col)
}

/// The folder of a path, without the slash; `.` for a bare name.
func folder(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

func fileName(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
  return String(path[path.utf8.index(after: slash)...])
}

func joined(_ folder: String, _ name: String) -> String {
  if folder == "." || folder.isEmpty { return name }
  return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}

/// The ending of a path's name in lower case, without the dot; empty where it has none.
func ending(of path: String) -> String {
  let name = fileName(of: path)
  guard let dot = name.utf8.lastIndex(of: 0x2E), dot != name.startIndex else { return "" }
  return name[name.utf8.index(after: dot)...].lowercased()
}

/// A path without `.`, `..` and doubled slashes; nothing is looked up.
func normalized(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part == "..", let last = parts.last, last != ".." {
      parts.removeLast()
    } else if part != ".." || !path.hasPrefix("/") {
      parts.append(part)
    }
  }
  return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
}

/// A path as seen from a folder; both absolute and normal.
func relative(_ path: String, to folder: String) -> String {
  let path = path.split(separator: "/")
  let folder = folder.split(separator: "/")
  let shared = zip(path, folder).prefix { $0 == $1 }.count
  let ups = Array(repeating: Substring(".."), count: folder.count - shared)
  let parts = ups + path[shared...]
  return parts.isEmpty ? "." : parts.joined(separator: "/")
}

/// The path from the root, symbolic links of its folder resolved; the name itself may be a link or missing.
func absolute(_ path: String) -> String {
  let name = fileName(of: path)
  guard !name.isEmpty, name != ".", name != "..", let folder = realPath(folder(of: path)) else {
    return realPath(path)
      ?? normalized(path.hasPrefix("/") ? path : joined(workingFolder, path))
  }
  return joined(folder, name)
}
