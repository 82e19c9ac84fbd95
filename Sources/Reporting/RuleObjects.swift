import Linting

/// What the JSON of a finding says of its rule, written once for all findings.
final class RuleObjects: Sendable {
  /// Parts of `bytes`.
  private struct Parts {
    /// An object's brace and its keys up to that of the severity.
    let opening: Range<Int>
    /// The array of clauses.
    let basis: Range<Int>
  }

  private let bytes: [UInt8]
  private let parts: [String: Parts]

  init(of book: RuleBook) {
    var writer = ByteWriter()
    var parts: [String: Parts] = Dictionary(minimumCapacity: book.rules.count)
    for rule in book.rules {
      let start = writer.bytes.count
      Self.writeOpening(of: rule.id, to: &writer)
      let end = writer.bytes.count
      Self.write(rule.basis, in: book, to: &writer)
      parts[rule.id] = Parts(opening: start..<end, basis: end..<writer.bytes.count)
    }
    bytes = writer.bytes
    self.parts = parts
  }

  /// Writes the opening, then what `body` writes, then the basis.
  func write(
    _ rule: String,
    to writer: inout ByteWriter,
    around body: (inout ByteWriter) -> Void
  ) {
    guard let parts = parts[rule] else {
      Self.writeOpening(of: rule, to: &writer)
      body(&writer)
      return writer.write("[]")
    }
    writer.write(bytes[parts.opening])
    body(&writer)
    writer.write(bytes[parts.basis])
  }

  private static func writeOpening(of rule: String, to writer: inout ByteWriter) {
    writer.writeJSON(pairs: [("rule", rule), ("group", Finding.group(of: rule))])
    writer.write(#", "severity": "#)
  }

  private static func write(_ bases: [Basis], in book: RuleBook, to writer: inout ByteWriter) {
    writer.write("[")
    for (index, basis) in bases.enumerated() {
      if index > 0 { writer.write(", ") }
      writer.writeJSON(pairs: [
        ("source", basis.source), ("clause", basis.clause), ("title", book.title(of: basis)),
      ])
      writer.write("}")
    }
    writer.write("]")
  }
}
