internal import ICU

/// Decodes a draft's file, so that nothing of it is lost unseen.
///
/// The encoding is, in this order: that of a byte-order mark; the one declared by `<meta charset>`, `<meta
/// http-equiv content>` or an XML declaration in the first 2 KB; UTF-8 where the bytes are valid; the best of
/// UTF-8, UTF-16, GB18030 and Big5 by ICU's detection. GB2312 and GBK are read as GB18030, which holds them.
///
/// A declaration that the bytes contradict loses: `gbk` over valid UTF-8 with characters of three bytes was left
/// behind by an editor that saved UTF-8, and `utf-8` over bytes that are mostly not is no better a witness.
package func decodeSource(
  path: String,
  bytes: [UInt8],
  options: DecodingOptions = DecodingOptions()
) throws(DecodingError) -> Source {
  guard bytes.count <= options.maximumBytes else {
    throw .tooLarge(limit: options.maximumBytes)
  }
  let census = UTF8Census(bytes)
  let encoding = try chooseEncoding(of: bytes, census)
  let decoded =
    encoding == .utf8 && census.isValid
    ? CharsetConverter.Decoded(utf8: bytes, faults: []) : try decode(bytes, from: encoding)
  return Source(
    path: path,
    bytes: decoded.utf8,
    encoding: encoding.name,
    digest: sha256(of: bytes),
    faults: joined(decoded.faults)
  )
}

/// The text of bytes in GB18030 or GBK; nil where they are not.
package func utf8(fromGB18030 bytes: [UInt8]) -> [UInt8]? {
  guard let decoded = try? decode(bytes, from: .gb18030), decoded.faults.isEmpty else { return nil }
  return decoded.utf8
}

private func decode(
  _ bytes: [UInt8],
  from encoding: Encoding
) throws(DecodingError) -> CharsetConverter.Decoded {
  if encoding == .utf8 { return repairedUTF8(bytes) }
  do {
    return try CharsetConverter(named: encoding.converter).decode(bytes)
  } catch {
    throw .converterFailed(reason: error.description)
  }
}

/// Faults that touch are one: a stretch of damage is one thing to look at.
private func joined(_ faults: [Range<Int>]) -> [SourceRange] {
  var ranges: [SourceRange] = []
  for fault in faults {
    if let last = ranges.last, last.end == fault.lowerBound {
      ranges[ranges.count - 1].end = fault.upperBound
    } else {
      ranges.append(SourceRange(fault.lowerBound, fault.upperBound))
    }
  }
  return ranges
}

extension Source {
  /// A changed text of this draft as bytes of its own encoding, byte-order mark included.
  ///
  /// A damaged draft is refused: what its faulty bytes were would be lost. So is one whose file is no text.
  package func encoded(_ changed: [UInt8]) throws(SourceEncodingError) -> [UInt8] {
    guard markup == nil else { throw .notText }
    guard faults.isEmpty else { throw .damaged }
    if encoding == Encoding.utf8.name { return changed }
    do {
      let converter = Encoding(named: encoding)?.converter ?? encoding
      return try CharsetConverter(named: converter).encode(changed)
    } catch .unencodable(let scalar, _, let byteOffset) {
      throw .unencodable(scalar, encoding: encoding, byteOffset: byteOffset)
    } catch {
      throw .converterFailed(reason: error.description)
    }
  }
}
