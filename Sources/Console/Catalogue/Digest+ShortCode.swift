import Reviewing

extension Digest {
  /// Sixteen digits in fours, to be compared by eye with a printed form.
  var shortCode: String {
    let digits = Array(description.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst().prefix(16))
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(decoding: digits[$0..<min($0 + 4, digits.count)], as: UTF8.self) }
      .joined(separator: " ")
  }
}
