import GRDB
package import Reviewing

/// Everything in one SQLite file, open in this process only.
package struct SQLiteStore: Sendable {
  let pool: DatabasePool
  package let folder: DataFolder
  let anchors: AnchorFile
  let key: SigningKey
  /// Whose signatures are ours: the key's own, and those of keys before it.
  let verifyingKeys: [VerifyingKey]
  private let lock: StoreLock
  private let watch: @Sendable (StoreEvent) -> Void

  /// Makes what is missing, brings the schema up to date and keeps other processes out.
  ///
  /// Refuses a database that lacks entries which its anchors know: then an old copy stands in its place.
  package static func open(
    _ folder: DataFolder,
    anchors path: String? = nil,
    at now: Timestamp,
    watch: @escaping @Sendable (StoreEvent) -> Void = { _ in }
  ) async throws -> SQLiteStore {
    let store = try await openUnchecked(folder, anchors: path, at: now, watch: watch)
    let anchor = try store.anchors.last()
    let agrees = try await store.pool.read { try Transaction($0, store.key).agrees(with: anchor) }
    guard agrees else { throw StoreError.behindAnchors(path: store.anchors.path) }
    try await store.pool.writeWithoutTransaction { try store.anchorHead($0) }
    return store
  }

  static func openUnchecked(
    _ folder: DataFolder,
    anchors path: String?,
    at now: Timestamp,
    watch: @escaping @Sendable (StoreEvent) -> Void = { _ in }
  ) async throws -> SQLiteStore {
    let anchors = AnchorFile(path: path ?? folder.anchors)
    if path != nil { try FileUse.requireWritable(anchors.path) }
    try folder.create()
    let lock = try StoreLock(path: folder.lock, folder: folder.path)
    let key = try folder.signingKey()
    if !folder.hasDatabase { try DurableFile.create(folder.database) }
    let pool = try await pool(of: folder, at: now)
    return SQLiteStore(
      pool: pool,
      folder: folder,
      anchors: anchors,
      key: key,
      verifyingKeys: try folder.verifyingKeys(),
      lock: lock,
      watch: watch
    )
  }

  private static func pool(of folder: DataFolder, at now: Timestamp) async throws -> DatabasePool {
    do {
      let pool = try DatabasePool(path: folder.database, configuration: .ofStore)
      try await pool.writeWithoutTransaction { database in
        // GRDB has set NORMAL, which may lose the last commits when the power fails.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try Upgrade(folder: folder, at: now).run(database)
      }
      return pool
    } catch let error as DatabaseError {
      throw StoreError(error, of: folder.database)
    }
  }

  /// Writes the rest of the log into the database and lets others open it.
  package func close() throws {
    // Where another process still reads, such as a backup, SQLite does it when the last one is done.
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try pool.close()
    lock.release()
  }
}

extension SQLiteStore: ReviewStore {
  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (any StoreReading) throws -> Value
  ) async throws -> Value {
    try await pool.read { [key] in try body(Transaction($0, key)) }
  }

  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (any StoreWriting) throws -> Value
  ) async throws -> Value {
    try await pool.writeWithoutTransaction { try commit(body, to: $0) }
  }

  /// Anchors on the writer's own queue, so that anchors stand in the order of commits.
  private func commit<Value>(_ body: (any StoreWriting) throws -> Value, to database: Database)
    throws -> Value
  {
    let transaction = Transaction(database, key)
    var result: (value: Value, before: Int64)?
    try database.inTransaction(.immediate) {
      let before = try transaction.auditHead()?.sequence ?? 0
      result = (try body(transaction), before)
      watch(.committing)
      return .commit
    }
    guard let result else { throw StoreError.damaged("a transaction without an end") }
    watch(.committed)
    anchor(transaction, since: result.before)
    return result.value
  }
}

extension SQLiteStore {
  /// What is committed stays so when the anchors cannot be written: the next commit's anchor stands for it too.
  private func anchor(_ transaction: Transaction, since sequence: Int64) {
    do {
      let new = try transaction.anchors(since: sequence)
      guard !new.isEmpty else { return }
      try anchors.append(new)
      watch(.anchored)
    } catch {
      watch(.anchorFailed("\(anchors.path): \(error)"))
    }
  }

  /// Catches up after a crash between a commit and its anchor.
  private func anchorHead(_ database: Database) throws {
    let last = try anchors.last()?.sequence ?? 0
    try anchors.append(try Transaction(database, key).anchors(since: last))
  }
}

/// What happens in a store, for logs and for tests that kill it at the worst time.
package enum StoreEvent: Sendable, Hashable {
  /// Everything is written but not yet committed.
  case committing
  case committed
  case anchored
  /// The anchor of a commit could not be written.
  case anchorFailed(String)
}

extension StoreError {
  init(_ error: DatabaseError, of path: String) {
    self = .sqlite(path: path, error.message ?? "\(error.resultCode)")
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
      try database.execute(sql: "PRAGMA cell_size_check = ON")
    }
    return configuration
  }
}
