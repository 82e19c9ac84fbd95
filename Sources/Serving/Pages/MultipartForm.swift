import Linting
import SourceText

/// The parts of a `multipart/form-data` body (RFC 7578), as browsers write it.
struct MultipartForm {
  struct Part {
    let name: String
    /// As the browser names the file; nil for a field.
    let file: String?
    /// Lower case; empty where it is not told.
    let type: String
    let content: ArraySlice<UInt8>
  }

  private(set) var parts: [Part] = []

  /// `contentType` names the boundary.
  init(_ body: [UInt8], contentType: String) throws(Problem) {
    guard let boundary = Parameters(Array(contentType.utf8)[...])["boundary"],
      (1...70).contains(boundary.utf8.count)
    else { throw Self.broken }
    let mark = Array("\r\n--\(boundary)".utf8)
    guard body.starts(with: mark.dropFirst(2)) else { throw Self.broken }
    var rest = body[(mark.count - 2)...]
    while !rest.starts(with: "--".utf8) {
      guard rest.starts(with: "\r\n".utf8), parts.count < 2000 else { throw Self.broken }
      rest = rest.dropFirst(2)
      guard let head = Self.find(Array("\r\n\r\n".utf8), in: rest.prefix(4096)),
        let end = Self.find(mark, in: rest[(head + 4)...])
      else { throw Self.broken }
      try add(rest[..<head], rest[(head + 4)..<end])
      rest = rest[(end + mark.count)...]
    }
  }

  private static let broken = Problem(
    .badRequest,
    Localized("表单没有传完整，请再提交一次", "the form is not complete; send it again")
  )

  private mutating func add(_ head: ArraySlice<UInt8>, _ content: ArraySlice<UInt8>) throws(Problem)
  {
    guard isValidUTF8(Array(head)) else { throw Problem(.malformedUTF8) }
    var disposition: Parameters?
    var type = ""
    for line in head.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let name = line.prefix { $0 != UInt8(ascii: ":") }
      let value = line.dropFirst(name.count + 1).drop { $0 == 0x20 }
      switch String(decoding: Array(name), as: UTF8.self).lowercased() {
      case "content-disposition": disposition = Parameters(value)
      case "content-type": type = String(decoding: Array(value), as: UTF8.self).lowercased()
      default: continue
      }
    }
    guard let disposition, let name = disposition["name"] else { throw Self.broken }
    parts.append(Part(name: name, file: disposition["filename"], type: type, content: content))
  }

  private static func find(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = mark.first else { return nil }
    var rest = bytes
    while let start = rest.firstIndex(of: first) {
      if bytes[start...].starts(with: mark) { return start }
      rest = bytes[(start + 1)...]
    }
    return nil
  }
}

/// The parameters of a header such as `form-data; name="a"; filename="b.png"`.
private struct Parameters {
  private var values: [String: String] = [:]

  init(_ header: ArraySlice<UInt8>) {
    var rest = header.drop { $0 != UInt8(ascii: ";") }.dropFirst()
    while !rest.isEmpty {
      rest = rest.drop { $0 == 0x20 }
      let name = rest.prefix { $0 != UInt8(ascii: "=") }
      rest = rest.dropFirst(name.count + 1)
      let isQuoted = rest.first == UInt8(ascii: "\"")
      if isQuoted { rest = rest.dropFirst() }
      let value = rest.prefix { $0 != (isQuoted ? 0x22 : 0x3B) }
      rest = rest.dropFirst(value.count).drop { $0 != UInt8(ascii: ";") }.dropFirst()
      values[String(decoding: Array(name), as: UTF8.self).lowercased()] = Self.unescaped(value)
    }
  }

  subscript(name: String) -> String? { values[name] }

  /// Browsers escape these three and nothing else.
  private static func unescaped(_ value: ArraySlice<UInt8>) -> String {
    String(decoding: Array(value), as: UTF8.self).replacing("%22", with: "\"")
      .replacing("%0D", with: "\r").replacing("%0A", with: "\n")
  }
}
