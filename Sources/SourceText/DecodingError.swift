package struct DecodingOptions: Sendable {
  package var maximumBytes = 20_000_000

  package init() {}
}

/// The format of a file that is no text.
package enum BinaryKind: String, Sendable {
  case pdf = "a PDF file"
  case rtf = "an RTF file"
  case zip = "an Office or ZIP file"
  case office = "an Office file"
  case picture = "a picture"
  case archive = "an archive"
  case program = "an executable"
}

/// Why a file is no draft that can be read.
package enum DecodingError: Error, Hashable, Sendable, CustomStringConvertible {
  case tooLarge(limit: Int)
  /// `kind` is the format where its first bytes tell.
  case binary(kind: BinaryKind?)
  /// An encoding that the file declares and that is not supported.
  case unsupportedEncoding(String)
  case converterFailed(reason: String)

  package var description: String {
    switch self {
    case .tooLarge(let limit): "file is larger than \(limit) bytes, split it or raise the limit"
    case .binary(let kind?):
      "file is \(kind.rawValue), not text: save the draft as HTML, Markdown or text"
    case .binary(nil): "file is binary, not text: save the draft as HTML, Markdown or text"
    case .unsupportedEncoding(let name):
      "encoding \"\(name)\" is not supported, save the draft as UTF-8"
    case .converterFailed(let reason): "file cannot be decoded: \(reason)"
    }
  }
}

/// Why a changed text cannot be written back.
package enum SourceEncodingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The encoding lacks a character; `byteOffset` is its place in the UTF-8 text.
  case unencodable(Unicode.Scalar, encoding: String, byteOffset: Int)
  /// The file holds bytes that are not valid in its encoding.
  case damaged
  /// The text was made from a file of another kind, such as a Word document.
  case notText
  case converterFailed(reason: String)

  package var description: String {
    switch self {
    case .unencodable(let scalar, let encoding, _):
      "\(encoding) 编码中没有「\(scalar)」，请先把稿件另存为 UTF-8（save it as UTF-8 first）"
    case .damaged: "文件中有不合编码的字节，请先改正（it holds bytes that are not valid in its encoding）"
    case .notText:
      "这份 Word 文档不能自动修改，请按报告在 Word 中改（this Word document cannot be changed: mend it in Word by the report）"
    case .converterFailed(let reason): "无法按原编码存回（it cannot be encoded）：\(reason)"
    }
  }
}
