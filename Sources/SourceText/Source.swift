/// A draft's file as decoded: the one text that all positions refer to.
package struct Source: Sendable {
  /// The path as the user gave it, for reports.
  package let path: String
  /// Valid UTF-8.
  ///
  /// A byte-order mark of the file counts and stands first, as EF BB BF.
  package let bytes: [UInt8]
  /// ICU's name of the encoding that the file was decoded from.
  package let encoding: String
  /// `sha256:` and the hexadecimal digest of the file's bytes as read.
  package let digest: String
  /// Where U+FFFD stands for bytes that are not valid in `encoding`, in source order.
  package let faults: [SourceRange]
  /// Nil where the text is the file's own.
  package let markup: SourceMarkup?

  package init(
    path: String,
    bytes: [UInt8],
    encoding: String,
    digest: String,
    faults: [SourceRange],
    markup: SourceMarkup? = nil
  ) {
    self.path = path
    self.bytes = bytes
    self.encoding = encoding
    self.digest = digest
    self.faults = faults
    self.markup = markup
  }

  /// The text of a range; empty where the range lies outside.
  package func string(in range: SourceRange) -> String {
    guard range.end <= bytes.count else { return "" }
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}
