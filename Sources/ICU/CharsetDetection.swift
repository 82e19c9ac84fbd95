internal import CICU

/// An encoding that a text may be in.
package struct CharsetGuess: Hashable, Sendable {
  /// ICU's name, such as `GB18030`.
  package let name: String
  /// From 0 to 100.
  package let confidence: Int
}

/// ICU's guesses at an encoding, best first.
///
/// Markup is left out where there is enough of it.
package func charsetGuesses(_ bytes: some Collection<UInt8>) throws(ICUError) -> [CharsetGuess] {
  let sample = Array(bytes)
  guard !sample.isEmpty else { return [] }
  var status = ICU_ZERO_ERROR
  let guesses: [CharsetGuess] = unsafe sample.withUnsafeBytes { raw in
    let detector = unsafe hegui_ucsdet_open(&status)
    defer { unsafe hegui_ucsdet_close(detector) }
    let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
    unsafe hegui_ucsdet_setText(detector, start, Int32(raw.count), &status)
    var count: Int32 = 0
    guard let matches = unsafe hegui_ucsdet_detectAll(detector, &count, &status) else { return [] }
    return (0..<Int(count)).compactMap { index -> CharsetGuess? in
      guard let name = unsafe hegui_ucsdet_getName(matches[index], &status) else { return nil }
      let confidence = unsafe hegui_ucsdet_getConfidence(matches[index], &status)
      return CharsetGuess(name: unsafe String(cString: name), confidence: Int(confidence))
    }
  }
  try status.check("detecting an encoding")
  return guesses
}

/// ICU's best guess at an encoding; nil where it has none.
package func detectCharset(_ bytes: some Collection<UInt8>) -> (name: String, confidence: Int)? {
  guard let best = (try? charsetGuesses(bytes))?.first else { return nil }
  return (best.name, best.confidence)
}
