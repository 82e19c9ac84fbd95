import HTTPTypes
import Linting
import Reviewing
import SourceText

/// The fields of a form as the JSON body that the API wants.
///
/// A name is a path, `form.rights.0.asset`, whose numbers are places in arrays. What follows a colon says what the
/// value is: `:flag` true unless it says `false`, `:number`, `:time` a local time in China as `datetime-local` writes
/// it, `:lines` an array of the lines that are not empty. `[]` at the end gathers all values of that name; `:none`
/// makes an empty array where none is gathered, `:null` a null where the field itself is empty. Fields left empty are
/// left out, with the objects that they leave empty. A name that begins with `_` is a control; the paths in the value
/// of a `_without.NAME` are left out with all that is under them. Of a file in `_files` the digest is kept, as one of
/// the `assets`.
struct FormFields {
  private var controls: [String: String] = [:]
  private var root = Node()

  /// Of a form that a browser has sent, with files or without.
  init(_ exchange: Exchange) throws(Problem) {
    switch exchange.mediaType {
    case "application/x-www-form-urlencoded":
      try self.init(pairs: Self.pairs(of: exchange.body))
    case "multipart/form-data":
      let form = try MultipartForm(
        exchange.body,
        contentType: exchange.headers[.contentType] ?? ""
      )
      try self.init(pairs: try form.fields() + form.assets)
    default: throw Problem(.unsupportedMediaType)
    }
  }

  private init(pairs: [(name: String, value: String)]) throws(Problem) {
    let left = pairs.filter { $0.name.utf8.starts(with: "_without.".utf8) }
      .flatMap { $0.value.utf8.split(separator: 0x20) }.map { Array($0) + [UInt8(ascii: ".")] }
    for (name, value) in pairs {
      if name.utf8.first == UInt8(ascii: "_") {
        controls[name] = Self.withPlainLines(value)
      } else if !left.contains(where: { name.utf8.starts(with: $0) }) {
        try add(Self.withPlainLines(value), named: name)
      }
    }
  }

  private static func pairs(of body: [UInt8]) throws(Problem) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    for pair in body.split(separator: UInt8(ascii: "&")).prefix(2000) {
      let parts = pair.split(
        separator: UInt8(ascii: "="),
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      pairs.append((try decoded(parts[0]), parts.count > 1 ? try decoded(parts[1]) : ""))
    }
    return pairs
  }

  func control(_ name: String) -> String? { controls[name] }

  /// Those whose names begin so, by the rest of their names.
  func controls(under prefix: String) -> [String: String] {
    let named = controls.filter { $0.key.utf8.starts(with: prefix.utf8) }.map { name, value in
      (String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self), value)
    }
    return Dictionary(named) { first, _ in first }
  }

  var json: JSON { root.json ?? .object([:]) }

  private mutating func add(_ value: String, named name: String) throws(Problem) {
    guard !value.isEmpty else { return }
    let parts = name.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    guard let first = parts.first else { return }
    let kind = parts.count > 1 ? String(decoding: Array(parts[1]), as: UTF8.self) : ""
    var path = first.split(separator: UInt8(ascii: ".")).map {
      String(decoding: Array($0), as: UTF8.self)
    }
    guard var last = path.popLast(), path.count < 8 else { return }
    let isGathered = last.hasSuffix("[]")
    if isGathered { last = String(decoding: last.utf8.dropLast(2), as: UTF8.self) }
    let json = try Self.value(value, kind, name)
    root.set(json, at: (path + [last])[...], isGathered: isGathered)
  }

  private static func value(_ text: String, _ kind: String, _ name: String) throws(Problem) -> JSON
  {
    switch kind {
    case "flag": return .bool(text != "false")
    case "none": return .array([])
    case "null": return .null
    case "number":
      guard let number = Int64(text) else {
        throw .field("/\(name)", Localized("应当是整数", "must be a whole number"))
      }
      return .int(number)
    case "time":
      // Browsers leave the seconds out.
      guard text.utf8.count >= 16 else {
        throw .field("/\(name)", Localized("不是时间", "is no time"))
      }
      return .string(String(decoding: text.utf8.prefix(16), as: UTF8.self) + ":00+08:00")
    case "lines":
      let lines = text.utf8.split(separator: 0x0A).map {
        String(decoding: Array($0), as: UTF8.self)
      }
      return JSON(lines)
    default: return .string(text)
    }
  }

  private static func decoded(_ part: ArraySlice<UInt8>) throws(Problem) -> String {
    try Query.decoded(Substring(decoding: part, as: UTF8.self).utf8)
  }

  /// Browsers send every line end of a form as CR LF.
  private static func withPlainLines(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension MultipartForm {
  fileprivate func fields() throws(Problem) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    for part in parts where part.file == nil {
      guard isValidUTF8(Array(part.content)), !part.content.contains(0) else {
        throw Problem(.malformedUTF8)
      }
      fields.append((part.name, String(decoding: part.content, as: UTF8.self)))
    }
    return fields
  }

  /// Behind those that the form lists already.
  fileprivate var assets: [(name: String, value: String)] {
    let sent = parts.filter { $0.name == "_files" && !($0.file ?? "").isEmpty }
    return sent.prefix(100).enumerated().flatMap { index, part -> [(name: String, value: String)] in
      let path = "assets.\(1_000_000 + index)."
      let purpose = part.type.utf8.starts(with: "image/".utf8) ? "image" : "attachment"
      return [
        (path + "name", part.file ?? ""), (path + "purpose", purpose),
        (path + "digest", Digest(of: part.content).description),
      ]
    }
  }
}

/// A value under construction.
private struct Node {
  private var value: JSON?
  private var gathered: [JSON] = []
  private var members: [String: Node] = [:]

  mutating func set(_ value: JSON, at path: ArraySlice<String>, isGathered: Bool) {
    guard let name = path.first else {
      if isGathered {
        gathered.append(value)
      } else if value != .null || self.value == nil {
        self.value = value
      }
      return
    }
    members[name, default: Node()].set(value, at: path.dropFirst(), isGathered: isGathered)
  }

  /// Nil where nothing was filled in.
  var json: JSON? {
    if !gathered.isEmpty { return .array(gathered) }
    if let value { return value }
    let filled = members.compactMapValues(\.json)
    guard !filled.isEmpty else { return nil }
    let places = filled.keys.compactMap { Int($0) }.sorted()
    guard places.count == filled.count else { return .object(filled) }
    return .array(places.compactMap { filled[String($0)] })
  }
}
