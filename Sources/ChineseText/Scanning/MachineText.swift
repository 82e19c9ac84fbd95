/// Machine text, formulas and document numbers that a mark opens (P3, P4, P5).
struct MachineText {
  let reader: TokenReader

  /// The span that a mark opens.
  func span(at index: Int, of mark: Unicode.Scalar) -> ProtectedSpan? {
    switch mark {
    case "{" where reader.value(before: index) != 0x24:
      template(from: index).map { ProtectedSpan(.machine, index..<$0) }
    case "$":
      template(from: index + 1).map { ProtectedSpan(.machine, index..<$0) } ?? math(at: index)
    case "%": placeholder(at: index)
    case "&": entity(at: index)
    case "@": mention(at: index)
    case "#": topicMark(at: index)
    case "(", "[", "（", "［", "【", "〔": documentNumber(at: index)
    default: nil
    }
  }

  private var text: [UInt8] { reader.text }
  private var end: Int { reader.bounds.upperBound }

  /// `{{…}}`, and `{…}` behind a dollar sign; at most 200 bytes.
  private func template(from start: Int) -> Int? {
    guard start < end, text[start] == 0x7B else { return nil }
    let isDouble = start + 1 < end && text[start + 1] == 0x7B
    let isDollar = start > reader.bounds.lowerBound && text[start - 1] == 0x24
    guard isDouble || isDollar else { return nil }
    var index = start + (isDouble ? 2 : 1)
    let limit = min(end, start + 200)
    while index < limit, text[index] != 0x7B {
      if text[index] == 0x7D {
        if !isDouble { return index + 1 }
        if index + 1 < end, text[index + 1] == 0x7D { return index + 2 }
      }
      index += 1
    }
    return nil
  }

  /// `$…$` in ASCII with a sign of mathematics inside; at most 200 bytes.
  private func math(at start: Int) -> ProtectedSpan? {
    var index = start + 1
    let limit = min(end, start + 200)
    var hasSign = false
    while index < limit, text[index] < 0x80, text[index] != 0x24 {
      if [0x5C, 0x5E, 0x5F, 0x7B, 0x3D].contains(text[index]) { hasSign = true }
      index += 1
    }
    guard index < limit, text[index] == 0x24, hasSign, text[index - 1] != 0x20,
      text[start + 1] != 0x20
    else { return nil }
    return ProtectedSpan(.formula, start..<index + 1)
  }

  /// `%s`, `%d`, `%@` that stand behind no number.
  private func placeholder(at start: Int) -> ProtectedSpan? {
    let letter = reader.step(at: start + 1)
    guard [0x73, 0x64, 0x40, 0x66].contains(letter.value),
      !reader.isWordPart(reader.value(before: start)),
      !reader.isWordPart(reader.step(at: letter.next).value)
    else { return nil }
    return ProtectedSpan(.machine, start..<letter.next)
  }

  /// `&nbsp;`, `&#160;`.
  private func entity(at start: Int) -> ProtectedSpan? {
    var index = start + 1
    while index < end, index - start < 10, isNamePart(text[index]) { index += 1 }
    guard index < end, text[index] == 0x3B, index - start > 2 else { return nil }
    return ProtectedSpan(.machine, start..<index + 1)
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x23
  }

  /// `@name` in ASCII; only the mark itself before Han.
  private func mention(at start: Int) -> ProtectedSpan? {
    guard !reader.isWordPart(reader.value(before: start)) else { return nil }
    let next = reader.step(at: start + 1)
    if reader.isHan(next.value) { return ProtectedSpan(.machine, start..<start + 1) }
    guard next.isLatin || next.isDigit, let end = reader.word(at: start + 1) else { return nil }
    return ProtectedSpan(.machine, start..<end)
  }

  /// One of the two marks of `#话题#`.
  private func topicMark(at start: Int) -> ProtectedSpan? {
    let mark = ProtectedSpan(.machine, start..<start + 1)
    let limit = min(end, start + 90)
    var index = start + 1
    while index < limit, text[index] > 0x20 {
      if text[index] == 0x23 { return index > start + 1 ? mark : nil }
      index += 1
    }
    let first = max(reader.bounds.lowerBound, start - 90)
    index = start
    while index > first, text[index - 1] > 0x20 {
      index -= 1
      if text[index] == 0x23 { return index < start - 1 ? mark : nil }
    }
    return nil
  }

  /// `〔2024〕1号` and its kin in other brackets.
  private func documentNumber(at start: Int) -> ProtectedSpan? {
    let bracket = reader.step(at: start)
    guard [0x28, 0x5B, 0xFF08, 0xFF3B, 0x3010, 0x3014].contains(bracket.value),
      reader.isHan(reader.value(before: start)), let year = reader.digits(at: bracket.next),
      year.count == 4, (1900...2099).contains(year.value)
    else { return nil }
    let closer = reader.step(at: year.end)
    guard [0x29, 0x5D, 0xFF09, 0xFF3D, 0x3011, 0x3015].contains(closer.value) else { return nil }
    let ordinal = reader.end(of: "第", at: closer.next) ?? closer.next
    guard let number = reader.digits(at: reader.skippingSpaces(at: ordinal)),
      let end = reader.end(of: "号", at: reader.skippingSpaces(at: number.end))
    else { return nil }
    return ProtectedSpan(.identifier, start..<end)
  }
}
