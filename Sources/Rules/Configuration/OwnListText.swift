import ChineseText
import Linting
import SourceText

extension OwnListFile {
  /// Whether a list is written as the program's own lists are: its columns name what only those have.
  static func isProgramFormat(_ bytes: [UInt8]) -> Bool {
    headerLines(of: bytes).contains { line in
      let text = line.dropFirst().drop { $0 == " " }
      return text.hasPrefix("columns:")
        && ["standard", "certainty", "guards"].contains { text.contains($0) }
    }
  }

  /// A list's text in UTF-8; files in GBK are converted.
  static func text(of bytes: [UInt8], path: String) throws(RulePackError) -> [UInt8] {
    if isValidUTF8(bytes) { return bytes }
    guard let converted = utf8(fromGB18030: bytes) else {
      throw RulePackError(
        path,
        Localized(
          "词表既不是 UTF-8 也不是 GBK，请另存为 UTF-8",
          "the list is neither UTF-8 nor GBK: save it as UTF-8"
        )
      )
    }
    return converted
  }
}

/// The header lines of a list, the first of its bytes.
private func headerLines(of bytes: [UInt8]) -> [Substring] {
  String(decoding: bytes.prefix(4096), as: UTF8.self)
    .split(whereSeparator: \.isNewline)
    .filter { $0.hasPrefix("#") || $0.hasPrefix("\u{FEFF}#") }
}
