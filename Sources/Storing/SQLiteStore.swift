import GRDB
package import Reviewing

/// Everything in one SQLite file, open in this process only.
package struct SQLiteStore: Sendable {
  let pool: DatabasePool
  package let folder: DataFolder
  private let lock: StoreLock

  /// Makes what is missing, brings the schema up to date and keeps other processes out.
  package static func open(_ folder: DataFolder, at now: Timestamp) async throws -> SQLiteStore {
    try folder.create()
    let lock = try StoreLock(path: folder.lock, folder: folder.path)
    _ = try folder.signingKey()
    if !folder.hasDatabase { try DurableFile.create(folder.database) }
    let pool = try DatabasePool(path: folder.database, configuration: .ofStore)
    try await pool.writeWithoutTransaction { database in
      // GRDB has set NORMAL, which may lose the last commits when the power fails.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try Migrator().migrate(database, at: now)
      try database.nameChain()
    }
    return SQLiteStore(pool: pool, folder: folder, lock: lock)
  }

  /// Writes the rest of the log into the database.
  package func close() throws { try pool.close() }
}

extension SQLiteStore: ReviewStore {
  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (any StoreReading) throws -> Value
  ) async throws -> Value {
    try await pool.read { try body(Transaction(database: $0)) }
  }

  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (any StoreWriting) throws -> Value
  ) async throws -> Value {
    try await pool.write { try body(Transaction(database: $0)) }
  }
}

extension Configuration {
  static var ofStore: Configuration {
    var configuration = Configuration()
    configuration.label = "hegui"
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 4
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }
    return configuration
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
