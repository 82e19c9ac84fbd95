package import Reviewing
package import SourceText

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
  /// A file or folder that cannot be used.
  case file(FileError)
  /// What SQLite says of a database that it cannot use.
  case sqlite(path: String, String)
  /// Not a file that a backup has made.
  case noBackup(path: String)
}

extension StoreError: CustomStringConvertible {
  /// For people: Chinese, then English.
  package var description: String {
    switch self {
    case .inUse(let folder, let process):
      let (zh, en) = process.map { ("进程 \($0) ", "process \($0)") } ?? ("另一个进程", "another process")
      return "\(folder)：\(zh)正在使用，请先停掉它（in use by \(en); stop it first）"
    case .newerSchema(let found, let known):
      return "数据库是版本 \(found)，这个程序只认得到 \(known)，请用更新的 hegui"
        + "（the database has schema \(found), this program knows \(known): use a newer hegui）"
    case .changedMigration(let number):
      return "数据库的第 \(number) 次升级不是这个程序的"
        + "（migration \(number) of the database is not the one of this program）"
    case .damaged(let what): return "数据库损坏或不是本程序的：\(what)（damaged, or not of hegui）"
    case .zeroByte(let table, let column):
      return "\(table).\(column)：文字里有零字节（text has a zero byte）"
    case .behindAnchors(let path):
      return "数据库缺少 \(path) 记着的条目，可能被换成了旧的，请运行 hegui gate audit verify"
        + "（the database lacks entries that the anchors know; see: hegui gate audit verify）"
    case .unsound(let path, let faults):
      let list = faults.prefix(5).map { "\($0.kind.rawValue) \($0.sequence)" }
      return "\(path)：审计记录对不上：\(list.joined(separator: ", "))（the record is not sound）"
    case .missing(let path): return "\(path)：没有这个文件（no such file）"
    case .exists(let path): return "\(path)：已经有了，请换个名字（is there already）"
    case .file(let error): return error.forPeople
    case .sqlite(let path, let message): return "\(path)：数据库用不了（not usable）：\(message)"
    case .noBackup(let path):
      return "\(path)：不是备份文件，请给 hegui gate backup 做的文件（not a file of hegui gate backup）"
    }
  }
}
