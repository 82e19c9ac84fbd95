import Foundation
import Reviewing
import SourceText
import Testing

@testable import Storing

/// Folders and files that cannot be used are named, and nothing is made on the way there.
struct UnusablePlaceTests {
  private let place = TestFolder()

  private func code(_ body: () async throws -> Void) async -> Int32? {
    do { try await body() } catch StoreError.file(let error) { return error.code } catch {
      Issue.record("\(error)")
    }
    return nil
  }

  @Test func `anchors that are a folder, or stand in none, are refused before anything is made`()
    async throws
  {
    let folder = NSTemporaryDirectory()
    #expect(await code { _ = try await place.open(anchors: folder) } == EISDIR)
    #expect(await code { _ = try await place.open(anchors: folder + "/no/anchors") } == ENOENT)
    #expect(!FileManager.default.fileExists(atPath: place.folder.path))
  }

  @Test func `a data folder that is a file is refused`() async throws {
    try DurableFile.create(place.folder.path)
    #expect(await code { _ = try await place.open() } == EEXIST)
  }

  @Test func `a database that is none is refused by name`() async throws {
    try place.folder.create()
    _ = try place.folder.signingKey()
    try DurableFile.create(place.folder.database, content: Data(repeating: 0x41, count: 4096))
    let named = StoreError.sqlite(path: place.folder.database, "file is not a database")
    await #expect(throws: named) { _ = try await place.open() }
    #expect(throws: named) { try SQLiteStore.verifyAudit(place.folder) }
  }

  @Test func `nothing is verified or backed up where nothing is, nor made there`() throws {
    let missing = StoreError.missing(path: place.folder.database)
    #expect(throws: missing) { try SQLiteStore.verifyAudit(place.folder) }
    #expect(throws: missing) { try place.folder.backUp(to: place.folder.path + ".backup") }
    #expect(!FileManager.default.fileExists(atPath: place.folder.path))
  }

  @Test func `a backup goes where there is a folder`() async throws {
    let store = try await place.open()
    try store.close()
    #expect(await code { _ = try place.folder.backUp(to: "/no/such/folder/backup") } == ENOENT)
  }

  @Test(arguments: ["", "no database"])
  func `what is no backup is not restored, and leaves nothing behind`(_ content: String)
    async throws
  {
    let store = try await place.open()
    try await store.write { try $0.populate() }
    try store.close()
    let file = place.folder.path + "/other"
    try DurableFile.create(file, content: Data(content.utf8))
    for backup in [file, place.folder.keys] {
      await #expect(throws: StoreError.noBackup(path: backup)) { try await restore(backup) }
    }
    await #expect(throws: StoreError.missing(path: file + "x")) { try await restore(file + "x") }
    #expect(!FileManager.default.fileExists(atPath: place.folder.database + ".restoring"))
    #expect(try await place.open().read { try $0.users().count } == 3)
  }

  private func restore(_ backup: String) async throws {
    let doer = AuditEntry.Doer(
      user: nil,
      displayName: "",
      means: "cli",
      address: "",
      requestID: ""
    )
    _ = try await Restore(folder: place.folder, backup: backup, doer: doer, at: .start).run()
  }
}
