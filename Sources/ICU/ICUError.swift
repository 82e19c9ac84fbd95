internal import CICU

/// What ICU refused to do.
package enum ICUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// ICU's own code, such as `U_FILE_ACCESS_ERROR`, and what was asked for.
  case failed(code: String, doing: String)
  /// No converter of this name.
  case unknownCharset(String)
  /// The target encoding has no such character; `byteOffset` is its place in the UTF-8 text.
  case unencodable(Unicode.Scalar, charset: String, byteOffset: Int)
  /// A pattern that does not compile; `utf16Offset` is where ICU stopped in it.
  case badPattern(String, code: String, utf16Offset: Int)
  /// A match that went on for too long or needed too much memory.
  case patternTooCostly(String)

  package var description: String {
    switch self {
    case .failed(let code, let doing): "ICU: \(doing): \(code)"
    case .unknownCharset(let name): "ICU has no encoding named \"\(name)\""
    case .unencodable(let scalar, let charset, _):
      "\(charset) has no \(codePoint(scalar)) (\"\(scalar)\"), save the draft as UTF-8 first"
    case .badPattern(let pattern, let code, let offset):
      "pattern \"\(pattern)\" does not compile at \(offset): \(code)"
    case .patternTooCostly(let pattern):
      "pattern \"\(pattern)\" took too long, make its repetitions more exact"
    }
  }

  private func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension ICUStatus {
  /// Warnings are negative.
  var isFailure: Bool { rawValue > ICU_ZERO_ERROR.rawValue }

  var name: String { unsafe String(cString: hegui_u_errorName(self)) }

  func check(_ doing: String) throws(ICUError) {
    if isFailure { throw .failed(code: name, doing: doing) }
  }
}
