import Foundation
import Glibc
import Reviewing
import Storing

/// `hegui-server` of the same build, over one data folder.
struct HeguiProgram: Sendable {
  let folder: DataFolder

  /// A folder with somebody who writes, a column and a policy.
  func prepare() async throws -> (token: String, column: String) {
    let store = try await SQLiteStore.open(folder, at: .now)
    try await store.write { writing in
      try CrashSample.populate(writing)
      try CrashSample.activatePolicy(writing)
    }
    try store.close()
    let words = ["check", "read", "submit"].flatMap { ["--scope", $0] }
    let (status, output) = try run(
      ["gate", "token", "create", "--data", folder.path, "--user", CrashSample.userName] + words
    )
    guard status == 0 else { throw Author.Failure(description: "no token: \(output)") }
    return (output.trimmingCharacters(in: .newlines), CrashSample.column.value)
  }

  /// Starts to serve on a port that the system chooses; it may not be ready yet.
  func serve() throws -> Process {
    try Data().write(to: greeting)
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = [
      "serve", "--data", folder.path, "--listen", "127.0.0.1:0", "--rate-limit", "100000000",
    ]
    process.standardOutput = try FileHandle(forWritingTo: greeting)
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Where the server of the last start listens; nil as long as it has not said so.
  var address: String? {
    let told = (try? String(contentsOf: greeting, encoding: .utf8)) ?? ""
    guard let end = told.firstIndex(of: "（"), let start = told.range(of: "http://") else {
      return nil
    }
    return String(told[start.lowerBound..<end])
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: folder.path)
    try? FileManager.default.removeItem(at: greeting)
  }

  /// What the server prints, beside its folder.
  private var greeting: URL { URL(fileURLWithPath: folder.path + ".greeting") }

  /// As `hegui gate audit verify` finds the record, while the server runs.
  func verifyRecord() throws {
    let (status, output) = try run(["gate", "audit", "verify", "--data", folder.path])
    guard status == 0 else { throw Author.Failure(description: output) }
  }

  /// What it prints, and its status.
  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let told = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: told, as: UTF8.self))
  }

  private static var executable: URL? {
    Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("hegui-server")
  }
}

extension Process {
  /// As a power cut ends it.
  func cut() {
    kill(processIdentifier, SIGKILL)
    waitUntilExit()
  }
}

extension Timestamp {
  static var now: Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
