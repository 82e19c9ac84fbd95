import Foundation
import Reviewing
import Storing

/// How long a store takes that has a hundred thousand drafts and as many entries in its record.
struct Measurement {
  let count: Int64

  func run() async throws {
    let folder = DataFolder(NSTemporaryDirectory() + "hegui-measure-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    let store = try await SQLiteStore.open(folder, at: CrashSample.start)
    try await time("\(count) drafts written, 1,000 a commit") { try await fill(store) }
    try await lists(store)
    try await commits(store)
    try await time("\(count) entries verified with checkpoints and anchors") {
      guard try await store.verifyAudit().isSound else {
        throw Inspection.Failure(description: "the record is not sound")
      }
    }
    try await time("backup with all its checks") {
      _ = try folder.backUp(to: folder.path + "/copy.sqlite")
    }
    try store.close()
  }

  private func fill(_ store: SQLiteStore) async throws {
    try await store.write { try CrashSample.populate($0) }
    for start in stride(from: Int64(1), through: count, by: 1000) {
      try await store.write { writing in
        for number in start..<min(start + 1000, count + 1) {
          // Five times the number: a draft of its own for each.
          let id = CrashSample.id(number * 5)
          try writing.save(CrashSample.next(id, nil), since: nil)
          try writing.append(CrashSample.event(number))
        }
      }
    }
  }

  private func lists(_ store: SQLiteStore) async throws {
    var queries: [(String, SubmissionQuery)] = [("newest", SubmissionQuery())]
    queries.append(("state", Self.query { $0.states = [.editing, .returned] }))
    queries.append(("state that none has", Self.query { $0.states = [.frozen] }))
    queries.append(("column", Self.query { $0.column = ID("col_1") }))
    queries.append(("title that none has", Self.query { $0.text = "没有" }))
    queries.append(("from the middle", Self.query { $0.before = CrashSample.id(count / 2 * 5) }))
    for (name, query) in queries {
      try await repeated("a page of drafts, \(name)", 200) {
        _ = try await store.read { try $0.submissions(query) }
      }
    }
  }

  private func commits(_ store: SQLiteStore) async throws {
    try await repeated("a commit with its anchor", 1000) {
      _ = try await store.write { try $0.append(CrashSample.event(1)) }
    }
  }

  private static func query(_ change: (inout SubmissionQuery) -> Void) -> SubmissionQuery {
    var query = SubmissionQuery()
    change(&query)
    return query
  }

  private func time(_ name: String, _ body: () async throws -> Void) async throws {
    let taken = try await ContinuousClock().measure(body)
    print("\(name): \(taken.formatted(.units(allowed: [.seconds, .milliseconds])))")
  }

  private func repeated(_ name: String, _ times: Int, _ body: () async throws -> Void)
    async throws
  {
    var taken: [Duration] = []
    for _ in 0..<times { taken.append(try await ContinuousClock().measure(body)) }
    taken.sort()
    let (median, high) = (taken[times / 2], taken[times * 99 / 100])
    let style = Duration.UnitsFormatStyle(
      allowedUnits: [.milliseconds],
      width: .narrow,
      fractionalPart: .show(length: 3)
    )
    print("\(name): median \(median.formatted(style)), p99 \(high.formatted(style))")
  }
}
