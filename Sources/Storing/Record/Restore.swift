import Foundation
import GRDB
package import Reviewing

/// Puts a backup in the place of the database.
///
/// What the backup does not have is lost, and the record says so in an entry of its own, signed: without it,
/// verification finds the cut that a restored backup is.
package struct Restore: Sendable {
  package let folder: DataFolder
  package let backup: String
  /// Nil for the folder's own.
  package let anchors: String?
  package let doer: AuditEntry.Doer
  package let at: Timestamp

  package init(
    folder: DataFolder,
    backup: String,
    anchors: String? = nil,
    doer: AuditEntry.Doer,
    at now: Timestamp
  ) {
    self.folder = folder
    self.backup = backup
    self.anchors = anchors
    self.doer = doer
    at = now
  }

  /// Nobody else may have the folder open.
  package func run() async throws -> AuditReport {
    let anchored = try AnchorFile(path: anchors ?? folder.anchors).read()
    let digest = try prepare(anchored)
    let store = try await SQLiteStore.openUnchecked(folder, anchors: anchors, at: at)
    let last = anchored.map(\.sequence).max() ?? 0
    let restoration = Restoration(lostUpTo: last, backup: digest)
    _ = try await store.write { [doer, at] writing in
      try writing.append(restoration.event(by: doer, chain: writing.chain(), at: at))
    }
    let report = try await store.verifyAudit()
    try store.close()
    return report
  }

  /// Verifies the backup, then moves the old database aside and the backup in; says what was restored.
  private func prepare(_ anchored: [Anchor]) throws -> Digest {
    guard FileManager.default.fileExists(atPath: backup) else {
      throw StoreError.missing(path: backup)
    }
    try folder.create()
    let lock = try StoreLock(path: folder.lock, folder: folder.path)
    let copy = folder.database + ".restoring"
    let digest = try copyBackup(to: copy)
    do { try verify(copy, anchored) } catch {
      try? FileManager.default.removeItem(atPath: copy)
      throw error
    }
    try putAside()
    try FileManager.default.moveItem(atPath: copy, toPath: folder.database)
    try DurableFile.synchronize(folderOf: folder.database)
    withExtendedLifetime(lock) {}
    return digest
  }

  private func verify(_ copy: String, _ anchored: [Anchor]) throws {
    let faults: [AuditFault]
    do { faults = try folder.inspect(copy, anchors: anchored).faults } catch is DatabaseError {
      throw StoreError.noBackup(path: backup)
    } catch StoreError.damaged {
      throw StoreError.noBackup(path: backup)
    }
    // A backup is always a record whose end is missing.
    guard faults.allSatisfy({ [.cut, .emptied].contains($0.kind) }) else {
      throw StoreError.unsound(path: backup, faults)
    }
  }

  private func copyBackup(to path: String) throws -> Digest {
    guard !FileUse.isFolder(backup) else { throw StoreError.noBackup(path: backup) }
    guard let content = FileManager.default.contents(atPath: backup) else {
      throw StoreError.missing(path: backup)
    }
    try? FileManager.default.removeItem(atPath: path)
    try DurableFile.create(path, content: content)
    return Digest(of: content)
  }

  /// The old database keeps its log: what is only there would be lost, or, left behind, spoil the new one.
  private func putAside() throws {
    guard folder.hasDatabase else { return }
    try folder.createBackups()
    let aside = "\(folder.backups)/replaced-\(at.milliseconds).sqlite"
    for suffix in ["", "-wal", "-shm"]
    where FileManager.default.fileExists(atPath: folder.database + suffix) {
      try FileManager.default.moveItem(atPath: folder.database + suffix, toPath: aside + suffix)
    }
    try DurableFile.synchronize(folderOf: aside)
  }
}
