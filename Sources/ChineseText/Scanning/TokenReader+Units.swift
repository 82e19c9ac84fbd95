extension TokenReader {
  /// The end of a unit behind a number, with at most one space before it.
  func unit(at start: Int) -> Int? {
    let index = skippingSpaces(at: start)
    let first = step(at: index)
    switch first.value {
    case 0x2103, 0x2109, 0x2032, 0x2033, 0x2126: return first.next
    case 0xB0:
      let scale = step(at: first.next)
      return (scale.value | 0x20) == 0x63 || (scale.value | 0x20) == 0x66 ? scale.next : first.next
    case 0x2F:
      return index == start ? factor(at: first.next, depth: 0).map { divisors(at: $0) } : nil
    default: break
    }
    if Self.counters.contains(first.value), step(at: first.next).value == 0x2F {
      let divisor = step(at: first.next).next
      return factor(at: divisor, depth: 0).map { divisors(at: $0) } ?? hanDivisor(at: divisor)
    }
    return factor(at: index, depth: 0).map { divisors(at: $0) }
  }

  /// 次个片粒滴步人例支瓶袋, as in `次/min`.
  static let counters = ScalarSet("次个片粒滴步人例支瓶袋剂丸")

  private func hanDivisor(at start: Int) -> Int? {
    let unit = step(at: start)
    return "次日天分周月年".unicodeScalars.contains { $0.value == unit.value } ? unit.next : nil
  }

  /// The end of `/…` and `·…` behind a unit.
  private func divisors(at start: Int) -> Int {
    var end = start
    while true {
      let sign = step(at: end)
      guard sign.value == 0x2F || sign.value == 0xB7 || sign.value == 0x22C5 else { return end }
      let number = digits(at: sign.next) != nil ? self.number(at: sign.next)?.end : nil
      let next = skippingSpaces(at: number ?? sign.next)
      guard let factor = factor(at: next, depth: 0) ?? hanDivisor(at: next) else { return end }
      end = factor
    }
  }

  /// One symbol with its exponent, or symbols in brackets.
  private func factor(at start: Int, depth: Int) -> Int? {
    let first = step(at: start)
    guard first.value == 0x28, depth == 0 else { return symbol(at: start) }
    guard var end = symbol(at: first.next) else { return nil }
    while true {
      let sign = step(at: end)
      if sign.value == 0x29 { return sign.next }
      guard sign.value == 0x2F || sign.value == 0xB7 || sign.value == 0x22C5 else { return nil }
      let number = self.number(at: sign.next)?.end
      guard let next = symbol(at: skippingSpaces(at: number ?? sign.next)) else { return nil }
      end = next
    }
  }

  private func symbol(at start: Int) -> Int? {
    var key: UInt64 = 0
    var count = 0
    var index = start
    var next = step(at: index)
    let first = next.value
    while count < 8, next.isLatin || next.value == 0xB5 || next.value == 0x3BC {
      let letter = next.isLatin ? next.value | 0x20 : 0x75
      key = key << 8 | UInt64(letter)
      count += 1
      index = next.next
      next = step(at: index)
    }
    guard count > 0, !next.isLatin else { return nil }
    if key == UnitSymbols.key("cmh"),
      let water = end(of: .water, at: index)
    {
      return isWordPart(step(at: water).value) ? nil : water
    }
    let isKnown =
      count == 1 ? UnitSymbols.single.contains(first) : UnitSymbols.known.contains(key)
    guard isKnown else { return nil }
    let end = exponent(at: index)
    return isWordPart(step(at: end).value) ? nil : end
  }

  /// `2`, `3`, `²`, `⁻¹`, `^2` behind a symbol.
  private func exponent(at start: Int) -> Int {
    let first = step(at: start)
    if first.value == 0x32 || first.value == 0x33 { return first.next }
    if first.value == 0x5E { return digits(at: first.next)?.end ?? start }
    var index = start
    var next = first
    while next.value > 0x7F, CharacterTable.shared.kind(of: next.value) == .script {
      index = next.next
      next = step(at: index)
    }
    return index
  }
}

/// Symbols of units, lower case, with `u` for `μ`; case is judged by rules, not here.
private enum UnitSymbols {
  static let known: Set<UInt64> = Set(
    """
    kg mg ug mcg ng pg dl ml ul nl km dm cm mm um nm hm mol mmol umol nmol pmol fmol osm mosm meq \
    iu miu uiu ku mu pa kpa mpa hpa mmhg kcal cal kj mj min mins hr hrs sec ms us hz khz mhz ghz \
    mv kv kw mw kwh ma mas lx lm db gy cgy mgy sv msv usv bq kbq mbq gbq ci mci uci da kda bp kbp \
    kb mb gb tb ppm ppb rpm bpm cc copies cfu pfu wk yr px um2 kgs mgs hp hpf kgf mm3 cells
    """.split(separator: " ").map { key($0) }
  )

  /// One letter counts only in its own case: `5 g`, but `5G`.
  static let single = ScalarSet("gmshdtLlJWVUuTμ")

  static func key(_ letters: some StringProtocol) -> UInt64 {
    letters.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
