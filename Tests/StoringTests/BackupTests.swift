import Foundation
import GRDB
import Reviewing
import Testing

@testable import Storing

struct BackupTests {
  private let place = TestFolder()
  private let doer = AuditEntry.Doer(
    user: nil,
    displayName: "root",
    means: "command_line",
    address: "",
    requestID: ""
  )

  private func fill(_ store: SQLiteStore, _ count: Int) async throws {
    for number in 1...count {
      try await store.write { try $0.append("review.approve", number: Int64(number)) }
    }
  }

  private var backup: String { place.folder.path + "/copy.sqlite" }

  private func restore() async throws -> AuditReport {
    try await Restore(folder: place.folder, backup: backup, doer: doer, at: .start).run()
  }

  @Test func `a backup is taken while others write, and is sound`() async throws {
    let store = try await place.open()
    try await store.write { try $0.populate() }
    try await fill(store, 20)
    async let writes: Void = fill(store, 50)
    let report = try place.folder.backUp(to: backup)
    try await writes
    #expect(report.isSound)
    #expect(report.entries >= 20)
    #expect(!FileManager.default.fileExists(atPath: backup + "-wal"))
    #expect(throws: StoreError.exists(path: backup)) { try place.folder.backUp(to: backup) }
  }

  @Test func `a database that has been tampered with is not backed up`() async throws {
    let store = try await place.open()
    try await fill(store, 5)
    try await store.pool.writeWithoutTransaction { database in
      try database.execute(
        sql: "DROP TRIGGER audit_entry_does_not_change; UPDATE audit_entry SET action = 'x'"
      )
    }
    #expect(throws: StoreError.self) { try place.folder.backUp(to: backup) }
    #expect(!FileManager.default.fileExists(atPath: backup))
  }

  @Test func `a restored backup tells what it lacks, is sound, and can be written to`() async throws
  {
    try await fillAndBackUp()
    let report = try await restore()
    #expect(report.isSound)
    #expect(report.entries == 11)
    #expect(report.restorations == [11])
    let store = try await place.open()
    try await fill(store, 20)
    #expect(try await store.verifyAudit().isSound)
    #expect(try await store.read { try $0.users().count } == 3)
    let aside = try FileManager.default.contentsOfDirectory(atPath: place.folder.backups)
    #expect(aside.contains { $0.hasPrefix("replaced-") })
  }

  @Test func `an old copy put back by hand is not opened`() async throws {
    try await fillAndBackUp()
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: place.folder.database + suffix)
    }
    try FileManager.default.copyItem(atPath: backup, toPath: place.folder.database)
    await #expect(throws: StoreError.behindAnchors(path: place.folder.anchors)) {
      _ = try await place.open()
    }
    let faults = try SQLiteStore.verifyAudit(place.folder).faults
    #expect(faults == [AuditFault(.cut, at: 11)])
  }

  @Test func `a backup that has been tampered with is not restored`() async throws {
    try await fillAndBackUp()
    let queue = try DatabaseQueue(path: backup)
    try await queue.write { database in
      try database.execute(
        sql: """
          DROP TRIGGER audit_entry_does_not_change;
          UPDATE audit_entry SET action = 'x' WHERE sequence = 4
          """
      )
    }
    try queue.close()
    await #expect(
      throws: StoreError.unsound(
        path: backup,
        [AuditFault(.edited, at: 4), AuditFault(.cut, at: 11)]
      )
    ) {
      _ = try await restore()
    }
    let store = try await place.open()
    #expect(try await store.read { try $0.auditHead()?.sequence } == 30)
  }

  @Test func `nothing is restored under a running server`() async throws {
    let store = try await place.open()
    try await fill(store, 3)
    _ = try place.folder.backUp(to: backup)
    await #expect(throws: StoreError.self) { _ = try await restore() }
    #expect(try await store.verifyAudit().isSound)
  }

  private func fillAndBackUp() async throws {
    let store = try await place.open()
    try await store.write { try $0.populate() }
    try await fill(store, 10)
    _ = try place.folder.backUp(to: backup)
    try await fill(store, 20)
    try store.close()
  }
}
