/// A text in which what nobody sees is drawn, such as U+200B or a switch of direction: a reviewer has to know of it.
package func visibleText(_ text: String) -> SafeHTML {
  var parts: [SafeHTML] = []
  var run = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    guard isUnseen(scalar, after: run.last) else {
      run.append(scalar)
      continue
    }
    parts.append("\(String(run))<span class=\"unseen\">\(codePoint(scalar))</span>")
    run.removeAll()
  }
  parts.append("\(String(run))")
  return SafeHTML(parts)
}

private func isUnseen(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
  switch scalar {
  case " ", "\u{3000}", "\n", "\r", "\t": return false
  // Joins the parts of an emoji, or makes it one.
  case "\u{200D}", "\u{FE0F}":
    return !(last.map { $0 == "\u{FE0F}" || $0.value > 0xFF && $0.properties.isEmoji } ?? false)
  default: break
  }
  return switch scalar.properties.generalCategory {
  case .format, .control, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
    .spaceSeparator, .surrogate:
    true
  default: scalar.properties.isDefaultIgnorableCodePoint
  }
}

/// As in `U+200B`.
private func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
