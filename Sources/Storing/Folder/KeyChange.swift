import Foundation
import Glibc
package import Reviewing

/// Puts a new signing key in the place of the old one, whose public half is kept, and tells the record.
package struct KeyChange: Sendable {
  package static let action = "key.change"

  package let folder: DataFolder
  /// Nil for the folder's own.
  package let anchors: String?
  package let doer: AuditEntry.Doer
  package let at: Timestamp

  package init(
    folder: DataFolder,
    anchors: String? = nil,
    doer: AuditEntry.Doer,
    at now: Timestamp
  ) {
    self.folder = folder
    self.anchors = anchors
    self.doer = doer
    at = now
  }

  /// Nobody else may have the folder open; the id of the new key.
  package func run() async throws -> String {
    guard folder.hasDatabase else { throw StoreError.missing(path: folder.database) }
    let (old, new) = try replace()
    let store = try await SQLiteStore.open(folder, anchors: anchors, at: at)
    _ = try await store.write { [doer, at] writing in
      try writing.append(
        AuditEvent(
          at: at,
          doer: doer,
          action: Self.action,
          subject: AuditEntry.Subject(kind: "key", id: new),
          data: ["retired": .string(old)]
        )
      )
    }
    try store.close()
    return new
  }

  /// Killed at any point it leaves a key, and the old one known for ours.
  private func replace() throws -> (old: String, new: String) {
    let lock = try StoreLock(path: folder.lock, folder: folder.path)
    defer { lock.release() }
    let old = try folder.signingKey().verifying
    if try !folder.retiredKeys().contains(old) { try retire(old) }
    let next = folder.signingKeyFile + ".new"
    try? FileManager.default.removeItem(atPath: next)
    let new = try KeyFile.create(next)
    try Self.move(next, to: folder.signingKeyFile)
    return (old.id, new.id)
  }

  private func retire(_ key: VerifyingKey) throws {
    let keys = try folder.retiredKeys() + [key]
    let next = folder.retiredKeysFile + ".new"
    try? FileManager.default.removeItem(atPath: next)
    try DurableFile.create(next, content: Data(keys.flatMap { RetiredKeys.line(of: $0) }))
    try Self.move(next, to: folder.retiredKeysFile)
  }

  /// In one step, whatever is there.
  private static func move(_ path: String, to place: String) throws {
    guard unsafe rename(path, place) == 0 else { throw StoreError.missing(path: place) }
    try DurableFile.synchronize(folderOf: place)
  }
}
