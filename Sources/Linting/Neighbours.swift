package import ChineseText
import Reading

extension ScannedDraft {
  /// The scalar that a reader sees before an offset, in the same block; zero-width ones are skipped, spaces if asked.
  package func scalar(before offset: Int, skippingSpaces: Bool = false) -> Unicode.Scalar? {
    guard let block = block(at: offset) ?? block(at: offset - 1) else { return nil }
    var position = offset
    while position > block.text.lowerBound, let scalar = text.scalar(before: position) {
      if !isSkipped(scalar, spaces: skippingSpaces) { return scalar }
      position -= UTF8.width(scalar)
    }
    return nil
  }

  /// The scalar that a reader sees from an offset on, in the same block; zero-width ones are skipped, spaces if asked.
  package func scalar(from offset: Int, skippingSpaces: Bool = false) -> Unicode.Scalar? {
    guard let block = block(at: offset) ?? block(at: offset - 1) else { return nil }
    var position = offset
    while position < block.text.upperBound, let scalar = text.scalar(at: position) {
      if !isSkipped(scalar, spaces: skippingSpaces) { return scalar }
      position += UTF8.width(scalar)
    }
    return nil
  }

  private func isSkipped(_ scalar: Unicode.Scalar, spaces: Bool) -> Bool {
    if scalar.isInvisible { return true }
    return spaces
      && (scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{A0}"
        || scalar == "\u{3000}")
  }

  /// Whether a mark stands in Chinese text: the block has Han, a neighbour (spaces skipped) is Han or a Chinese
  /// mark, and the mark is neither inside an opaque span nor inside a number.
  package func isChineseContext(_ mark: Mark) -> Bool {
    guard !scan.isOpaque(at: mark.offset), !isInsideToken(mark.offset) else { return false }
    let left = scalar(before: mark.offset, skippingSpaces: true)
    let right = scalar(from: mark.range.upperBound, skippingSpaces: true)
    return [left, right].contains { $0.map { isHan($0) || isChineseMark($0) } ?? false }
  }

  private func isInsideToken(_ offset: Int) -> Bool {
    guard let token = scan.token(at: offset) else { return false }
    return token.range.lowerBound < offset
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
