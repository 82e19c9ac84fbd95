package import ChineseText
import Reading
package import SourceText

/// Texts beside the prose of a draft, joined and searched for the same vocabulary: alternative texts, file names,
/// comments, metadata, values of attributes, telephone links, markup that was not closed.
///
/// A class, as rules about persons and secrets ask it of each pattern.
package final class ScannedAsides: Sendable {
  package enum Kind: Sendable {
    /// An alternative text, a title, a value of metadata.
    case attribute
    case comment
    /// The name of a file.
    case address
  }

  package struct Part: Sendable {
    package let kind: Kind
    /// Where it stands in `text`.
    package let range: Range<Int>
    package let place: SourceRange
    /// Whether the source has exactly these bytes.
    package let isVerbatim: Bool
  }

  package let text: [UInt8]
  /// Ascending and apart.
  package let parts: [Part]
  /// Whether a number as long as a person's may stand there.
  package let mayHoldLongNumber: Bool
  let terms: FoundTerms

  /// Nil where there are none; `terms` are those of the draft's prose.
  init?(_ draft: Draft, besideProseWith terms: FoundTerms) {
    var gathered = GatheredAsides(source: draft.source)
    gathered.addAll(of: draft)
    guard !gathered.parts.isEmpty else { return nil }
    text = gathered.bytes
    parts = gathered.parts
    mayHoldLongNumber = text.mayHoldLongNumber
    self.terms = terms.beside(text, blocks: parts.map(\.range))
  }

  /// The part that holds an offset.
  package func part(at offset: Int) -> Part? {
    let index = parts.partition { $0.range.upperBound > offset }
    return index < parts.count && parts[index].range.contains(offset) ? parts[index] : nil
  }

  /// Hits of a term list without what their entries say, guards and allow phrases applied, ascending.
  package func termHits(in list: String) -> ArraySlice<TermHit> { terms.termHits(of: list) }
}

/// The texts beside the prose as they are joined.
private struct GatheredAsides {
  let source: Source
  var bytes: [UInt8] = []
  var parts: [ScannedAsides.Part] = []

  mutating func addAll(of draft: Draft) {
    for image in draft.images {
      add(.attribute, image.alt)
      add(.attribute, image.title)
      add(.address, image.url)
    }
    for comment in draft.comments { add(.comment, comment.text) }
    let title = draft.title.flatMap { $0.kind == .title ? $0.source : nil }
    for entry in draft.metadata.entries
    where entry.origin == .frontMatter || entry.origin == .metaElement {
      // A title is prose already.
      if let title, title.start < entry.value.source.end, entry.value.source.start < title.end {
        continue
      }
      add(.attribute, entry.value)
    }
    let broken = draft.brokenMarkup
    for value in draft.attributeTexts where !broken.hold(value.source) {
      add(.attribute, value)
    }
    for link in draft.links where link.destination.string.isToCall {
      // A number that the reader sees is one finding, not two.
      let number = digits(of: link.destination.string.utf8)
      if number.isEmpty || number.count > Self.longestNumber
        || !holds(number, in: digits(of: draft.text[link.text.clamped(to: 0..<draft.text.count)]))
      {
        add(.attribute, link.destination)
      }
    }
    for stretch in broken {
      add(.comment, Placed(source.string(in: stretch.range), stretch.range))
    }
  }

  /// More digits than any telephone number has, with a prefix and an extension.
  private static let longestNumber = 24

  private func digits(of text: some Sequence<UInt8>) -> [UInt8] {
    text.filter { (0x30...0x39).contains($0) }
  }

  private func holds(_ number: [UInt8], in digits: [UInt8]) -> Bool {
    digits.indices.contains { digits[$0...].starts(with: number) }
  }

  private mutating func add(_ kind: ScannedAsides.Kind, _ value: Placed?) {
    guard let value, !value.source.isEmpty, !value.string.hasPrefix("data:"),
      value.string.utf8.contains(where: { (0x30...0x39).contains($0) || $0 >= 0x80 })
    else { return }
    if !bytes.isEmpty { bytes += [0xE2, 0x80, 0xA9] }
    let start = bytes.count
    bytes += value.string.utf8
    parts.append(
      ScannedAsides.Part(
        kind: kind,
        range: start..<bytes.count,
        place: value.source,
        isVerbatim: source.string(in: value.source) == value.string
      )
    )
  }
}

extension GatedPattern {
  /// All matches in hidden prose, ascending.
  package func hiddenMatches(in draft: ScannedDraft) throws -> [Range<Int>] {
    try matches(at: draft.hiddenLiteralHits(of: self), of: draft.text) {
      draft.block(at: $0)?.text
    }
  }

  /// All matches in texts beside the prose, ascending.
  package func matches(in asides: ScannedAsides) throws -> [Range<Int>] {
    try matches(at: asides.terms.literals(of: self), of: asides.text) { offset in
      asides.part(at: offset)?.range
    }
  }
}

extension [ScannedAsides.Part] {
  /// The index of the first element that passes a test which all later ones pass too; `count` where none does.
  fileprivate func partition(_ passes: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension String {
  /// Whether an address is for calling or writing to somebody.
  fileprivate var isToCall: Bool {
    let scheme = prefix(7).lowercased()
    return ["tel:", "sms:", "mailto:"].contains { scheme.hasPrefix($0) }
  }
}
