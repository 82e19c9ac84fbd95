import SourceText

extension LoweredDraft {
  /// A draft that was lowered when its file was decoded; what of the text is in no part of the HTML is syntax.
  init(_ markup: SourceMarkup, of source: Source) {
    html = markup.html
    map = markup.map
    let shown = (0..<map.segmentCount).map(map.segment)
      .filter { !$0.made.isEmpty && !$0.source.isEmpty && $0.isShown(in: markup.html) }
      .map(\.source).sorted { $0.start < $1.start }
    var end = 0
    for range in shown {
      if range.start > end { skipped.append(Skipped(SourceRange(end, range.start), .syntax)) }
      end = max(end, range.end)
    }
    if end < source.bytes.count {
      skipped.append(Skipped(SourceRange(end, source.bytes.count), .syntax))
    }
  }
}

extension SourceMap.Segment {
  /// Whether it is text, and no tag that stands for some.
  fileprivate func isShown(in html: [UInt8]) -> Bool {
    isVerbatim || html[made.lowerBound] == UInt8(ascii: "&") || html[made].starts(with: "<br>".utf8)
  }
}
