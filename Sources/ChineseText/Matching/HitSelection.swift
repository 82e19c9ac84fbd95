/// Decides which of the places where terms of one list may stand are hits.
struct HitSelection {
  let list: TermList
  let index: Int
  let firstEntry: Int
  let settings: ListSettings
  let image: MatcherImage
  let lexicon: Lexicon?
  let guards: GuardBook
  let text: [UInt8]
  let blocks: [Range<Int>]

  private struct Candidate {
    var range: Range<Int>
    let entry: Int
    let marks: EntryMarks
  }

  func select(_ raw: ArraySlice<RawHit>) -> [TermHit] {
    let confirmed = confirmed(raw)
    let chosen = settings.isRaw ? confirmed : guarded(longest(withoutAllowed(sorted(confirmed))))
    return chosen.map { TermHit(list: index, entry: $0.entry - firstEntry, range: $0.range) }
  }

  private func confirmed(_ raw: ArraySlice<RawHit>) -> [Candidate] {
    let confirmation = HitConfirmation(text: text, folds: image.folds)
    var result: [Candidate] = []
    result.reserveCapacity(raw.count)
    for hit in raw {
      let marks = hit.marks
      var range = Int(hit.start)..<Int(hit.end)
      guard haveSigns(marks, at: range) else { continue }
      if marks.contains(.loose), !marks.contains(.signed), !settings.skipsSymbols,
        confirmation.holdsSymbol(range)
      {
        continue
      }
      if marks.contains(.loose) || !marks.contains(.plain) && !isSurely(marks, at: range) {
        guard let found = place(of: Int(hit.entry), at: range, confirmation) else { continue }
        range = found
      }
      let hasLatinEnd = !marks.isDisjoint(with: [.latinStart, .latinEnd])
      if hasLatinEnd, !confirmation.isApart(range, marks) { continue }
      result.append(Candidate(range: range, entry: Int(hit.entry), marks: marks))
    }
    return result
  }

  /// Whether signs stand where an entry has some: most places of the rest of such a term have none at all.
  private func haveSigns(_ marks: EntryMarks, at hit: Range<Int>) -> Bool {
    if marks.contains(.signed), !marks.contains(.loose) { return false }
    if marks.contains(.signStart), !isSign(text.glyph(before: hit.lowerBound)) { return false }
    guard marks.contains(.signEnd) else { return true }
    return hit.upperBound < text.count && isSign(text.glyph(at: hit.upperBound))
  }

  private func isSign(_ glyph: Glyph?) -> Bool {
    guard let glyph else { return false }
    return image.folds.foldedAlone(glyph.value, .all).map { Skipped(of: $0) != .no } ?? true
  }

  /// Whether the text where nothing was skipped is an entry's very term.
  private func isSurely(_ marks: EntryMarks, at hit: Range<Int>) -> Bool {
    guard marks.contains(.folded) else { return false }
    var at = hit.lowerBound
    while at < hit.upperBound {
      let glyph = text.glyph(at: at)
      guard image.folds.foldsToItself(glyph.value) else { return false }
      at = glyph.end
    }
    return true
  }

  /// Where an entry's term stands, its signs included; nil if it does not under the list's switches.
  private func place(of entry: Int, at hit: Range<Int>, _ confirmation: HitConfirmation)
    -> Range<Int>?
  {
    let bytes = list.line(at: image.lineStart(of: entry))
    let term = term(at: 0, of: bytes)
    if term.count == hit.count {
      if text[hit].elementsEqual(bytes[term]) { return hit }
      // ASCII letters and digits that are found and differ do so by their case alone.
      let isWord = text[hit].allSatisfy(isLatinByte) && bytes[term].allSatisfy(isLatinByte)
      if isWord, !settings.fold.contains(.letterCase) { return nil }
    }
    guard confirmation.mayStand(term, of: bytes, at: hit, settings.fold) else { return nil }
    let folded = image.folds.folded(term, of: bytes, settings.fold)
    return confirmation.range(of: folded, at: hit, settings)
  }

