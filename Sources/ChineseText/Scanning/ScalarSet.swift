/// A few scalars; says of most others without looking further that they are none of them.
struct ScalarSet: Sendable {
  private let values: [UInt32]
  /// A bit for the lowest six bits of each.
  private let endings: UInt64

  init(_ scalars: String) {
    values = scalars.unicodeScalars.map { $0.value }
    endings = values.reduce(0) { $0 | 1 &<< UInt64($1) }
  }

  func contains(_ value: UInt32) -> Bool {
    endings & 1 &<< UInt64(value) != 0 && values.contains(value)
  }
}
