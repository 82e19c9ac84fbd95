import Reading
import SourceText

/// The path that a `file:` address names; nil for drafts that no file of this machine holds.
package func path(ofAddress address: String) -> String? {
  let scheme = "file://"
  guard address.utf8.count > scheme.utf8.count,
    address.prefix(scheme.utf8.count).lowercased() == scheme
  else { return nil }
  let rest = address.utf8.dropFirst(scheme.utf8.count)
  guard let slash = rest.firstIndex(of: 0x2F) else { return nil }
  let host = Substring(rest[..<slash])
  guard host.isEmpty || host == "localhost" else { return nil }
  return percentDecoded(String(Substring(rest[slash...])))
}

extension DraftFormat {
  /// The format that an editor's name for a language or else the ending of the file's name tells.
  init?(language: String, address: String) {
    switch language {
    case "markdown": self = .markdown
    case "html", "xhtml": self = .html
    case "plaintext", "text": self = .text
    default:
      guard let dot = address.utf8.lastIndex(of: 0x2E) else { return nil }
      let ending = Substring(address.utf8[address.utf8.index(after: dot)...]).lowercased()
      guard let told = DraftFormat(ending: ending), Self.texts.contains(told) else { return nil }
      self = told
    }
  }
}
