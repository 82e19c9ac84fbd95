import Linting
import Reporting
import SourceText

/// Findings that are known and accepted: counts of fingerprints by draft, seen from the file's folder.
struct Baseline: Sendable {
  private var drafts: [String: [String: Int]] = [:]
  /// Absolute; nil for one that is not written yet.
  private var folder: String?

  /// An empty one.
  init() {}

  init(reading path: String) throws {
    let bytes = try readFile(path, limit: 200_000_000)
    guard let root = JSONValue(parsing: bytes), root["version"] == .number(1),
      case .object(let files)? = root["files"]
    else { throw Self.invalid(path) }
    folder = hegui.folder(of: absolute(path))
    for (draft, entries) in files {
      guard case .object(let counts) = entries else { throw Self.invalid(path) }
      for (name, count) in counts {
        guard case .number(let number) = count, number > 0 else { throw Self.invalid(path) }
        drafts[draft, default: [:]][name] = number
      }
    }
  }

  /// Takes the findings of the baseline out of a report; returns how many of its entries were not found.
  func remove(from report: inout DraftReport, _ fingerprints: [String]) -> Int {
    guard let folder else { return 0 }
    let key = relative(absolute(report.path), to: folder)
    guard var known = drafts[key], report.error == nil else { return 0 }
    var open: [Finding] = []
    for (finding, name) in zip(report.findings, fingerprints) {
      if let count = known[name], count > 0 {
        known[name] = count - 1
      } else {
        open.append(finding)
      }
    }
    report.findings = open
    report.verdict = Verdict(of: open)
    return known.values.reduce(0, +)
  }

  /// Adds findings of a draft, whose path is as the user gave it.
  mutating func add(_ fingerprints: [String], of path: String) {
    for name in fingerprints { drafts[path, default: [:]][name, default: 0] += 1 }
  }

  func write(to path: String) throws(FileError) {
    let folder = hegui.folder(of: absolute(path))
    var lines: [String] = []
    let sorted = drafts.map { (relative(absolute($0.key), to: folder), $0.value) }
      .sorted { $0.0 < $1.0 }
    var writer = ByteWriter()
    writer.write("{\"version\": 1,\n \"files\": {")
    for (index, (draft, counts)) in sorted.enumerated() {
      writer.write(index == 0 ? "\n  " : ",\n  ")
      writer.writeJSON(draft)
      lines = counts.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
      writer.write(": {\n    " + lines.joined(separator: ",\n    ") + "}")
    }
    writer.write("}}\n")
    try writeFile(path, writer.bytes)
  }

  private static func invalid(_ path: String) -> CommandError {
    CommandError(
      message: "\(path) 不是基线文件，请用 --write-baseline 重新生成（not a baseline: write it again）"
    )
  }
}
