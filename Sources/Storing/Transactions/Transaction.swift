import GRDB
import Reviewing

/// One transaction: what is read is one view, what is written is written together or not at all.
struct Transaction {
  let database: Database
  let key: SigningKey

  init(_ database: Database, _ key: SigningKey) {
    self.database = database
    self.key = key
  }

  func first<R: StoredRow>(_ type: R.Type, where condition: String, _ values: StatementArguments)
    throws -> R?
  {
    try R.fetchOne(
      database.cachedStatement(sql: "SELECT * FROM \"\(R.table)\" WHERE \(condition)"),
      arguments: values
    )
  }

  func all<R: StoredRow>(_ type: R.Type, _ rest: String, _ values: StatementArguments = [])
    throws -> [R]
  {
    try R.fetchAll(
      database.cachedStatement(sql: "SELECT * FROM \"\(R.table)\" \(rest)"),
      arguments: values
    )
  }
}

extension Transaction: StoreWriting {}
