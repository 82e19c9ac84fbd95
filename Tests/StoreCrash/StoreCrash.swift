import Foundation
import Storing

/// Kills a process that writes to a store, again and again, and looks at what is left.
///
///     store-crash ROUNDS [SEED]       kills at random and at named points, checks after every kill
///     store-crash http ROUNDS [SEED]  the same of the running server, written to over HTTP
///     store-crash write FOLDER …      the process that is killed
///     store-crash measure [COUNT]     no kills: how long things take with many drafts
///     store-crash verify [COUNT]      how long it takes to verify so many entries, every one anchored
@main enum StoreCrash {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "write" {
      try await Writer(arguments.dropFirst())?.run()
      return
    }
    if arguments.first == "measure" {
      let count = arguments.dropFirst().first.flatMap { Int64($0) } ?? 100_000
      return try await Measurement(count: count).run()
    }
    if arguments.first == "verify" {
      let count = arguments.dropFirst().first.flatMap { Int64($0) } ?? 1_000_000
      return try await RecordMeasurement(count: count).run()
    }
    let isServed = arguments.first == "http"
    let numbers = isServed ? arguments.dropFirst() : arguments[...]
    let rounds = numbers.first.flatMap { Int($0) } ?? 50
    let seed = numbers.dropFirst().first.flatMap { UInt64($0) } ?? 1
    let tally =
      isServed
      ? try await ServedRounds(count: rounds, seed: seed).run()
      : try await Rounds(count: rounds, seed: seed).run()
    print("\(tally.acknowledged) writes acknowledged, \(tally.kept) found, \(tally.kills) kills")
    if isServed { print("in flight: \(tally.found) found whole, \(tally.absent) not there") }
    print("\(tally.passed) passed, \(tally.failed) failed")
    exit(tally.failed == 0 ? 0 : 1)
  }
}
