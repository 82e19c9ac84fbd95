/// What folding needs besides arithmetic, as sorted tables.
///
/// A class, as all that compare texts hold it.
final class FoldTables: Sendable {
  /// Traditional characters, ascending, and what stands for each.
  let traditional: [UInt32]
  let simplified: [UInt32]
  /// Characters with a compatibility form, ascending; where its scalars start in `expansions`, and one past
  /// the last start.
  let compatible: [UInt32]
  let starts: [UInt32]
  let expansions: [UInt32]
  /// A bit for each of the basic plane that one of the tables holds: most characters are in none.
  private let isListed: [UInt64]

  /// The tables that this program was built with.
  static let standard = FoldTables(
    simplified: FoldingForms.simplified,
    expansions: FoldingForms.expansions
  )

  /// - Parameters:
  ///   - simplified: alternating traditional and simplified scalars.
  ///   - expansions: lines of a scalar, a space and what it stands for.
  init(simplified: StaticString, expansions: StaticString) {
    let scalars = Array("\(simplified)".unicodeScalars)
    var pairs: [(UInt32, UInt32)] = []
    for index in stride(from: 0, to: scalars.count - 1, by: 2) {
      pairs.append((scalars[index].value, scalars[index + 1].value))
    }
    pairs.sort { $0.0 < $1.0 }
    traditional = pairs.map(\.0)
    self.simplified = pairs.map(\.1)
    (compatible, starts, self.expansions) = Self.tables(of: "\(expansions)")
    isListed = Self.bits(of: [traditional, compatible])
  }

  /// Tables as they were written; nil where they do not fit each other.
  init?(
    traditional: [UInt32],
    simplified: [UInt32],
    compatible: [UInt32],
    starts: [UInt32],
    expansions: [UInt32]
  ) {
    guard traditional.count == simplified.count, starts.count == compatible.count + 1,
      starts.allSatisfy({ $0 <= expansions.count }), zip(starts, starts.dropFirst()).allSatisfy(<=)
    else { return nil }
    self.traditional = traditional
    self.simplified = simplified
    self.compatible = compatible
    self.starts = starts
    self.expansions = expansions
    isListed = Self.bits(of: [traditional, compatible])
  }

  private static func bits(of lists: [[UInt32]]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 0x10000 / 64)
    for list in lists {
      for value in list where value < 0x10000 { bits[Int(value >> 6)] |= 1 << UInt64(value & 63) }
    }
    return bits
  }

  private static func tables(
    of text: String
  ) -> (compatible: [UInt32], starts: [UInt32], expansions: [UInt32]) {
    var (compatible, starts, expansions): ([UInt32], [UInt32], [UInt32]) = ([], [], [])
    var records: [(UInt32, ArraySlice<Unicode.Scalar>)] = []
    for line in Array(text.unicodeScalars).split(separator: "\n") where line.count > 2 {
      records.append((line[line.startIndex].value, line.dropFirst(2)))
    }
    records.sort { $0.0 < $1.0 }
    for (key, expansion) in records {
      compatible.append(key)
      starts.append(UInt32(expansions.count))
      expansions += expansion.map(\.value)
    }
    starts.append(UInt32(expansions.count))
    return (compatible, starts, expansions)
  }

  /// Gives the folded form of a scalar, one scalar or several.
  func fold(_ value: UInt32, _ fold: Fold, _ take: (UInt32) -> Void) {
    let isCovered = value >= 0x80 && fold.contains(.width) && mayBeListed(value)
    if isCovered, halfWidth(value) == value, let index = Self.index(of: value, in: compatible) {
      for place in starts[index]..<starts[index + 1] {
        take(single(expansions[Int(place)], fold))
      }
    } else {
      take(single(value, fold))
    }
  }

  /// The folded form of a scalar; nil where it has several scalars.
  func foldedAlone(_ value: UInt32, _ fold: Fold) -> UInt32? {
    guard value >= 0x80, mayBeListed(value) else { return single(value, fold) }
    var folded: UInt32?
    var count = 0
    self.fold(value, fold) {
      folded = $0
      count += 1
    }
    return count == 1 ? folded : nil
  }

  /// Whether folding leaves a scalar as it is.
  func foldsToItself(_ value: UInt32) -> Bool { foldedAlone(value, .all) == value }

  /// The folded forms of all scalars of a stretch of UTF-8, without those that are invisible.
  func folded(_ range: Range<Int>, of bytes: [UInt8], _ fold: Fold) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let glyph = bytes.glyph(at: at)
      at = glyph.end
      guard Skipped(of: glyph.value) != .invisible else { continue }
      self.fold(glyph.value, fold) { result.append($0) }
    }
    return result
  }

  private func mayBeListed(_ value: UInt32) -> Bool {
    value >= 0x10000 || isListed[Int(value >> 6)] >> UInt64(value & 63) & 1 == 1
  }

  private func single(_ value: UInt32, _ fold: Fold) -> UInt32 {
    var value = fold.contains(.width) ? halfWidth(value) : value
    if fold.contains(.letterCase) { value = lowerCase(value) }
    guard value >= 0x80, fold.contains(.traditional), mayBeListed(value),
      let index = Self.index(of: value, in: traditional)
    else { return value }
    return simplified[index]
  }

  private static func index(of value: UInt32, in sorted: [UInt32]) -> Int? {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == value ? low : nil
  }
}
