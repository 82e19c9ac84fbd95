import GRDB
import Reviewing

extension ID: DatabaseValueConvertible {
  var databaseValue: DatabaseValue { value.databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
    String.fromDatabaseValue(value).map { Self($0) }
  }
}

extension Timestamp: DatabaseValueConvertible {
  var databaseValue: DatabaseValue { milliseconds.databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
    Int64.fromDatabaseValue(value).map { Self(milliseconds: $0) }
  }
}

extension Digest: DatabaseValueConvertible {
  var databaseValue: DatabaseValue { description.databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
    String.fromDatabaseValue(value).flatMap { Self($0) }
  }
}
