/// Tells most beginnings of terms from all others with one look at a table; never misses one.
///
/// The first two classes of a term choose a word of the table, these or all three choose three bits of it.
/// There are about five terms a word, so that about one in a hundred other beginnings passes.
enum PrefixFilter {
  /// The table of some terms of two and more classes; its count is a power of two.
  static func table(of terms: [ArraySlice<UInt16>]) -> [UInt64] {
    var count = smallestTable
    while count * 5 < terms.count, count < largestTable { count *= 2 }
    let shift = shift(ofTable: count)
    var table = [UInt64](repeating: 0, count: count)
    for term in terms {
      let start = term.startIndex
      let hash = hash(UInt64(term[start]) << 16 | UInt64(term[start + 1]))
      table[Int(hash &>> shift)] |=
        term.count == 2 ? pairBits(hash) : tripleBits(hash, UInt64(term[start + 2]))
    }
    return table
  }

  /// At least two words, as a shift by all bits of a word would be none.
  static let smallestTable = 2
  static let largestTable = 1 << 24

  /// By how much a hash is shifted to get the word in a table with so many words, a power of two.
  static func shift(ofTable count: Int) -> UInt64 { UInt64(64 - count.trailingZeroBitCount) }

  /// The hash of two classes, one above the other.
  @inline(__always)
  static func hash(_ pair: UInt64) -> UInt64 {
    let product = pair.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// What is set where a term has no third class.
  @inline(__always)
  static func pairBits(_ hash: UInt64) -> UInt64 {
    1 &<< hash | 1 &<< (hash &>> 6) | 1 &<< (hash &>> 12)
  }

  @inline(__always)
  static func tripleBits(_ hash: UInt64, _ third: UInt64) -> UInt64 {
    let mixed = (hash ^ third) &* 0xD6E8_FEB8_6659_FD93
    return 1 &<< (mixed &>> 58) | 1 &<< (mixed &>> 52) | 1 &<< (mixed &>> 46)
  }
}
