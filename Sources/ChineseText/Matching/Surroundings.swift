/// The text around a hit, compared folded and without what is invisible.
struct Surroundings {
  let text: [UInt8]
  let folds: FoldTables

  /// Whether the text up to an offset ends with a folded one.
  func ends(with wanted: ArraySlice<UInt32>, at offset: Int) -> Bool {
    var at = offset
    var end = wanted.endIndex
    while end > wanted.startIndex {
      guard let glyph = text.glyph(before: text.skippingInvisible(before: at)) else { return false }
      at = glyph.start
      if let scalar = folds.foldedAlone(glyph.value, .all) {
        guard wanted[end - 1] == scalar else { return false }
        end -= 1
      } else {
        let scalars = scalars(of: glyph)
        guard wanted[..<end].suffix(scalars.count).elementsEqual(scalars) else { return false }
        end -= scalars.count
      }
    }
    return true
  }

  /// Whether the text from an offset begins with a folded one.
  func begins(with wanted: ArraySlice<UInt32>, at offset: Int) -> Bool {
    var at = offset
    var start = wanted.startIndex
    while start < wanted.endIndex {
      at = text.skippingInvisible(from: at)
      guard at < text.count else { return false }
      let glyph = text.glyph(at: at)
      at = glyph.end
      if let scalar = folds.foldedAlone(glyph.value, .all) {
        guard wanted[start] == scalar else { return false }
        start += 1
      } else {
        let scalars = scalars(of: glyph)
        guard wanted[start...].starts(with: scalars) else { return false }
        start += scalars.count
      }
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
      if isCandidate, begins(with: wanted[...], at: at) { return true }
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

  private func scalars(of glyph: Glyph) -> [UInt32] {
    var scalars: [UInt32] = []
    folds.fold(glyph.value, .all) { scalars.append($0) }
    return scalars
  }
}
