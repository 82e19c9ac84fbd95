internal import CICU

/// Converts between one encoding and UTF-8, without losing anything silently.
package struct CharsetConverter: Hashable, Sendable {
  /// The encoding's registered name as ICU knows it, such as `GB18030`.
  package let name: String

  /// A text and where U+FFFD stands in it for bytes that mean nothing in the encoding.
  package struct Decoded: Sendable {
    package var utf8: [UInt8]
    /// Bytes of `utf8`; ascending, one for each faulty sequence.
    package var faults: [Range<Int>]

    package init(utf8: [UInt8], faults: [Range<Int>]) {
      self.utf8 = utf8
      self.faults = faults
    }
  }

  /// Finds an encoding by any of its names.
  package init(named alias: String) throws(ICUError) {
    var status = ICU_ZERO_ERROR
    let converter = unsafe hegui_ucnv_openStrict(alias, &status)
    unsafe hegui_ucnv_close(converter)
    // The empty name is ICU's for the system's own encoding.
    guard !status.isFailure, !alias.isEmpty else { throw .unknownCharset(alias) }
    let standard = unsafe hegui_ucnv_standardName(alias, &status)
    name = unsafe standard.map { unsafe String(cString: $0) } ?? alias
  }

  package func decode(_ bytes: some Collection<UInt8>) throws(ICUError) -> Decoded {
    try utf8(of: utf16(of: Array(bytes)))
  }

  /// The text in this encoding; a character it does not have is an error.
  package func encode(_ utf8: some Collection<UInt8>) throws(ICUError) -> [UInt8] {
    let text = Array(String(decoding: utf8, as: UTF8.self).utf16)
    // No encoding here needs more than four bytes for a unit, but for signs at the start.
    let capacity = text.count * 4 + 8
    var status = ICU_ZERO_ERROR
    var consumed = 0
    let result = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let converter = unsafe hegui_ucnv_openStrict(name, &status)
      defer { unsafe hegui_ucnv_close(converter) }
      guard !status.isFailure else { return }
      unsafe text.withUnsafeBufferPointer { units in
        unsafe buffer.withMemoryRebound(to: CChar.self) { output in
          guard let input = units.baseAddress, let start = output.baseAddress else { return }
          var source: UnsafePointer<UInt16>? = unsafe input
          var target: UnsafeMutablePointer<CChar>? = unsafe start
          unsafe hegui_ucnv_fromUnicode(
            converter,
            &target,
            start + output.count,
            &source,
            input + units.count,
            &status
          )
          count = unsafe (target ?? start) - start
          consumed = unsafe (source ?? input) - input
        }
      }
    }
    try check(status, encoding: text, consumed: consumed)
    return result
  }

  private func check(_ status: ICUStatus, encoding text: [UInt16], consumed: Int) throws(ICUError) {
    guard status == ICU_INVALID_CHAR_FOUND || status == ICU_ILLEGAL_CHAR_FOUND else {
      return try status.check("encoding as \(name)")
    }
    // ICU has read the offending character already.
    var start = max(0, consumed - 1)
    if UTF16.isTrailSurrogate(text[start]), start > 0 { start -= 1 }
    let before = String(decoding: text[..<start], as: UTF16.self)
    let scalar = String(decoding: text[start..<consumed], as: UTF16.self).unicodeScalars.first
    throw .unencodable(scalar ?? "\u{FFFD}", charset: name, byteOffset: before.utf8.count)
  }
}

/// UTF-16 as decoded, with the indices of the U+FFFD that stand for faulty bytes.
private struct Units {
  var units: [UInt16]
  var faults: [Int] = []
}

extension CharsetConverter {
  private func utf16(of bytes: [UInt8]) throws(ICUError) -> Units {
    var status = ICU_ZERO_ERROR
    var faults: [Int] = []
    // A byte gives one unit at most, but for some pairs of Big5-HKSCS, which give two for two bytes.
    let units = unsafe [UInt16](unsafeUninitializedCapacity: bytes.count + 2) { buffer, count in
      let converter = unsafe hegui_ucnv_openStrict(name, &status)
      defer { unsafe hegui_ucnv_close(converter) }
      guard !status.isFailure else { return }
      unsafe bytes.withUnsafeBytes { raw in
        guard let input = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self),
          let start = buffer.baseAddress
        else { return }
        var source: UnsafePointer<CChar>? = unsafe input
        var target: UnsafeMutablePointer<UInt16>? = unsafe start
        let targetEnd = unsafe start + buffer.count
        var before = unsafe source
        repeat {
          status = ICU_ZERO_ERROR
          unsafe before = source
          unsafe hegui_ucnv_toUnicode(
            converter,
            &target,
            targetEnd,
            &source,
            input + raw.count,
            &status
          )
          guard isFault(status), let place = unsafe target, unsafe place < targetEnd else { break }
          faults.append(unsafe place - start)
          unsafe place.pointee = 0xFFFD
          unsafe target = place + 1
        } while unsafe source != input + raw.count || source != before
        count = unsafe (target ?? start) - start
      }
    }
    if !isFault(status) { try status.check("decoding \(name)") }
    return Units(units: units, faults: faults)
  }

  private func isFault(_ status: ICUStatus) -> Bool {
    status == ICU_INVALID_CHAR_FOUND || status == ICU_ILLEGAL_CHAR_FOUND
      || status == ICU_TRUNCATED_CHAR_FOUND || status == ICU_ILLEGAL_ESCAPE_SEQUENCE
  }

  private func utf8(of decoded: Units) -> Decoded {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(decoded.units.count * 3)
    var faults: [Range<Int>] = []
    var copied = 0
    for fault in decoded.faults {
      utf8.append(contentsOf: String(decoding: decoded.units[copied..<fault], as: UTF16.self).utf8)
      faults.append(utf8.count..<utf8.count + 3)
      utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
      copied = fault + 1
    }
    utf8.append(contentsOf: String(decoding: decoded.units[copied...], as: UTF16.self).utf8)
    return Decoded(utf8: utf8, faults: faults)
  }
}
