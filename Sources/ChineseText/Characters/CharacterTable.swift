/// The class of every scalar: one byte each for the basic plane, a sorted side table for the rest.
package struct CharacterTable: Sendable {
  /// Built at first use.
  package static let shared = CharacterTable()

  /// The class of each scalar of the basic plane.
  let basicPlane: [CharacterClass]
  /// Scalar and class in one number (`scalar << 8 | class`), ascending.
  private let supplementary: [UInt32]

  private init() {
    var basic = [CharacterClass](repeating: .otherLetter, count: 0x1_0000)
    var side: [UInt32] = []
    for stretch in CharacterBlocks.all {
      for value in stretch.range { basic[value] = stretch.kind }
    }
    for source in CharacterSources.all {
      let bytes = Array(source.list.description.utf8)
      var index = 0
      var isKey = true
      while let scalar = bytes.scalar(at: index) {
        index += UTF8.width(scalar)
        guard scalar != "\n" else { continue }
        if !isKey {
          isKey = true
          continue
        }
        isKey = !source.isPairs
        if scalar.value <= 0xFFFF {
          basic[Int(scalar.value)] = source.kind
        } else {
          side.append(scalar.value << 8 | UInt32(source.kind.rawValue))
        }
      }
    }
    // The smaller class wins where two lists name one character: levels come before forms.
    side.sort()
    var kept = side.isEmpty ? [] : [side[0]]
    for entry in side where kept.last.map({ $0 >> 8 != entry >> 8 }) == true { kept.append(entry) }
    basicPlane = basic
    supplementary = kept
  }

  package func kind(of scalar: Unicode.Scalar) -> CharacterClass { kind(of: scalar.value) }

  func kind(of value: UInt32) -> CharacterClass {
    value <= 0xFFFF ? basicPlane[Int(value)] : supplementaryKind(of: value)
  }

  private func supplementaryKind(of value: UInt32) -> CharacterClass {
    var low = 0
    var high = supplementary.count
    while low < high {
      let middle = (low + high) / 2
      if supplementary[middle] >> 8 < value { low = middle + 1 } else { high = middle }
    }
    if low < supplementary.count, supplementary[low] >> 8 == value {
      return CharacterClass(rawValue: UInt8(supplementary[low] & 0xFF)) ?? .otherLetter
    }
    return CharacterBlocks.supplementary(value)
  }
}

/// Whether a scalar is a Han character of any plane; `〇` is one.
package func isHan(_ scalar: Unicode.Scalar) -> Bool {
  CharacterTable.shared.kind(of: scalar).isHan
}
