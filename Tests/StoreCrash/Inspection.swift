import Foundation
import Reviewing
import Storing

/// Opens what a killed process has left and holds it against what that process has told.
struct Inspection {
  struct Failure: Error, CustomStringConvertible { let description: String }

  private let folder: DataFolder

  init(_ folder: DataFolder) { self.folder = folder }

  func run(acknowledged: Int64) async throws -> (acknowledged: Int64, kept: Int64) {
    let store = try await SQLiteStore.open(folder, at: CrashSample.start)
    let kept = try await store.read { try $0.auditHead()?.sequence ?? 0 }
    guard kept >= acknowledged else {
      throw Failure(description: "acknowledged \(acknowledged), kept \(kept)")
    }
    guard kept <= acknowledged + 1 || acknowledged == 0 else {
      throw Failure(description: "kept \(kept), told \(acknowledged)")
    }
    try await store.read { try Self.check($0, upTo: kept) }
    let report = try await store.verifyAudit()
    guard report.isSound else { throw Failure(description: "\(report.faults)") }
    try store.close()
    try Self.checkPages(of: folder)
    return (acknowledged, min(kept, acknowledged))
  }

  /// All of each write up to the last, nothing of any after it.
  private static func check(_ reading: any StoreReading, upTo last: Int64) throws {
    for number in stride(from: Int64(1), through: last, by: 1) {
      guard try reading.replay(CrashSample.key(number))?.body == Array("\(number)".utf8) else {
        throw Failure(description: "the answer to \(number) is missing")
      }
    }
    guard try reading.replay(CrashSample.key(last + 1)) == nil else {
      throw Failure(description: "an answer to \(last + 1) without its entry")
    }
    for number in stride(from: Int64(5), through: last + 5, by: 5) {
      let expected = number <= last ? 5 : Int(last - (number - 5))
      let found = try reading.submission(CrashSample.id(number))
      guard found?.version ?? 0 == expected, found?.revisions.count ?? 0 == expected else {
        throw Failure(description: "\(CrashSample.id(number)) is half done")
      }
    }
  }

  /// As a backup checks them.
  static func checkPages(of folder: DataFolder) throws {
    let copy = folder.path + "/checked.sqlite"
    _ = try folder.backUp(to: copy)
    try FileManager.default.removeItem(atPath: copy)
  }
}
