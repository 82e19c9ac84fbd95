import GRDB
import Reviewing

/// Brings a database to the schema of this program: forward only, each step in a transaction of its own.
struct Migrator {
  var migrations = Migration.all

  /// The number of the last one applied; 0 for an empty database.
  ///
  /// Refuses what a later program has written, and migrations that are not ours.
  func check(_ database: Database) throws -> Int {
    guard try database.tableExists("migration") else {
      guard try database.isEmpty else { throw StoreError.damaged("not a database of hegui") }
      return 0
    }
    let rows = try Row.fetchAll(database, sql: "SELECT number, checksum FROM migration ORDER BY 1")
    guard rows.count <= migrations.count else {
      throw StoreError.newerSchema(found: rows.count, known: migrations.count)
    }
    for (row, migration) in zip(rows, migrations) {
      guard row["number"] == migration.number, row["checksum"] == migration.checksum else {
        throw StoreError.changedMigration(number: migration.number)
      }
    }
    return rows.count
  }

  /// Applies what is missing.
  func migrate(_ database: Database, at now: Timestamp) throws {
    for migration in migrations.dropFirst(try check(database)) {
      try database.inTransaction(.immediate) {
        try apply(migration, to: database, at: now)
        return .commit
      }
    }
  }

  private func apply(_ migration: Migration, to database: Database, at now: Timestamp) throws {
    if migration.number == 1 { try database.execute(sql: Self.table) }
    try database.execute(sql: migration.sql)
    try database.execute(
      sql: "INSERT INTO migration (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
      arguments: [migration.number, migration.name, migration.checksum, now]
    )
  }

  private static let table = """
    CREATE TABLE migration (
      number INTEGER PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      checksum TEXT NOT NULL,
      applied_at INTEGER NOT NULL
    ) STRICT;
    """
}

extension Database {
  fileprivate var isEmpty: Bool {
    get throws { try Int.fetchOne(self, sql: "SELECT count(*) FROM sqlite_schema") == 0 }
  }
}
