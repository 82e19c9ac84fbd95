import Foundation
import Reviewing
import Storing

/// How long a record takes to verify, with an anchor for every entry as single commits leave them.
struct RecordMeasurement {
  let count: Int64

  func run() async throws {
    let folder = DataFolder(NSTemporaryDirectory() + "hegui-record-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    let store = try await SQLiteStore.open(folder, at: CrashSample.start)
    try await fill(store)
    try await anchorAll(store, folder)
    let clock = ContinuousClock()
    for _ in 1...3 {
      let start = clock.now
      let report = try await store.verifyAudit()
      let taken = clock.now - start
      guard report.isSound, report.entries == count, report.anchors >= count else {
        throw Inspection.Failure(description: "\(report.faults.prefix(5)) \(report.anchors)")
      }
      let seconds = Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
      print(
        "\(report.entries) entries, \(report.checkpoints) checkpoints, \(report.anchors) anchors:",
        "\(seconds.formatted(.number.precision(.fractionLength(2)))) s,",
        "\(Int(Double(count) / seconds)) entries a second"
      )
    }
    try store.close()
  }

  /// One permit in 300: every permit has a checkpoint of its own.
  private func fill(_ store: SQLiteStore) async throws {
    for start in stride(from: Int64(1), through: count, by: 10_000) {
      try await store.write { writing in
        for number in start..<min(start + 10_000, count + 1) { try writing.append(event(number)) }
      }
    }
  }

  private func event(_ number: Int64) -> AuditEvent {
    let digest = JSON.string("sha256:" + String(repeating: "0a", count: 32))
    return AuditEvent(
      at: Timestamp(milliseconds: CrashSample.start.milliseconds + number * 1000),
      doer: AuditEntry.Doer(
        user: ID("usr_0192d1a7-5c3e-7000-8000-000000000001"),
        displayName: "王敏",
        means: "session",
        address: "10.1.2.3",
        requestID: "0192d1a75c3e\(number)"
      ),
      action: number % 300 == 0 ? "permit.issue" : "review.approve",
      subject: AuditEntry.Subject(
        kind: "draft",
        id: "drf_0192d1a7-5c3e-7000-8000-\(100_000_000_000 + number / 8)",
        revision: 2
      ),
      data: [
        "checklist": ["facts", "lawful", "timely", "fits"], "comment_digest": digest,
        "content_digest": digest, "from": "in_review", "policy": .int(1), "refused": .null,
        "relaxed": [], "requirements": ["check.completed": "satisfied", "separation": "satisfied"],
        "stage": "second", "to": "approved", "vote": "vot_0192d1a7-5c3e-7000-8000-000000000001",
      ]
    )
  }

  private func anchorAll(_ store: SQLiteStore, _ folder: DataFolder) async throws {
    let chain = try await store.read { try $0.chain() }
    var last: Int64 = 0
    var lines = Data()
    while true {
      let after = last
      let page = try await store.read {
        try $0.auditEntries(after: after, limit: 10_000, subject: nil)
      }
      guard let end = page.last else { break }
      for entry in page {
        lines += Anchor(chain: chain, sequence: entry.sequence, head: entry.hash).line + [0x0A]
      }
      last = end.sequence
    }
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.anchors))
    try file.seekToEnd()
    try file.write(contentsOf: lines)
    try file.close()
  }
}
