internal import CICU

/// The number of extended grapheme clusters: what a reader counts as characters.
package func graphemeCount(_ utf8: some Collection<UInt8>) -> Int {
  let bytes = Array(utf8)
  return plainCharacterCount(bytes) ?? clusterCount(bytes)
}

package func graphemeCount(_ text: String) -> Int {
  graphemeCount(text.utf8)
}

/// The count where every scalar surely is a cluster of its own: printable ASCII, Han, and the marks of Chinese.
///
/// Opening a break iterator costs more than a hundred titles of this kind.
private func plainCharacterCount(_ bytes: [UInt8]) -> Int? {
  var count = 0
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar.value {
    case 0x20...0x7E, 0x2014...0x2026, 0x3001...0x3029, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xFF01...0xFF60:
      count += 1
    default: return nil
    }
  }
  return count
}

private func clusterCount(_ bytes: [UInt8]) -> Int {
  unsafe bytes.withUnsafeBytes { raw in
    var status = ICU_ZERO_ERROR
    let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
    let text = unsafe hegui_utext_openUTF8(start, Int64(raw.count), &status)
    defer { unsafe hegui_utext_close(text) }
    let breaks = unsafe hegui_ubrk_openCharacters(&status)
    defer { unsafe hegui_ubrk_close(breaks) }
    unsafe hegui_ubrk_setUText(breaks, text, &status)
    // Without its data ICU cannot tell; scalars are the nearest count there is.
    guard !status.isFailure else { return bytes.count { $0 & 0xC0 != 0x80 } }
    var count = 0
    while unsafe hegui_ubrk_next(breaks) != ICU_BREAKS_DONE { count += 1 }
    return count
  }
}
