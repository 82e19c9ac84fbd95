import Foundation
import GRDB
package import Reviewing

extension DataFolder {
  /// Copies the database as it is at one moment, while others may write, and verifies the copy; the file has its
  /// name only once all of that is done.
  package func backUp(to path: String, anchors: String? = nil) throws -> AuditReport {
    guard hasDatabase else { throw StoreError.missing(path: database) }
    guard !FileManager.default.fileExists(atPath: path) else { throw StoreError.exists(path: path) }
    try FileUse.requireWritable(path)
    let part = path + ".part"
    try? FileManager.default.removeItem(atPath: part)
    try DurableFile.create(part)
    // Before the copy, which may be ahead of them but not behind.
    let anchored = try AnchorFile(path: anchors ?? self.anchors).read()
    try copy(to: part)
    let report = try inspect(part, anchors: anchored)
    guard report.isSound else { throw StoreError.unsound(path: part, report.faults) }
    try DurableFile.synchronize(part)
    try FileManager.default.moveItem(atPath: part, toPath: path)
    try DurableFile.synchronize(folderOf: path)
    return report
  }

  private func copy(to path: String) throws {
    var configuration = Configuration.ofStore
    configuration.readonly = true
    let source = try DatabaseQueue(path: database, configuration: configuration)
    let copy = try DatabaseQueue(path: path, configuration: Configuration())
    try source.backup(to: copy)
    // One file, without a log beside it.
    try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try copy.close()
  }

  /// Verifies a database that nobody has open: its pages, its references and its record.
  func inspect(_ path: String, anchors: [Anchor]?) throws -> AuditReport {
    let key = try KeyFile.load(signingKeyFile)
    let keys = [key.verifying] + (try retiredKeys())
    var configuration = Configuration.ofStore
    configuration.readonly = true
    let copy = try DatabaseQueue(path: path, configuration: configuration)
    return try copy.read { database in
      guard try Migrator().check(database) > 0 else { throw StoreError.damaged("\(path) is empty") }
      try database.checkIntegrity()
      return try Transaction(database, key).verify(anchors: anchors, keys: keys, code: nil)
    }
  }
}

extension Database {
  fileprivate func checkIntegrity() throws {
    let answer = try String.fetchAll(self, sql: "PRAGMA integrity_check")
    guard answer == ["ok"] else { throw StoreError.damaged(answer.first ?? "no answer") }
    if let row = try Row.fetchOne(self, sql: "PRAGMA foreign_key_check") {
      throw StoreError.damaged("a row of \(row[0] as String? ?? "?") names what is not there")
    }
  }
}
