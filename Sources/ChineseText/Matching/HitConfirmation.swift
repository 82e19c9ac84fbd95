/// Looks at the text where a term may stand, under the switches of the term's list.
struct HitConfirmation {
  let text: [UInt8]
  let folds: FoldTables

  /// At most so many signs between two characters of a term are passed over.
  private static let mostSymbols = 3

  /// Where a term, folded as the switches say, stands, signs at its own ends included; nil if it does not
  /// under these switches.
  func range(of term: [UInt32], at hit: Range<Int>, _ settings: ListSettings) -> Range<Int>? {
    guard let first = term.firstIndex(where: { Skipped(of: $0) == .no }),
      let last = term.lastIndex(where: { Skipped(of: $0) == .no }),
      let start = backwards(over: term[..<first], from: hit.lowerBound, settings.fold),
      isWhole(term[first...last], hit, settings),
      let end = forwards(over: term[(last + 1)...], from: hit.upperBound, settings.fold)
    else { return nil }
    return start..<end
  }

  /// Whether signs or spaces stand in a place that only a list that skips them passes over.
  func holdsSymbol(_ hit: Range<Int>) -> Bool {
    var at = hit.lowerBound
    while at < hit.upperBound {
      let glyph = text.glyph(at: at)
      at = glyph.end
      switch Skipped(of: glyph.value) {
      case .symbol: return true
      case .no, .invisible: continue
      case .lineBreak, .space:
        let run = text.blankRun(at: glyph.start)
        guard run.hasBreak else { return true }
        at = max(at, run.end)
      }
    }
    return false
  }

  /// Whether a term that begins or ends with signs can stand at a place, as far as the nearest of these tell; most
  /// places of the rest of such a term have no signs at all.
  func mayStand(_ term: Range<Int>, of bytes: [UInt8], at hit: Range<Int>, _ fold: Fold) -> Bool {
    var sign: Glyph?
    var at = term.lowerBound
    while at < term.upperBound, let next = bytes.sign(at: at) {
      sign = next
      at = next.end
    }
    if let sign, !isAlike(sign, text.glyph(before: hit.lowerBound), fold) { return false }
    sign = nil
    at = term.upperBound
    while at > term.lowerBound, let next = bytes.sign(before: at) {
      sign = next
      at = next.start
    }
    guard let sign else { return true }
    return isAlike(sign, hit.upperBound < text.count ? text.glyph(at: hit.upperBound) : nil, fold)
  }

  /// Whether a sign of a term is the glyph of the text; true too of signs that are invisible or stand for several.
  private func isAlike(_ sign: Glyph, _ glyph: Glyph?, _ fold: Fold) -> Bool {
    if Skipped(of: sign.value) == .invisible { return true }
    guard let scalar = folds.foldedAlone(sign.value, fold) else { return true }
    return glyph.map { folds.foldedAlone($0.value, fold) == scalar } ?? false
  }

  /// Whether the neighbours of a range are no Latin letters or digits, where the marks say that it matters.
  func isApart(_ range: Range<Int>, _ marks: EntryMarks) -> Bool {
    if marks.contains(.latinStart) {
      let before = text.skippingZeroWidth(before: range.lowerBound)
      if let glyph = text.glyph(before: before), isLatin(glyph.value) { return false }
    }
    if marks.contains(.latinEnd) {
      let after = text.skippingZeroWidth(from: range.upperBound)
      if after < text.count, isLatin(text.glyph(at: after).value) { return false }
    }
    return true
  }

  private func isWhole(_ term: ArraySlice<UInt32>, _ hit: Range<Int>, _ settings: ListSettings)
    -> Bool
  {
    var next = term.startIndex
    var at = hit.lowerBound
    var symbols = 0
    while at < hit.upperBound {
      let glyph = text.glyph(at: at)
      if let after = taken(glyph, term, next, settings.fold) {
        next = after
        symbols = 0
        at = glyph.end
        continue
      }
      guard next > term.startIndex, next < term.endIndex else { return false }
      let between = (term[next - 1], term[next])
      guard let step = step(over: glyph, between, settings) else { return false }
      symbols += step.isSymbol ? 1 : 0
      guard symbols <= Self.mostSymbols else { return false }
      // A line break stands for the space of a term.
      if step.isBreak, term[next] == 0x20 { next += 1 }
      at = step.end
    }
    return next == term.endIndex && at == hit.upperBound
  }

  /// The place in the term after the scalars that a glyph stands for; nil where it stands for others.
  private func taken(_ glyph: Glyph, _ term: ArraySlice<UInt32>, _ start: Int, _ fold: Fold) -> Int?
  {
    var next: Int? = start
    folds.fold(glyph.value, fold) {
      guard let place = next else { return }
      next = place < term.endIndex && term[place] == $0 ? place + 1 : nil
    }
    return next
  }

  private func step(over glyph: Glyph, _ between: (UInt32, UInt32), _ settings: ListSettings)
    -> (end: Int, isSymbol: Bool, isBreak: Bool)?
  {
    let areLatin = isLatin(between.0) && isLatin(between.1)
    let areDigits = isDigit(between.0) && isDigit(between.1)
    switch Skipped(of: glyph.value) {
    case .no:
      return nil
    case .invisible:
      return (glyph.end, false, false)
    case .lineBreak, .space:
      let run = text.blankRun(at: glyph.start)
      if run.hasBreak {
        let isExpected = between.0 == 0x20 || between.1 == 0x20
        return areLatin && !isExpected ? nil : (run.end, false, true)
      }
      return settings.skipsSymbols && !areLatin ? (glyph.end, true, false) : nil
    case .symbol:
      return settings.skipsSymbols && !areDigits ? (glyph.end, true, false) : nil
    }
  }

  private func backwards(over signs: ArraySlice<UInt32>, from end: Int, _ fold: Fold) -> Int? {
    var at = end
    for sign in signs.reversed() {
      guard let glyph = text.glyph(before: at), taken(glyph, [sign], 0, fold) == 1 else {
        return nil
      }
      at = glyph.start
    }
    return at
  }

  private func forwards(over signs: ArraySlice<UInt32>, from start: Int, _ fold: Fold) -> Int? {
    var at = start
    for sign in signs {
      guard at < text.count else { return nil }
      let glyph = text.glyph(at: at)
      guard taken(glyph, [sign], 0, fold) == 1 else { return nil }
      at = glyph.end
    }
    return at
  }
}

extension [UInt8] {
  /// The scalar that starts at an offset, where it is one that is passed over in a text.
  fileprivate func sign(at start: Int) -> Glyph? {
    let glyph = glyph(at: start)
    return Skipped(of: glyph.value) == .no ? nil : glyph
  }

  /// The scalar that ends before an offset, where it is one that is passed over in a text.
  fileprivate func sign(before end: Int) -> Glyph? {
    guard let glyph = glyph(before: end), Skipped(of: glyph.value) != .no else { return nil }
    return glyph
  }
}
