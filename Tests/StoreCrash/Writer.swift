import Foundation
import Glibc
import Reviewing
import Storing
import Synchronization

/// Writes until it is killed, and tells of each write once the store has said that it is kept.
struct Writer {
  private let folder: DataFolder
  private let point: CrashPoint
  /// At which passing of the point.
  private let turn: Int64

  init?(_ arguments: ArraySlice<String>) {
    let arguments = Array(arguments)
    guard arguments.count == 3, let point = CrashPoint(rawValue: arguments[1]),
      let turn = Int64(arguments[2])
    else { return nil }
    folder = DataFolder(arguments[0])
    self.point = point
    self.turn = turn
  }

  func run() async throws {
    let start = CrashSample.start
    let fuse = Fuse(point: point, turn: turn)
    let store = try await SQLiteStore.open(folder, at: start) { fuse.pass(CrashPoint($0)) }
    let first = try await store.read { try $0.auditHead()?.sequence ?? 0 } + 1
    if first == 1 { try await store.write { try CrashSample.populate($0) } }
    for number in first... {
      try await store.write { try write(number, fuse, $0) }
      FileHandle.standardOutput.write(Data("\(number)\n".utf8))
    }
  }

  /// A new draft or the next version of one, its entry of the record and its answer: all or nothing.
  private func write(_ number: Int64, _ fuse: Fuse, _ writing: any StoreWriting) throws {
    let id = CrashSample.id(number)
    let before = try writing.submission(id)
    try writing.save(CrashSample.next(id, before), since: before)
    fuse.pass(.between)
    try writing.append(CrashSample.event(number))
    try writing.save(
      CrashSample.answer(number),
      for: CrashSample.key(number),
      at: CrashSample.start
    )
  }
}

/// Ends the process at once, as a power cut does for it.
final class Fuse: Sendable {
  private let point: CrashPoint
  private let remaining: Atomic<Int64>

  init(point: CrashPoint, turn: Int64) {
    self.point = point
    remaining = Atomic(turn)
  }

  func pass(_ passed: CrashPoint) {
    guard passed == point else { return }
    if remaining.subtract(1, ordering: .relaxed).newValue == 0 { kill(getpid(), SIGKILL) }
  }
}
