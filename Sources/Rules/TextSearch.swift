import ChineseText

extension String {
  /// Whether `part` stands in the text, byte for byte.
  func contains(_ part: String) -> Bool { firstOffset(of: part.utf8.span, in: utf8.span) != nil }
}

extension Substring {
  /// Whether `part` stands in the text, byte for byte.
  func contains(_ part: String) -> Bool { firstOffset(of: part.utf8.span, in: utf8.span) != nil }
}
