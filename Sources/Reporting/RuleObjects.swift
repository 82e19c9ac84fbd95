import ChineseText
import Linting

/// What the JSON of a finding says of its rule, written once for all findings of the rule.
final class RuleObjects: Sendable {
  private struct Parts: Sendable {
    /// An object's brace and its keys up to that of the severity.
    let opening: [UInt8]
    /// The array of clauses.
    let basis: [UInt8]
  }

  private let book: RuleBook
  /// By index of the rule.
  private let parts: [Deferred<Parts>]

  init(of book: RuleBook) {
    self.book = book
    parts = book.rules.indices.map { index in Deferred { Self.parts(of: index, in: book) } }
  }

  /// Writes the opening, then what `body` writes, then the basis.
  func write(
    _ rule: String,
    to writer: inout ByteWriter,
    around body: (inout ByteWriter) -> Void
  ) {
    guard let index = book.index(of: rule) else {
      Self.writeOpening(of: rule, to: &writer)
      body(&writer)
      return writer.write("[]")
    }
    let parts = parts[index].value
    writer.write(parts.opening)
    body(&writer)
    writer.write(parts.basis)
  }

  private static func parts(of index: Int, in book: RuleBook) -> Parts {
    var opening = ByteWriter()
    writeOpening(of: book.rules[index].id, to: &opening)
    var basis = ByteWriter()
    write(book.rules[index].basis, in: book, to: &basis)
    return Parts(opening: opening.bytes, basis: basis.bytes)
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
