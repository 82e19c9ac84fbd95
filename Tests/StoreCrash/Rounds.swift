import Foundation
import Glibc
import Reviewing
import Storing

/// Round after round: a process writes, is killed, and the store is opened and compared with what it has told.
struct Rounds {
  struct Tally {
    var passed = 0
    var failed = 0
    var kills = 0
    var acknowledged: Int64 = 0
    var kept: Int64 = 0
    /// Of the writes in flight over HTTP: there whole, or not at all.
    var found = 0
    var absent = 0
  }

  let count: Int
  let seed: UInt64

  func run() async throws -> Tally {
    var tally = Tally()
    var random = Numbers(state: seed)
    var folder = DataFolder("")
    for round in 0..<count {
      // A fresh one now and then, as the first writes are worth a crash as well.
      if round % 20 == 0 { folder = try Self.fresh(after: folder) }
      try await run(round, in: folder, &random, &tally)
    }
    _ = try? FileManager.default.removeItem(atPath: folder.path)
    return tally
  }

  private static func fresh(after folder: DataFolder) throws -> DataFolder {
    if !folder.path.isEmpty { try FileManager.default.removeItem(atPath: folder.path) }
    return .temporary()
  }

  private func run(
    _ round: Int,
    in folder: DataFolder,
    _ random: inout Numbers,
    _ tally: inout Tally
  ) async throws {
    let point = CrashPoint.allCases[round % CrashPoint.allCases.count]
    let turn = Int64.random(in: 1...30, using: &random)
    let last = try kill(at: point, turn: turn, after: .random(in: 0...0.15, using: &random), folder)
    tally.kills += 1
    do {
      let inspection = try await Inspection(folder).run(acknowledged: last)
      tally.acknowledged = max(tally.acknowledged, 0) + inspection.acknowledged
      tally.kept += inspection.kept
      tally.passed += 1
    } catch {
      tally.failed += 1
      print("round \(round), \(point.rawValue) at \(turn), after \(last): \(error)")
    }
  }

  /// The last write that was acknowledged; 0 for none.
  private func kill(at point: CrashPoint, turn: Int64, after seconds: Double, _ folder: DataFolder)
    throws -> Int64
  {
    let process = Process()
    let output = Pipe()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["write", folder.path, point.rawValue, "\(turn)"]
    process.standardOutput = output
    try process.run()
    var told = Data()
    if point == .random {
      // From the first sign of life on, or at once where it is to be killed while it opens.
      if turn > 5 { told += output.fileHandleForReading.readData(ofLength: 1) }
      usleep(UInt32(seconds * 1_000_000))
      Glibc.kill(process.processIdentifier, SIGKILL)
    }
    told += output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // Only whole lines were told.
    let lines = told.prefix(upTo: told.lastIndex(of: UInt8(ascii: "\n")) ?? told.startIndex)
    let numbers = String(decoding: lines, as: UTF8.self).split(separator: "\n")
    return numbers.last.flatMap { Int64($0) } ?? 0
  }
}

extension DataFolder {
  /// Not there yet.
  static func temporary() -> DataFolder {
    DataFolder(NSTemporaryDirectory() + "hegui-crash-\(UUID().uuidString)")
  }
}

/// The same numbers every time (SplitMix64).
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
