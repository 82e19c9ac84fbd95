import Foundation
import GRDB

/// A row as its table has it; members are named as columns are, in camel case.
protocol StoredRow: Codable, FetchableRecord, EncodableRecord {
  static var table: String { get }
  /// The columns that name a row.
  static var key: [String] { get }
}

extension StoredRow {
  static var databaseColumnDecodingStrategy: DatabaseColumnDecodingStrategy {
    .convertFromSnakeCase
  }
  static var databaseColumnEncodingStrategy: DatabaseColumnEncodingStrategy { .convertToSnakeCase }

  static func databaseJSONEncoder(for column: String) -> JSONEncoder { .deterministic }

  /// The columns with their values; refuses what SQLite would cut off.
  fileprivate func columns() throws -> [(name: String, value: DatabaseValue)] {
    let values = try databaseDictionary.sorted { $0.key < $1.key }
    for (name, value) in values {
      if case .string(let text) = value.storage, text.utf8.contains(0) {
        throw StoreError.zeroByte(table: Self.table, column: name)
      }
    }
    return values.map { (name: $0.key, value: $0.value) }
  }
}

extension JSONEncoder {
  /// The same bytes for the same value, sets apart.
  static var deterministic: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}

extension Database {
  func insert(_ row: some StoredRow) throws {
    let columns = try row.columns()
    try run(Self.insertion(into: type(of: row).table, columns.map(\.name)), columns.map(\.value))
  }

  /// Inserts it, or changes the columns that may change where its key is there.
  func save<Row: StoredRow>(_ row: Row) throws {
    let columns = try row.columns()
    let changing = columns.map(\.name).filter { !Row.key.contains($0) }
    let sql =
      Self.insertion(into: Row.table, columns.map(\.name)) + " ON CONFLICT ("
      + Self.list(Row.key) + ") DO UPDATE SET "
      + changing.map { "\"\($0)\" = excluded.\"\($0)\"" }.joined(separator: ", ")
    try run(sql, columns.map(\.value))
  }

  /// Writes the columns that are not as before, byte for byte; does nothing where all are.
  func update<Row: StoredRow>(_ row: Row, since before: Row) throws {
    let changed = zip(try row.columns(), try before.columns())
      .filter { !$0.value.isSame(as: $1.value) }.map(\.0)
    guard !changed.isEmpty else { return }
    let keys = try row.columns().filter { Row.key.contains($0.name) }
    let sql =
      "UPDATE \"\(Row.table)\" SET "
      + changed.map { "\"\($0.name)\" = ?" }.joined(separator: ", ") + " WHERE "
      + keys.map { "\"\($0.name)\" = ?" }.joined(separator: " AND ")
    try run(sql, (changed + keys).map(\.value))
    guard changesCount == 1 else { throw StoreError.damaged("\(Row.table): row to change is gone") }
  }

  private func run(_ sql: String, _ values: [DatabaseValue]) throws {
    try cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }

  private static func insertion(into table: String, _ columns: [String]) -> String {
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    return "INSERT INTO \"\(table)\" (\(list(columns))) VALUES (\(places))"
  }

  private static func list(_ columns: [String]) -> String {
    columns.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

extension DatabaseValue {
  /// Text is compared by bytes: Swift holds composed and decomposed letters for equal.
  fileprivate func isSame(as other: DatabaseValue) -> Bool {
    if case .string(let left) = storage, case .string(let right) = other.storage {
      return left.utf8.elementsEqual(right.utf8)
    }
    return self == other
  }
}
