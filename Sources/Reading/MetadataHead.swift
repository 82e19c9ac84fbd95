import SourceText

/// What a draft says of itself at its head, apart from the text, as the fields of a form have it.
///
/// Markdown has it as front matter, HTML as `<meta name="hegui:KEY">`, plain text as a title and a line
/// `来源：… 作者：…`.
package struct MetadataHead: Sendable {
  package struct Entry: Hashable, Sendable {
    package let key: String
    package let value: String

    package init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  package let entries: [Entry]

  /// Entries without a value or with a key that no draft has are dropped; a value is one line.
  package init(_ entries: [Entry]) {
    self.entries = entries.compactMap { entry in
      let value = oneLine(entry.value)
      return value.isEmpty || !Self.keys.contains(entry.key) ? nil : Entry(entry.key, value)
    }
  }

  /// In the order in which they are written where nothing else is wished.
  package static let keys = [
    "title", "author", "source", "editor", "reviewer", "date", "department", "column", "class",
    "audience", "keywords", "digest", "license", "original", "reprint", "urgent", "minors", "cover",
    "expires",
  ]

  package subscript(key: String) -> String? { entries.first { $0.key == key }?.value }

  /// A text with this head; what the text says at its own head counts before it.
  package func text(on body: String, as format: DraftFormat) -> String {
    guard !entries.isEmpty else { return body }
    return switch format {
    case .markdown: markdown(on: body)
    case .html: html(on: body)
    case .text, .docx: plainText(on: body)
    }
  }

  /// The head of a text and the rest: `head.text(on: body, as: format)` is the text again, byte for byte.
  ///
  /// Other keys, and what would not come out the same, stay in the text.
  package static func parted(
    _ text: String,
    as format: DraftFormat,
    keys: [String] = keys
  ) -> (head: MetadataHead, body: String) {
    let parts: (entries: [Entry], body: String) =
      switch format {
      case .markdown: markdownParts(of: text, keys: keys)
      case .html: htmlParts(of: text, keys: keys)
      case .text, .docx: ([], text)
      }
    let head = MetadataHead(parts.entries)
    guard head.text(on: parts.body, as: format).utf8.elementsEqual(text.utf8) else {
      return (MetadataHead([]), text)
    }
    return (head, parts.body)
  }

  private func plainText(on body: String) -> String {
    let own = readText(
      Source(path: "", bytes: Array(body.utf8), encoding: "UTF-8", digest: "", faults: [])
    )
    let line = entries.compactMap { entry -> String? in
      guard let label = metadataLabels(of: entry.key).first, own.metadata[entry.key] == nil else {
        return nil
      }
      return "\(label)：\(entry.value)"
    }
    var text = body
    if let title = self["title"], own.title.map({ own.string(of: $0) }) != title {
      text = title + "\n\n" + text
    }
    guard !line.isEmpty else { return text }
    if text.utf8.last != 0x0A { text += "\n" }
    return text + "\n" + line.joined(separator: "　") + "\n"
  }
}

/// Without line ends and other controls, which would end an entry, and without blanks around it.
private func oneLine(_ value: String) -> String {
  var scalars = Array(value.unicodeScalars.drop(while: \.properties.isWhitespace))
  while scalars.last?.properties.isWhitespace ?? false { scalars.removeLast() }
  let line = scalars.map { scalar -> Unicode.Scalar in
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: " "
    default: scalar
    }
  }
  return String(String.UnicodeScalarView(line))
}
