import Foundation
import GRDB
import Reviewing

/// What opening does to the schema: copies a database that has something in it before it changes it.
struct Upgrade {
  let folder: DataFolder
  let at: Timestamp
  var migrator = Migrator()

  init(folder: DataFolder, at now: Timestamp, migrator: Migrator = Migrator()) {
    self.folder = folder
    at = now
    self.migrator = migrator
  }

  func run(_ database: Database) throws {
    let version = try migrator.check(database)
    guard version < migrator.migrations.count else { return }
    if version > 0 { try copy(database, version: version) }
    try migrator.migrate(database, at: at)
    try database.nameChain()
  }

  private func copy(_ database: Database, version: Int) throws {
    try folder.createBackups()
    let path = "\(folder.backups)/before-schema-\(version + 1)-\(at.milliseconds).sqlite"
    try DurableFile.create(path)
    // VACUUM INTO takes an empty file.
    try database.execute(sql: "VACUUM INTO ?", arguments: [path])
    try DurableFile.synchronize(path)
  }
}

extension Database {
  fileprivate func nameChain() throws {
    let bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    try execute(
      sql: "INSERT OR IGNORE INTO store (id, chain) VALUES (1, ?)",
      arguments: [bytes.hexadecimal]
    )
  }
}
