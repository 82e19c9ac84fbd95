import ChineseText
import Reading
package import SourceText

/// Markup that is not written to its end, or is no markup: what stands in it is no text to readers nor to rules.
package struct BrokenMarkup: Hashable, Sendable {
  package enum Kind: Sendable {
    case comment
    /// A tag, `<?…>` or `<![CDATA[…`.
    case tag
    /// A script or a style sheet, of which `range` is the inside.
    case script
  }

  package let kind: Kind
  /// All that it takes with it.
  package let range: SourceRange
}

extension ScannedDraft {
  /// Such markup, in source order and apart.
  package var brokenMarkup: [BrokenMarkup] { draft.brokenMarkup }
}

extension [BrokenMarkup] {
  /// Whether one holds a stretch of the source; they are in source order and apart.
  func hold(_ stretch: SourceRange) -> Bool {
    let next = partitioningIndex { $0.range.start > stretch.start }
    return next > 0 && self[next - 1].range.contains(stretch)
  }
}

extension Draft {
  var brokenMarkup: [BrokenMarkup] {
    var found: [BrokenMarkup] = []
    // A reader that mends may come over the same place twice.
    func add(_ kind: BrokenMarkup.Kind, _ range: SourceRange) {
      guard found.last.map({ $0.range.end <= range.start }) ?? true else { return }
      found.append(BrokenMarkup(kind: kind, range: range))
    }
    for part in skipped {
      switch part.reason {
      case .comment:
        // One that ends with the page is listed, too.
        let end = source.bytes[part.range.start..<part.range.end].suffix(3)
        if !end.elementsEqual("-->".utf8) { add(.comment, part.range) }
      case .tag: add(.tag, part.range)
      // What an end tag ends does not reach the draft's end.
      case .script where part.range.end == source.bytes.count,
        .style where part.range.end == source.bytes.count:
        add(.script, part.range)
      default: break
      }
    }
    if let tag = openTag { add(.tag, tag) }
    return found
  }

  /// The tag at the end of a page whose `>` is missing.
  private var openTag: SourceRange? {
    let bytes = source.bytes
    guard format == .html, let start = bytes.lastIndex(of: UInt8(ascii: "<")),
      start + 1 < bytes.count, (0x61...0x7A).contains(bytes[start + 1] | 0x20),
      !bytes[start...].contains(UInt8(ascii: ">"))
    else { return nil }
    return SourceRange(start, bytes.count)
  }
}
