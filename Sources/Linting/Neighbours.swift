package import ChineseText
import Reading

extension ScannedDraft {
  /// The scalar that a reader sees before an offset, in the same block; zero-width ones are skipped, spaces if asked.
  package func scalar(before offset: Int, skippingSpaces: Bool = false) -> Unicode.Scalar? {
    guard let block = block(at: offset) ?? block(at: offset - 1) else { return nil }
    return skippingSpaces
      ? scan.neighbour(before: offset, in: block.text)?.scalar
      : text.previousVisible(before: offset, in: block.text)?.scalar
  }

  /// The scalar that a reader sees from an offset on, in the same block; zero-width ones are skipped, spaces if asked.
  package func scalar(from offset: Int, skippingSpaces: Bool = false) -> Unicode.Scalar? {
    guard let block = block(at: offset) ?? block(at: offset - 1) else { return nil }
    return skippingSpaces
      ? scan.neighbour(after: offset, in: block.text)?.scalar
      : text.nextVisible(after: offset, in: block.text)?.scalar
  }

  /// Whether Han or a Chinese mark stands on at least one side of a stretch, spaces skipped.
  package func isBesideChinese(_ range: Range<Int>) -> Bool {
    let left = scalar(before: range.lowerBound, skippingSpaces: true)
    let right = scalar(from: range.upperBound, skippingSpaces: true)
    return [left, right].contains { $0.map { isHan($0) || isChineseMark($0) } ?? false }
  }

  /// Whether a mark stands in Chinese context (handbook, language §6).
  package func isChineseContext(_ mark: Mark) -> Bool {
    guard let block = block(at: mark.offset) else { return false }
    return scan.isChineseContext(markAt: mark.offset, in: block.text)
  }
}

/// Marks of GB/T 15834 that Latin text does not share.
package func isChineseMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F: true
  case 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3B, 0xFF3D: true
  case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026: true
  default: false
  }
}

/// Whether a scalar is an ASCII letter or digit.
package func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "0"..."9", "A"..."Z", "a"..."z": true
  default: false
  }
}
