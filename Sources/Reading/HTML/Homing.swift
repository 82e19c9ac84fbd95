import SourceText

/// Brings places in the HTML home to the source that it was made from.
struct Homing {
  private var cursor: SourceMap.Cursor?

  /// Without a map the HTML is the source.
  init(_ map: SourceMap?) { cursor = map.map { SourceMap.Cursor($0) } }

  mutating func range(_ html: SourceRange) -> SourceRange {
    guard cursor != nil else { return html }
    return cursor?.sourceRange(of: html.start..<html.end) ?? html
  }

  mutating func placed(_ html: Placed?) -> Placed? {
    html.map { Placed($0.string, range($0.source)) }
  }

  /// Adds a run of the HTML to a map of the source, cut where the source has a seam.
  mutating func append(_ run: TextMap.Run, movedBy shift: Int, to map: inout TextMap) {
    let text = run.text.lowerBound + shift..<run.text.upperBound + shift
    guard cursor != nil else {
      return map.append(TextMap.Run(text: text, source: run.source, isVerbatim: run.isVerbatim))
    }
    guard run.isVerbatim else {
      let whole = range(run.source)
      return map.append(TextMap.Run(text: text, source: whole, isVerbatim: false))
    }
    let offset = text.lowerBound - run.source.start
    cursor?.forEachPiece(of: run.source.start..<run.source.end) { piece in
      map.append(
        TextMap.Run(
          text: piece.made.lowerBound + offset..<piece.made.upperBound + offset,
          source: piece.source,
          isVerbatim: piece.isVerbatim
        )
      )
    }
  }
}
