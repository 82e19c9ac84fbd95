import Foundation

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

  func run(
    all arguments: [String],
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try programPath())
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    var variables = ["PATH": "/usr/bin:/bin", "HOME": path, "LANG": "C.UTF-8"]
    variables.merge(environment) { $1 }
    process.environment = variables
    // Files, not pipes: a report larger than a pipe's buffer would wait for ever.
    try Data(input.utf8).write(to: file(".stdin"))
    for name in [".stdout", ".stderr"] { try Data().write(to: file(name)) }
    process.standardInput = try FileHandle(forReadingFrom: file(".stdin"))
    process.standardOutput = try FileHandle(forWritingTo: file(".stdout"))
    process.standardError = try FileHandle(forWritingTo: file(".stderr"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try text(".stdout"),
      errors: try text(".stderr")
    )
  }

  private func file(_ name: String) -> URL {
    URL(fileURLWithPath: path).appendingPathComponent(name)
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
    + [
      URL(fileURLWithPath: Bundle.main.bundlePath), checkout.appendingPathComponent(".build/debug"),
    ]
  for folder in folders {
    let path = folder.appendingPathComponent("hegui").path
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if exists, !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: path) {
      return path
    }
  }
  throw ProgramNotBuilt()
}

/// A draft without a finding, and one with a half-width comma.
let cleanDraft = "# 夜间门诊本周开放\n\n来源：宣传科　作者：小杨\n\n周六上午也有医生坐诊。\n"
let commaDraft = "# 夜间门诊本周开放\n\n来源：宣传科　作者：小杨\n\n周六,也有医生坐诊。\n"