  private func isLatinByte(_ byte: UInt8) -> Bool { byte < 0x80 && isLatin(UInt32(byte)) }

  // Places come nearly in this order, hence insertion.
  /// By start, the longer first.
  private func sorted(_ candidates: [Candidate]) -> [Candidate] {
    var result = candidates
    for place in result.indices.dropFirst() {
      let candidate = result[place]
      var hole = place
      while hole > 0, isBefore(candidate.range, result[hole - 1].range) {
        result[hole] = result[hole - 1]
        hole -= 1
      }
      result[hole] = candidate
    }
    return result
  }

  private func isBefore(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.lowerBound != right.lowerBound
      ? left.lowerBound < right.lowerBound : left.upperBound > right.upperBound
  }

  /// Leaves out allow phrases and all that they touch.
  private func withoutAllowed(_ candidates: [Candidate]) -> [Candidate] {
    var allowed: [Range<Int>] = []
    for candidate in candidates where candidate.marks.contains(.allowed) {
      if let last = allowed.last, last.upperBound > candidate.range.lowerBound {
        let end = max(last.upperBound, candidate.range.upperBound)
        allowed[allowed.count - 1] = last.lowerBound..<end
      } else {
        allowed.append(candidate.range)
      }
    }
    guard !allowed.isEmpty else { return candidates }
    var next = 0
    return candidates.filter { candidate in
      while next < allowed.count, allowed[next].upperBound <= candidate.range.lowerBound {
        next += 1
      }
      return next == allowed.count || allowed[next].lowerBound >= candidate.range.upperBound
    }
  }

  /// Of those that overlap the leftmost, of these the longest.
  private func longest(_ candidates: [Candidate]) -> [Candidate] {
    var end = 0
    return candidates.filter { candidate in
      guard candidate.range.lowerBound >= end else { return false }
      end = candidate.range.upperBound
      return true
    }
  }

  private func guarded(_ candidates: [Candidate]) -> [Candidate] {
    guard candidates.contains(where: { !$0.marks.isDisjoint(with: [.guarded, .vetoable]) }) else {
      return candidates
    }
    let surroundings = Surroundings(text: text, folds: image.folds)
    let veto = lexicon.map { LexiconVeto(lexicon: $0, surroundings: surroundings) }
    return candidates.filter { candidate in
      if candidate.marks.contains(.guarded) {
        let isAllowed = guards.guards(of: candidate.entry) { readGuards(of: candidate.entry) }
          .allSatisfy {
            $0.allows(candidate.range, in: surroundings) {
              sentence(at: candidate.range.lowerBound)
            }
          }
        if !isAllowed { return false }
      }
      guard candidate.marks.contains(.vetoable), let veto else { return true }
      let mode: LexiconVeto.Mode =
        candidate.marks.contains(.vetoedEitherSide) ? .eitherSide : .bothSides
      return !veto.parts(candidate.range, mode)
    }
  }

  /// Where the term stands in the line that starts at an offset of some bytes of the list.
  private func term(at start: Int, of bytes: [UInt8]) -> Range<Int> {
    let isMarked = start < bytes.count && bytes[start] == UInt8(ascii: "+")
    return list.column(list.form == .operators && !isMarked ? 2 : 0, at: start, of: bytes)
  }

  private func readGuards(of entry: Int) -> [FoldedGuard] {
    // Guards may have names that the list's header tells.
    let (start, bytes) = (image.lineStart(of: entry), list.bytes)
    let column = list.column(3, at: start, of: bytes)
    return (TermGuard.read(column, of: bytes) ?? []).map {
      FoldedGuard($0, of: term(at: start, of: bytes), in: bytes, image.folds)
    }
  }

  private func sentence(at offset: Int) -> Range<Int> {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < blocks.count, blocks[low].contains(offset) else { return offset..<offset }
    return sentenceRange(around: offset, in: blocks[low], of: text)
  }
}
