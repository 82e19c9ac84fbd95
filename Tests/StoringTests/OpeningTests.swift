import Foundation
import GRDB
import Reviewing
import Testing

@testable import Storing

struct OpeningTests {
  private let place = TestFolder()

  @Test func `what was acknowledged is there when it is opened again`() async throws {
    let store = try await place.open()
    try await store.write { writing in
      try writing.populate()
      try writing.save(Submission.full(1), since: nil)
      try writing.append("a")
    }
    let chain = try await store.read { try $0.chain() }
    try store.close()
    let again = try await place.open()
    #expect(try await again.read { try $0.submission(Submission.full(1).id) } == .full(1))
    #expect(try await again.read { try $0.chain() } == chain)
  }

  @Test func `a second opener is told who has it`() async throws {
    let store = try await place.open()
    let process = Int(ProcessInfo.processInfo.processIdentifier)
    await #expect(throws: StoreError.inUse(folder: place.folder.path, process: process)) {
      _ = try await place.open()
    }
    try store.close()
  }

  @Test func `a database of a later program, or with another migration, is refused`() async throws {
    let store = try await place.open()
    try await store.pool.writeWithoutTransaction { database in
      try database.execute(sql: "UPDATE migration SET checksum = 'x'")
      #expect(throws: StoreError.changedMigration(number: 1)) { try Migrator().check(database) }
      try database.execute(sql: "INSERT INTO migration VALUES (5, 'later', 'y', 0)")
      #expect(throws: StoreError.newerSchema(found: 5, known: 4)) { try Migrator().check(database) }
    }
  }

  @Test func `the shipped migration is the one that was shipped`() {
    #expect(
      Migration.all.map(\.checksum) == [
        "sha256:5c89639b6c97433af92b0f526bddb53da207aeea251425b43370692b64621cae",
        "sha256:fb7011c3cb932fbbc33e183d36828a730c0002cda9a1fa3a337a6747e221758e",
        "sha256:cf86c5c11fdbfde2efff4e4c301a746c6d17b54fc23ae130e06aa58e52e68cfe",
        "sha256:fada9d383ec8fbb20ccbe484f85529c73430eb59aa530d5ceaf9a75fe0c31289",
      ]
    )
  }

  @Test func `a migration of a database with something in it is preceded by a copy`() async throws {
    let store = try await place.open()
    try await store.write { try $0.populate() }
    var migrator = Migrator()
    let second = Migration(number: 5, name: "more", sql: "CREATE TABLE more (id INTEGER) STRICT;")
    migrator.migrations.append(second)
    let upgrade = Upgrade(folder: place.folder, at: .start, migrator: migrator)
    try await store.pool.writeWithoutTransaction { try upgrade.run($0) }
    let copies = try FileManager.default.contentsOfDirectory(atPath: place.folder.backups)
    #expect(copies.count == 1)
    let copy = try DatabaseQueue(path: place.folder.backups + "/" + (copies.first ?? ""))
    #expect(try await copy.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM user") } == 3)
    #expect(try await store.pool.read { try upgrade.migrator.check($0) } == 5)
    #expect(try await store.read { try $0.users().count } == 3)
  }

  @Test func `a store of the first schema is brought up to date with all it has`() async throws {
    try place.folder.create()
    _ = try place.folder.signingKey()
    let queue = try DatabaseQueue(path: place.folder.database, configuration: .ofStore)
    var first = Migrator()
    first.migrations.removeLast(first.migrations.count - 1)
    let upgrade = Upgrade(folder: place.folder, at: .start, migrator: first)
    try await queue.writeWithoutTransaction { database in
      try upgrade.run(database)
      try database.execute(sql: "INSERT INTO department VALUES ('dep_old', 'old', '旧科室')")
    }
    try queue.close()
    let store = try await place.open()
    try await store.write { writing in
      try writing.populate()
      try writing.save(Submission.full(1), since: nil)
    }
    #expect(try await store.read { try $0.department("dep_old")?.name } == "旧科室")
    #expect(try await store.read { try $0.submission(Submission.full(1).id) } == .full(1))
  }

  @Test func `a finding that was kept before there was advice is read without it`() throws {
    let kept = """
      {"rule":"title/length","severity":"warning","message":{"zh":"标题过长","en":"too long"},\
      "start":{"line":1,"column":3,"byte":2},"end":{"line":1,"column":7,"byte":14},\
      "text":"义诊通知","fingerprint":"f1"}
      """
    let finding = try JSONDecoder().decode(ReviewFinding.self, from: Data(kept.utf8))
    #expect(finding.advice == nil && finding.rule == "title/length")
  }

  @Test func `a migration that fails leaves the schema as it was`() async throws {
    let store = try await place.open()
    var migrator = Migrator()
    migrator.migrations.append(
      Migration(number: 5, name: "broken", sql: "CREATE TABLE more (id INTEGER); SELECT nothing;")
    )
    let broken = migrator
    await #expect(throws: DatabaseError.self) {
      try await store.pool.writeWithoutTransaction { try broken.migrate($0, at: .start) }
    }
    #expect(try await store.pool.read { try Migrator().check($0) } == 4)
    #expect(try await store.pool.read { try $0.tableExists("more") } == false)
  }

  @Test func `some other database is refused`() async throws {
    try place.folder.create()
    _ = try place.folder.signingKey()
    let queue = try DatabaseQueue(path: place.folder.database)
    try await queue.write { try $0.execute(sql: "CREATE TABLE t (a)") }
    try queue.close()
    await #expect(throws: StoreError.damaged("not a database of hegui")) {
      _ = try await place.open()
    }
  }

  @Test func `a full disk refuses the write, keeps what was there and lets go when there is room`()
    async throws
  {
    let store = try await place.open()
    try await store.write { try $0.populate() }
    let pages = try await store.pool.writeWithoutTransaction {
      try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0
    }
    try await store.pool.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    await #expect(throws: DatabaseError.self) {
      try await store.write { writing in
        try writing.append("draft.begin")
        for number in 1...50 { try writing.save(Submission.full(number), since: nil) }
      }
    }
    #expect(try await store.read { try $0.auditHead() } == nil)
    try await store.pool.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = 1000000")
    }
    try await store.write { writing in
      try writing.append("draft.begin")
      try writing.save(Submission.full(1), since: nil)
    }
    #expect(try await store.verifyAudit().isSound)
  }

  @Test func `a lock held by another connection is waited for`() async throws {
    let store = try await place.open()
    let other = try DatabaseQueue(path: place.folder.database, configuration: .ofStore)
    let holder = Task {
      try await other.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          try database.execute(sql: "INSERT INTO department VALUES ('dep_z', 'z', 'z')")
          return .commit
        }
      }
    }
    try await store.write { try $0.populate() }
    try await holder.value
    #expect(try await store.read { try $0.departments().count } == 3)
  }

  @Test func `writers take turns and readers see whole transactions`() async throws {
    let store = try await place.open()
    try await store.write { try $0.populate() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...40 {
        group.addTask {
          try await store.write { writing in
            try writing.append("a", number: Int64(number))
            try writing.append("b", number: Int64(number))
          }
        }
        group.addTask {
          let head = try await store.read { try $0.auditHead()?.sequence ?? 0 }
          #expect(head % 2 == 0)
        }
      }
      try await group.waitForAll()
    }
    let report = try await store.verifyAudit()
    #expect(report.isSound)
    #expect(report.entries == 80)
  }
}
