/// Values by short ASCII name, looked up without making a string or a secure hash: the names are ours.
struct NameTable<Value: Sendable>: Sendable {
  private var slots: [(key: NameKey, value: Value)?]
  private let mask: Int

  /// An empty table with room for that many names.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    mask = size - 1
  }

  /// Of lists of names parted by spaces; a name that stands twice has its values combined.
  init(_ lists: [(String, Value)], combining: (Value, Value) -> Value) {
    self.init(capacity: lists.reduce(0) { $0 + Self.count(of: $1.0) })
    for (names, value) in lists {
      change(names) { $0 = $0.map { combining($0, value) } ?? value }
    }
  }

  subscript(key: NameKey) -> Value? { slots[slot(of: key)]?.value }

  /// Sets the values of names parted by spaces; nil is that of a name that is not there yet.
  mutating func change(_ names: String, _ change: (inout Value?) -> Void) {
    var key = NameKey()
    for byte in names.utf8 {
      if byte != 0x20 {
        key.append(byte)
      } else {
        set(key, change)
        key = NameKey()
      }
    }
    set(key, change)
  }

  private mutating func set(_ key: NameKey, _ change: (inout Value?) -> Void) {
    let slot = slot(of: key)
    var value = slots[slot]?.value
    change(&value)
    slots[slot] = value.map { (key, $0) }
  }

  private static func count(of names: String) -> Int {
    names.utf8.reduce(1) { $1 == 0x20 ? $0 + 1 : $0 }
  }

  /// Where a key is, or would be.
  private func slot(of key: NameKey) -> Int {
    var slot = key.spread & mask
    while let found = slots[slot], found.key != key { slot = (slot + 1) & mask }
    return slot
  }
}
