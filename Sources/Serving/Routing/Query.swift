import Linting
import SourceText

/// The parameters of a request's address.
struct Query: Sendable {
  /// As they came, in order.
  let pairs: [(name: String, value: String)]
  private let values: [String: [String]]

  /// Of an address that asks for nothing.
  init() { (pairs, values) = ([], [:]) }

  /// Throws where an escape is broken or the text is not UTF-8.
  ///
  /// A form sends the fields that were left empty as well: `droppingEmpty` takes them for missing.
  init(_ text: String?, droppingEmpty: Bool = false) throws(Problem) {
    var pairs: [(name: String, value: String)] = []
    for pair in (text ?? "").utf8.split(separator: UInt8(ascii: "&")).prefix(100) {
      let parts = pair.split(
        separator: UInt8(ascii: "="),
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      let value = parts.count > 1 ? try Self.decoded(parts[1]) : ""
      if droppingEmpty, value.isEmpty { continue }
      pairs.append((try Self.decoded(parts[0]), value))
    }
    self.pairs = pairs
    values = Dictionary(grouping: pairs, by: \.name).mapValues { $0.map(\.value) }
  }

  /// Nil where it is missing; throws where it is given twice.
  func text(_ name: String) throws(Problem) -> String? {
    guard let found = values[name] else { return nil }
    guard found.count == 1 else {
      throw .parameter(name, Localized("只能给一次", "may be given once only"))
    }
    return found[0]
  }

  /// The same of so many code points.
  func text(_ name: String, _ length: ClosedRange<Int>) throws(Problem) -> String? {
    guard let text = try text(name) else { return nil }
    guard length.contains(text.unicodeScalars.count) else {
      throw .parameter(name, .length(length, nil))
    }
    return text
  }

  func number(_ name: String, _ range: ClosedRange<Int>) throws(Problem) -> Int? {
    guard let text = try text(name) else { return nil }
    guard let number = Int(text), range.contains(number), !text.hasPrefix("+") else {
      throw .parameter(
        name,
        Localized(
          "应当是 \(range.lowerBound) 到 \(range.upperBound) 的整数",
          "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
        )
      )
    }
    return number
  }

  func flag(_ name: String) throws(Problem) -> Bool? {
    switch try text(name) {
    case nil: nil
    case "true": true
    case "false": false
    default: throw .parameter(name, Localized("应当是 true 或 false", "must be true or false"))
    }
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String,
    of type: Choice.Type = Choice.self
  ) throws(Problem) -> Choice? where Choice.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw .parameter(name, .oneOf(Choice.allCases.map(\.rawValue)))
    }
    return choice
  }

  /// A text without percent escapes; a plus sign is a space.
  static func decoded(_ part: Substring.UTF8View) throws(Problem) -> String {
    var bytes: [UInt8] = []
    var rest = part
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
        continue
      }
      let digits = String(decoding: Array(rest.prefix(2)), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else {
        throw Problem(.badRequest, Localized("地址里的转义不对", "an escape in the address is broken"))
      }
      rest = rest.dropFirst(2)
      bytes.append(value)
    }
    guard isValidUTF8(bytes), !bytes.contains(0) else {
      throw Problem(.badRequest, Localized("地址不是 UTF-8", "the address is not UTF-8"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
