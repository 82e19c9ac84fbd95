/// The text around a hit, compared folded and without what is invisible.
struct Surroundings {
  let text: [UInt8]
  let folds: FoldTables

  /// Whether the text up to an offset ends with a folded one.
  func ends(with wanted: some BidirectionalCollection<UInt32>, at offset: Int) -> Bool {
    var at = offset
    var rest = Array(wanted.reversed())[...]
    while !rest.isEmpty {
      guard let glyph = text.glyph(before: text.skippingInvisible(before: at)) else { return false }
      at = glyph.start
      guard take(glyph, from: &rest, isBackwards: true) else { return false }
    }
    return true
  }

  /// Whether the text from an offset begins with a folded one.
  func begins(with wanted: some BidirectionalCollection<UInt32>, at offset: Int) -> Bool {
    var at = offset
    var rest = Array(wanted)[...]
    while !rest.isEmpty {
      at = text.skippingInvisible(from: at)
      guard at < text.count else { return false }
      let glyph = text.glyph(at: at)
      at = glyph.end
      guard take(glyph, from: &rest, isBackwards: false) else { return false }
    }
    return true
  }

  /// Whether a folded text stands somewhere in a range.
  func contains(_ wanted: [UInt32], in range: Range<Int>) -> Bool {
    guard let first = wanted.first else { return true }
    var at = range.lowerBound
    while at < min(range.upperBound, text.count) {
      let glyph = text.glyph(at: at)
      var isCandidate = false
      folds.fold(glyph.value, .all) { isCandidate = isCandidate || $0 == first }
      if isCandidate, begins(with: wanted, at: at) { return true }
      at = glyph.end
    }
    return false
  }

  /// The Han characters right before an offset, nearest last, at most so many.
  func han(before offset: Int, atMost count: Int) -> [UInt32] {
    var result: [UInt32] = []
    var at = offset
    while result.count < count,
      let glyph = text.glyph(before: text.skippingInvisible(before: at)), isHan(glyph.value)
    {
      folds.fold(glyph.value, .all) { result.append($0) }
      at = glyph.start
    }
    return result.reversed()
  }

  /// The Han characters from an offset on, at most so many.
  func han(from offset: Int, atMost count: Int) -> [UInt32] {
    var result: [UInt32] = []
    var at = text.skippingInvisible(from: offset)
    while result.count < count, at < text.count, isHan(text.glyph(at: at).value) {
      let glyph = text.glyph(at: at)
      folds.fold(glyph.value, .all) { result.append($0) }
      at = text.skippingInvisible(from: glyph.end)
    }
    return result
  }

  private func take(_ glyph: Glyph, from rest: inout ArraySlice<UInt32>, isBackwards: Bool) -> Bool
  {
    var scalars: [UInt32] = []
    folds.fold(glyph.value, .all) { scalars.append($0) }
    if isBackwards { scalars.reverse() }
    guard rest.starts(with: scalars) else { return false }
    rest = rest.dropFirst(scalars.count)
    return true
  }
}

extension TermGuard {
  /// Whether the text around a hit fulfils the condition.
  ///
  /// `term` is where the term stands in the bytes of its list; `sentence` is asked for only where it matters.
  func allows(
    _ hit: Range<Int>,
    of term: (range: Range<Int>, bytes: [UInt8]),
    in surroundings: Surroundings,
    sentence: () -> Range<Int>
  ) -> Bool {
    let place = kind == .sentence ? sentence() : hit
    let folds = surroundings.folds
    let isThere = texts.contains { text in
      let wanted = folds.folded(text, of: term.bytes, .all)
      switch kind {
      case .before: return surroundings.ends(with: wanted, at: hit.lowerBound)
      case .after: return surroundings.begins(with: wanted, at: hit.upperBound)
      case .sentence: return surroundings.contains(wanted, in: place)
      case .word:
        return isInside(wanted, hit, folds.folded(term.range, of: term.bytes, .all), surroundings)
      }
    }
    return isThere == isNeeded
  }

  /// Whether the hit is part of a longer word at its place.
  private func isInside(
    _ word: [UInt32],
    _ hit: Range<Int>,
    _ term: [UInt32],
    _ surroundings: Surroundings
  ) -> Bool {
    guard !term.isEmpty, word.count >= term.count else { return false }
    return (0...word.count - term.count).contains { start in
      word[start...].starts(with: term)
        && surroundings.ends(with: word[..<start], at: hit.lowerBound)
        && surroundings.begins(with: word[(start + term.count)...], at: hit.upperBound)
    }
  }
}
