internal import ICU

/// What the bytes of a file look like, read as UTF-8.
struct UTF8Census {
  let isValid: Bool
  let isASCII: Bool
  let hasNulls: Bool
  /// Whether a byte starts a character of three bytes or more, as Chinese ones are.
  let hasLongCharacters: Bool
  /// UTF-8 with some damage: chance does not make Chinese characters more often than faults.
  let isMostlyUTF8: Bool

  init(_ bytes: [UInt8]) {
    // Without an early end the loop is made of vector instructions.
    var least = UInt8.max
    var greatest: UInt8 = 0
    for byte in bytes {
      least = min(least, byte)
      greatest = max(greatest, byte)
    }
    hasNulls = least == 0 && !bytes.isEmpty
    isASCII = greatest < 0x80
    hasLongCharacters = greatest >= 0xE0
    isValid = isASCII || isValidUTF8(bytes)
    isMostlyUTF8 = isValid || hasMoreCharactersThanFaults(bytes)
  }
}

private func hasMoreCharactersThanFaults(_ bytes: [UInt8]) -> Bool {
  var balance = 0
  forEachUTF8Piece(bytes) { piece in
    guard piece.isValid else {
      balance -= 1
      return
    }
    for byte in bytes[piece.range] where byte >= 0xE0 { balance += 1 }
  }
  return balance > 0
}

/// UTF-8 with U+FFFD for each sequence that is not valid: the longest that could have begun a character.
func repairedUTF8(_ bytes: [UInt8]) -> CharsetConverter.Decoded {
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
