import ChineseText
import Reading

extension Draft {
  /// The text marked as another language, ascending and apart, from the first letter of each part to its last.
  ///
  /// Word marks each half-width mark and number as English; marks belong to the text around them.
  var foreignStretches: [Range<Int>] {
    var stretches: [Range<Int>] = []
    for span in spans where span.kind == .foreign {
      guard let stretch = letters(in: span.text) else { continue }
      if let last = stretches.last, last.upperBound >= stretch.lowerBound {
        stretches[stretches.count - 1] =
          last.lowerBound..<max(last.upperBound, stretch.upperBound)
      } else {
        stretches.append(stretch)
      }
    }
    return stretches
  }

  private func letters(in range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let scalar = text.scalar(at: start), !scalar.properties.isAlphabetic {
      start += UTF8.width(scalar)
    }
    while end > start, let scalar = text.scalar(before: end), !scalar.properties.isAlphabetic {
      end -= UTF8.width(scalar)
    }
    return start < end ? start..<end : nil
  }
}
