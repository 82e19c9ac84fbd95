package import Reviewing

/// Why the store could not be opened or could not keep something.
package enum StoreError: Error, Equatable {
  /// Another process has it open; its number, where it could be read.
  case inUse(folder: String, process: Int?)
  /// Written by a later version of the program.
  case newerSchema(found: Int, known: Int)
  /// A migration that has been applied is not the one that this program has.
  case changedMigration(number: Int)
  /// The file is not one of ours, or it is damaged.
  case damaged(String)
  /// SQLite ends text at a zero byte, so a text with one would lose its end.
  case zeroByte(table: String, column: String)
  /// The anchors know of entries that the database lacks: an old copy stands in its place.
  case behindAnchors(path: String)
  /// The record in the file is not what was written.
  case unsound(path: String, [AuditFault])
  case missing(path: String)
  case exists(path: String)
}

extension StoreError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .inUse(let folder, let process):
      let owner = process.map { "process \($0)" } ?? "another process"
      return "\(folder): in use by \(owner); stop it first"
    case .newerSchema(let found, let known):
      return "the database has schema \(found), this program knows \(known): use a newer hegui"
    case .changedMigration(let number):
      return "migration \(number) of the database is not the one of this program"
    case .damaged(let what): return "the database is damaged: \(what)"
    case .zeroByte(let table, let column): return "\(table).\(column): text has a zero byte"
    case .behindAnchors(let path):
      return "the database lacks entries that \(path) knows; see: hegui gate audit verify"
    case .unsound(let path, let faults):
      let list = faults.prefix(5).map { "\($0.kind.rawValue) at \($0.sequence)" }
      return "\(path): the record is not sound: \(list.joined(separator: ", "))"
    case .missing(let path): return "\(path): no such file"
    case .exists(let path): return "\(path): is there already"
    }
  }
}
