// Not the whole of Foundation: its own copy of ICU and the system's cannot be seen by one file.
import FoundationEssentials
import Glibc

/// What a run of the program has come to.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String
}

/// A folder of its own for one test, deleted with it.
final class Workplace {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hegui-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: url)
  }

  func read(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path).appendingPathComponent(name))
  }

  func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// Runs the built program here.
  func run(
    _ arguments: String...,
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(all: arguments, input: input, environment: environment)
  }

  /// What every run would otherwise compile anew; deleted when the tests end.
  private static let cacheFolder: String = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hegui-cache-\(getpid())").path
    atexit { try? FileManager.default.removeItem(atPath: Workplace.cacheFolder) }
    return folder
  }()

  func run(
    all arguments: [String],
    input: String = "",
    environment: [String: String] = [:],
    umask: String? = nil
  ) throws -> Outcome {
    var variables = [
      "PATH": "/usr/bin:/bin", "HOME": path, "LANG": "C.UTF-8",
      "XDG_CACHE_HOME": Self.cacheFolder,
    ]
    variables.merge(environment) { $1 }
    // Files, not pipes: a report larger than a pipe's buffer would wait for ever.
    try write(input, to: ".stdin")
    for name in [".stdout", ".stderr"] { try write("", to: name) }
    var command = [try programPath()] + arguments
    if let umask { command = ["/bin/sh", "-c", "umask \(umask); exec \"$@\"", "sh"] + command }
    let status = try status(of: command[0], Array(command.dropFirst()), variables)
    return Outcome(
      status: status,
      output: try text(".stdout"),
      errors: try text(".stderr")
    )
  }

  /// Runs a program here, with the three files for its streams, and waits for its end.
  private func status(
    of program: String,
    _ arguments: [String],
    _ environment: [String: String]
  ) throws -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "\(path)/.stdin", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "\(path)/.stdout", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "\(path)/.stderr", O_WRONLY, 0)
    // `env` changes the folder, for which the header has no call that Swift sees.
    let command = ["/usr/bin/env", "-C", path, program] + arguments
    var words = unsafe command.map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for index in unsafe words.indices { unsafe free(words[index]) }
      for index in unsafe variables.indices { unsafe free(variables[index]) }
    }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, command[0], &actions, nil, &words, &variables) == 0 else {
      throw ProgramNotBuilt()
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    // What ended by a signal has the status that a shell gives it.
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}

struct ProgramNotBuilt: Error {}

/// The executable beside the tests' bundle.
private func programPath() throws -> String {
  let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") || $0.contains(".xctest/") }
    .map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
  let folders =
    bundles + bundles.map { $0.deletingLastPathComponent() }
    + [checkout.appendingPathComponent(".build/debug")]
  for folder in folders {
    let path = folder.appendingPathComponent("hegui").path
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if attributes?[.type] as? FileAttributeType == .typeRegular,
      FileManager.default.isExecutableFile(atPath: path)
    {
      return path
    }
  }
  throw ProgramNotBuilt()
}

/// A draft without a finding, and one with a half-width comma.
let cleanDraft = "# 夜间门诊本周开放\n\n来源：宣传科　作者：小杨　日期：2026-03-01\n\n周六上午也有医生坐诊。\n"
let commaDraft = "# 夜间门诊本周开放\n\n来源：宣传科　作者：小杨　日期：2026-03-01\n\n周六,也有医生坐诊。\n"
