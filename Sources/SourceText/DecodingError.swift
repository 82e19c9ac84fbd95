package struct DecodingOptions: Sendable {
  package var maximumBytes = 20_000_000

  package init() {}
}

/// Why a file is no draft that can be read.
package enum DecodingError: Error, Hashable, Sendable, CustomStringConvertible {
  case tooLarge(limit: Int)
  /// `kind` names the format where its first bytes tell, such as `PDF`.
  case binary(kind: String?)
  /// An encoding that the file declares and that is not supported.
  case unsupportedEncoding(String)
  case converterFailed(reason: String)

  package var description: String {
    switch self {
    case .tooLarge(let limit): "file is larger than \(limit) bytes, split it or raise the limit"
    case .binary(let kind?): "file is \(kind), not text: save the draft as HTML, Markdown or text"
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
  case converterFailed(reason: String)

  package var description: String {
    switch self {
    case .unencodable(let scalar, let encoding, _):
      "\(encoding) has no \"\(scalar)\", save the draft as UTF-8 first"
    case .damaged: "file holds bytes that are not valid in its encoding, repair them first"
    case .converterFailed(let reason): "file cannot be encoded: \(reason)"
    }
  }
}
