/// Values by short ASCII name, looked up without making a string or a secure hash: the names are ours.
struct NameTable<Value: Sendable>: Sendable {
  private var slots: [(key: NameKey, value: Value)?]
  private let mask: Int

  /// Of lists of names parted by spaces; a name that stands twice has its values combined.
  init(_ lists: [(String, Value)], combining: (Value, Value) -> Value) {
    let count = lists.reduce(0) { $0 + $1.0.split(separator: " ").count }
    var size = 64
    while size < count * 4 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    mask = size - 1
    for (names, value) in lists {
      for name in names.split(separator: " ") {
        let key = NameKey(String(name))
        let slot = slot(of: key)
        slots[slot] = (key, slots[slot].map { combining($0.value, value) } ?? value)
      }
    }
  }

  subscript(key: NameKey) -> Value? { slots[slot(of: key)]?.value }

  /// Where a key is, or would be.
  private func slot(of key: NameKey) -> Int {
    var slot = key.spread & mask
    while let found = slots[slot], found.key != key { slot = (slot + 1) & mask }
    return slot
  }
}
