internal import ICU

/// An encoding that drafts come in.
enum Encoding: Hashable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case gb18030
  case big5

  /// ICU's name.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "GB18030"
    case .big5: "Big5"
    }
  }

  /// The name of ICU's converter.
  ///
  /// Its Big5 reads stray bytes as characters of private use; browsers, too, read Big5 with Hong Kong's additions.
  var converter: String { self == .big5 ? "Big5-HKSCS" : name }

  /// By a name that a page declares or ICU guesses; nil for one that is not supported.
  init?(named name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    case "utf-16le", "utf-16", "unicode", "ucs-2": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "gb_2312-80", "gb_2312", "x-gbk", "cp936", "ms936",
      "windows-936", "euc-cn", "chinese", "gb18030-2022":
      self = .gb18030
    case "big5", "big-5", "big5-eten", "cp950", "windows-950", "x-x-big5", "cn-big5",
      "big5-hkscs", "big5hkscs":
      self = .big5
    default: return nil
    }
  }

  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}

/// Names that stand for no choice at all: what tools write where nobody chose.
private let defaultNames: Set = [
  "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252", "ansi",
]

/// The encoding of a file; an error where it is no text.
func chooseEncoding(
  of bytes: [UInt8],
  _ census: UTF8Census
) throws(DecodingError) -> Encoding {
  if let marked = try encodingByMark(bytes) { return marked }
  if let kind = binaryKind(bytes) { throw .binary(kind: kind) }
  if census.hasNulls {
    // A stray zero among characters of three bytes: no UTF-16 of Chinese looks like that.
    let isUTF8 = census.isValid && census.hasLongCharacters
    return isUTF8 ? .utf8 : try encodingOfUTF16(bytes)
  }
  guard !census.isASCII else { return .utf8 }
  guard let name = declaredCharset(bytes), !defaultNames.contains(name.lowercased()) else {
    return census.isValid ? .utf8 : detectedEncoding(bytes, census)
  }
  guard let declared = Encoding(named: name) else {
    if census.isValid { return .utf8 }
    throw .unsupportedEncoding(name)
  }
  // A page that declares UTF-16 in ASCII bytes is UTF-8, browsers say the same.
  if declared == .utf8 || declared.isUTF16 {
    return census.isMostlyUTF8 ? .utf8 : detectedEncoding(bytes, census)
  }
  // Pairs of GB and Big5 can look like valid UTF-8, but not like characters of three bytes in numbers.
  return census.isValid && census.hasLongCharacters ? .utf8 : declared
}

private func encodingByMark(_ bytes: [UInt8]) throws(DecodingError) -> Encoding? {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
  if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { throw .unsupportedEncoding("UTF-32LE") }
  if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { throw .unsupportedEncoding("UTF-32BE") }
  if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
  if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
  if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return .gb18030 }
  return nil
}

/// Bytes of zero without a mark: UTF-16 or no text.
private func encodingOfUTF16(_ bytes: [UInt8]) throws(DecodingError) -> Encoding {
  let guesses = (try? charsetGuesses(bytes.prefix(sampleBytes))) ?? []
  // ICU's guess counts code units of Latin letters; zeros on one side only is what text has and data has not.
  for guess in guesses {
    guard let encoding = Encoding(named: guess), encoding.isUTF16 else { continue }
    let high = encoding == .utf16LittleEndian ? 1 : 0
    let zeros = bytes.prefix(sampleBytes).enumerated().filter { $0.element == 0 }
    if zeros.allSatisfy({ $0.offset % 2 == high }), bytes.count % 2 == 0 { return encoding }
  }
  throw .binary(kind: nil)
}

private let sampleBytes = 64 * 1024

/// ICU's choice among the encodings that Chinese drafts come in.
private func detectedEncoding(_ bytes: [UInt8], _ census: UTF8Census) -> Encoding {
  if census.isMostlyUTF8 { return .utf8 }
  let start = bytes.firstIndex { $0 >= 0x80 } ?? 0
  let sample = bytes[max(0, start - 64)..<min(bytes.count, start + sampleBytes)]
  let guesses = (try? charsetGuesses(sample)) ?? []
  for guess in guesses {
    guard let encoding = Encoding(named: guess), !encoding.isUTF16 else { continue }
    if encoding != .utf8 { return encoding }
  }
  return fewestFaults(sample)
}

/// For samples too short for ICU: the encoding that finds fewer faults, GB18030 where they are equal.
private func fewestFaults(_ sample: ArraySlice<UInt8>) -> Encoding {
  func faults(_ encoding: Encoding) -> Int {
    (try? CharsetConverter(named: encoding.converter).decode(sample))?.faults.count ?? .max
  }
  let gb = faults(.gb18030)
  return faults(.big5) < gb ? .big5 : gb <= sample.count / 8 ? .gb18030 : .utf8
}

/// The format of a file that is no text, by its first bytes.
private func binaryKind(_ bytes: [UInt8]) -> BinaryKind? {
  signatures.first { bytes.starts(with: $0.bytes) }?.kind
}

private let signatures: [(kind: BinaryKind, bytes: [UInt8])] = [
  (.pdf, Array("%PDF-".utf8)), (.rtf, Array("{\\rtf".utf8)), (.zip, [0x50, 0x4B, 3, 4]),
  (.office, [0xD0, 0xCF, 0x11, 0xE0]), (.picture, [0x89, 0x50, 0x4E, 0x47]),
  (.picture, [0xFF, 0xD8, 0xFF]), (.picture, Array("GIF8".utf8)), (.archive, [0x1F, 0x8B]),
  (.archive, Array("Rar!".utf8)), (.archive, [0x37, 0x7A, 0xBC, 0xAF]),
  (.program, [0x7F, 0x45, 0x4C, 0x46]),
]
