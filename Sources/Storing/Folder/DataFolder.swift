import Foundation
package import Reviewing

/// Where everything of one institution lies.
package struct DataFolder: Hashable, Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  package var database: String { path + "/hegui.sqlite" }
  package var lock: String { path + "/server.lock" }
  package var keys: String { path + "/keys" }
  package var signingKeyFile: String { keys + "/signing.key" }
  /// Public keys that have signed before.
  package var retiredKeysFile: String { keys + "/retired.keys" }
  /// Where anchors go unless somebody names a better place, on another disk.
  package var anchors: String { path + "/anchors.jsonl" }
  package var backups: String { path + "/backups" }
  /// What is compiled of rules and lists; it may be missing at any time.
  package var cache: String { path + "/cache" }

  package var hasDatabase: Bool { FileManager.default.fileExists(atPath: database) }

  /// Makes the folders that are missing, for their owner only.
  package func create() throws {
    for folder in [path, keys] { try Self.create(folder) }
  }

  func createBackups() throws { try Self.create(backups) }

  private static func create(_ folder: String) throws {
    try FileUse.of(folder) {
      try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    }
  }

  /// The key that is there; a new one where there is neither a key nor anything that one has signed.
  package func signingKey() throws -> SigningKey {
    if !hasDatabase, !FileManager.default.fileExists(atPath: signingKeyFile) {
      try create()
      return try KeyFile.create(signingKeyFile)
    }
    return try KeyFile.load(signingKeyFile)
  }

  /// The keys that signatures of old are still believed of.
  package func retiredKeys() throws -> [VerifyingKey] {
    try RetiredKeys(path: retiredKeysFile).load()
  }

  /// All keys whose signatures are ours.
  func verifyingKeys() throws -> [VerifyingKey] {
    [try signingKey().verifying] + (try retiredKeys())
  }
}
