internal import CICU

/// ICU's guesses at an encoding by its names, such as `GB18030`, best first.
///
/// Markup is left out where there is enough of it.
package func charsetGuesses(_ bytes: some Collection<UInt8>) throws(ICUError) -> [String] {
  let sample = Array(bytes)
  guard !sample.isEmpty else { return [] }
  var status = ICU_ZERO_ERROR
  let guesses: [String] = unsafe sample.withUnsafeBytes { raw in
    let detector = unsafe hegui_ucsdet_open(&status)
    defer { unsafe hegui_ucsdet_close(detector) }
    let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
    unsafe hegui_ucsdet_setText(detector, start, Int32(raw.count), &status)
    var count: Int32 = 0
    guard let matches = unsafe hegui_ucsdet_detectAll(detector, &count, &status) else { return [] }
    return (0..<Int(count)).compactMap { index -> String? in
      guard let name = unsafe hegui_ucsdet_getName(matches[index], &status) else { return nil }
      return unsafe String(cString: name)
    }
  }
  try status.check("detecting an encoding")
  return guesses
}
