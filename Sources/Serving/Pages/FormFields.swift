import Linting
import Reviewing

/// The fields of a form as the JSON body that the API wants.
///
/// A name is a path, `form.rights.0.asset`, whose numbers are places in arrays. What follows a colon says what the
/// value is: `:flag` true unless it says `false`, `:number`, `:time` a local time in China as `datetime-local` writes
/// it, `:lines` an array of the lines that are not empty. `[]` at the end gathers all values of that name; `:none`
/// makes an empty array where none is gathered, `:null` a null where the field itself is empty. Fields left empty are
/// left out, with the objects that they leave empty. A name that begins with `_` is a control.
struct FormFields {
  private var controls: [String: String] = [:]
  private var root = Node()

  init(_ body: [UInt8]) throws(Problem) {
    for pair in body.split(separator: UInt8(ascii: "&")).prefix(2000) {
      let parts = pair.split(
        separator: UInt8(ascii: "="),
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      let name = try Self.decoded(parts[0])
      let value = parts.count > 1 ? Self.withPlainLines(try Self.decoded(parts[1])) : ""
      if name.utf8.first == UInt8(ascii: "_") {
        controls[name] = value
      } else {
        try add(value, named: name)
      }
    }
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
