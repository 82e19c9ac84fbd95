import ChineseText

extension String {
  /// Whether `part` stands in the text, byte for byte.
  func contains(_ part: String) -> Bool { firstOffset(of: part.utf8.span, in: utf8.span) != nil }
}

extension Substring {
  /// Whether `part` stands in the text, byte for byte.
  func contains(_ part: String) -> Bool { firstOffset(of: part.utf8.span, in: utf8.span) != nil }
}

extension StringProtocol {
  /// Whether the text starts with `part`: a look at the bytes saves most looks at characters.
  func opens(with part: String) -> Bool {
    utf8.starts(with: part.utf8) && starts(with: part)
  }

  /// Whether the text ends in `part`, byte for byte.
  func closes(with part: String) -> Bool {
    utf8.suffix(part.utf8.count).elementsEqual(part.utf8)
  }
}
