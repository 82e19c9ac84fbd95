import Foundation
import GRDB
import Reviewing
import Synchronization
import Testing

@testable import Storing

/// The record in its file: anchors, tampering with SQLite's own means, backups.
struct RecordTests {
  private let place = TestFolder()

  private func filled(_ count: Int, anchors: String? = nil) async throws -> SQLiteStore {
    let store = try await place.open(anchors: anchors)
    try await store.write { try $0.populate() }
    for number in 1...count {
      try await store.write { try $0.append("review.approve", number: Int64(number)) }
    }
    return store
  }

  @Test func `every commit is anchored and permits are signed`() async throws {
    let store = try await filled(5)
    try await store.write { try $0.append("permit.issue") }
    let signed = try await store.checkpoint(at: .start)
    let anchors = try store.anchors.read()
    #expect(anchors.map(\.sequence) == [1, 2, 3, 4, 5, 6, 6])
    #expect(anchors.map { $0.checkpoint != nil } == [true, false, false, false, false, true, true])
    let code = try #require(signed.map { AuditCode($0) })
    let report = try await store.verifyAudit(code: code)
    #expect(report.isSound)
    #expect(report.codeSequence == 6)
  }

  @Test func `a checkpoint comes with every five hundredth entry and every day`() async throws {
    let store = try await place.open()
    try await store.write { writing in
      for number in 1...1001 { try writing.append("a", number: Int64(number)) }
      try writing.append("b", at: Timestamp.start.adding(hours: 24))
    }
    #expect(try await store.read { try $0.checkpoints().map(\.sequence) } == [1, 500, 1000, 1002])
    #expect(try await store.verifyAudit().isSound)
  }

  @Test(
    arguments: [
      ("UPDATE audit_entry SET display_name = '李强' WHERE sequence = 7", 7),
      ("UPDATE audit_entry SET data = '{\"number\":7 }x' WHERE sequence = 7", 7),
      ("DELETE FROM audit_entry WHERE sequence = 7", 7),
      ("DELETE FROM audit_entry WHERE sequence >= 7", 7),
      ("DELETE FROM audit_entry", 1),
      ("UPDATE audit_head SET hash = (SELECT hash FROM audit_entry WHERE sequence = 2)", 20),
      ("DELETE FROM checkpoint", 1),
      ("UPDATE checkpoint SET head = (SELECT hash FROM audit_entry WHERE sequence = 2)", 1),
    ]
  )
  func `a change of the file is found`(_ change: (sql: String, place: Int64)) async throws {
    let store = try await filled(20)
    try await store.pool.writeWithoutTransaction { database in
      for name in try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
      ) { try database.execute(sql: "DROP TRIGGER \(name)") }
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try database.execute(sql: change.sql)
    }
    let faults = try await store.verifyAudit().faults
    #expect(faults.first?.sequence == change.place, "\(faults)")
    try store.close()
    let offline = try SQLiteStore.verifyAudit(place.folder)
    #expect(offline.faults == faults)
  }

  @Test func `anchors may lie elsewhere, and a line cut short does not spoil the rest`()
    async throws
  {
    let elsewhere = place.folder.path + "-anchors.jsonl"
    defer { try? FileManager.default.removeItem(atPath: elsewhere) }
    let store = try await filled(3, anchors: elsewhere)
    #expect(!FileManager.default.fileExists(atPath: place.folder.anchors))
    try DurableFile.append(Data("\n{\"chain\":\"x".utf8), to: elsewhere)
    try await store.write { try $0.append("a") }
    #expect(try store.anchors.read().map(\.sequence) == [1, 2, 3, 4])
    #expect(try await store.verifyAudit().isSound)
  }

  @Test func `a commit counts although its anchor cannot be written, and the next one anchors it`()
    async throws
  {
    let store = try await filled(2)
    try FileManager.default.removeItem(atPath: place.folder.anchors)
    try FileManager.default.createDirectory(
      atPath: place.folder.anchors,
      withIntermediateDirectories: false
    )
    try await store.write { try $0.append("a") }
    #expect(try await store.read { try $0.auditHead()?.sequence } == 3)
    try FileManager.default.removeItem(atPath: place.folder.anchors)
    try await store.write { try $0.append("a") }
    #expect(try store.anchors.read().map(\.sequence) == [4])
    #expect(try await store.verifyAudit().isSound)
  }

  @Test func `what an old key has signed is known after a change of the key`() async throws {
    let store = try await filled(3)
    try await store.write { try $0.append("permit.issue") }
    try store.close()
    let old = try place.folder.signingKey().id
    let doer = AuditEntry.Doer(
      user: nil,
      displayName: "root",
      means: "command_line",
      address: "",
      requestID: ""
    )
    let change = KeyChange(folder: place.folder, doer: doer, at: .start)
    let new = try await change.run()
    #expect(new != old)
    #expect(try place.folder.signingKey().id == new)
    #expect(try place.folder.retiredKeys().map(\.id) == [old])
    _ = try await change.run()
    #expect(try place.folder.retiredKeys().map(\.id) == [old, new])
    let report = try SQLiteStore.verifyAudit(place.folder)
    #expect(report.isSound, "\(report.faults)")
    #expect(report.entries == 6)
    #expect(try place.folder.backUp(to: place.folder.path + "/copy.sqlite").isSound)
    try FileManager.default.removeItem(atPath: place.folder.retiredKeysFile)
    let kinds = Set(try SQLiteStore.verifyAudit(place.folder).faults.map(\.kind))
    #expect(kinds.contains(.unknownKey))
  }

  @Test func `a commit that adds nothing to the record says nothing of the anchors`() async throws {
    let told = Mutex<[StoreEvent]>([])
    let store = try await SQLiteStore.open(place.folder, at: .start) { event in
      told.withLock { $0.append(event) }
    }
    try await store.write { try $0.populate() }
    #expect(told.withLock(\.self) == [.committing, .committed])
    try await store.write { try $0.append("a") }
    #expect(told.withLock(\.self).last == .anchored)
  }

  @Test func `closing leaves one file`() async throws {
    let store = try await filled(3)
    try store.close()
    let log = place.folder.database + "-wal"
    let size = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
    #expect(size ?? 0 == 0)
  }
}
