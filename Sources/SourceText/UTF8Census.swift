internal import ICU

/// What the bytes of a file look like, read as UTF-8.
struct UTF8Census {
  private(set) var isValid = true
  private(set) var isASCII = true
  private(set) var hasNulls = false
  /// Bytes that start a character of three bytes or more, as Chinese ones do.
  private(set) var longCharacters = 0
  /// Sequences that are not valid.
  private(set) var faults = 0

  init(_ bytes: [UInt8]) {
    // Without an early end the loop is made of vector instructions.
    var least = UInt8.max
    var union: UInt8 = 0
    for byte in bytes {
      least = min(least, byte)
      union |= byte
    }
    hasNulls = least == 0 && !bytes.isEmpty
    isASCII = union < 0x80
    guard !isASCII else { return }
    forEachUTF8Piece(bytes) { piece in
      guard piece.isValid else {
        faults += 1
        return
      }
      for byte in bytes[piece.range] where byte >= 0xE0 { longCharacters += 1 }
    }
    isValid = faults == 0
  }

  /// UTF-8 with some damage: chance does not make Chinese characters more often than faults.
  var isMostlyUTF8: Bool { longCharacters > faults }
}

/// UTF-8 with U+FFFD for each sequence that is not valid: the longest that could have begun a character.
func repairedUTF8(_ bytes: [UInt8]) -> CharsetConverter.Decoded {
  if (try? UTF8Span(validating: bytes.span)) != nil {
    return CharsetConverter.Decoded(utf8: bytes, faults: [])
  }
  var result = CharsetConverter.Decoded(utf8: [], faults: [])
  result.utf8.reserveCapacity(bytes.count + 16)
  forEachUTF8Piece(bytes) { piece in
    if piece.isValid {
      result.utf8.append(contentsOf: bytes[piece.range])
    } else {
      result.faults.append(result.utf8.count..<result.utf8.count + 3)
      result.utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }
  }
  return result
}

private struct Piece {
  let range: Range<Int>
  let isValid: Bool
}

/// The valid stretches and the faulty sequences of a text, in order.
private func forEachUTF8Piece(_ bytes: [UInt8], _ body: (Piece) -> Void) {
  var offset = 0
  while offset < bytes.count {
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(offset..<bytes.count))
      return body(Piece(range: offset..<bytes.count, isValid: true))
    } catch {
      let fault = offset + error.byteOffsets.lowerBound..<offset + error.byteOffsets.upperBound
      if offset < fault.lowerBound {
        body(Piece(range: offset..<fault.lowerBound, isValid: true))
      }
      body(Piece(range: fault, isValid: false))
      offset = fault.upperBound
    }
  }
}
