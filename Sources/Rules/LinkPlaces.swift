import ChineseText
import Linting
import Reading
import SourceText

/// The links of a draft with their addresses taken apart.
struct LinkAddresses: DraftFact {
  struct Entry {
    let link: Link
    let address: WebAddress
  }

  let entries: [Entry]

  init(_ draft: ScannedDraft) {
    entries = draft.draft.links.map { Entry(link: $0, address: WebAddress($0.destination.string)) }
  }
}

extension ScannedDraft {
  /// The links with their addresses; nothing is looked at where there are none.
  var linkEntries: [LinkAddresses.Entry] {
    draft.links.isEmpty ? [] : fact(LinkAddresses.self).entries
  }

  /// The text of a link that a reader sees, without blanks at its ends.
  func text(of link: Link) -> String { draft.string(in: link.text).trimmingBlanks }

  /// The start tag of a link, in lower case; empty in Markdown.
  func tag(of link: Link) -> String {
    let bytes = draft.source.bytes
    let range = link.source.start..<min(link.source.end, link.source.start + 2000, bytes.count)
    guard range.first.map({ bytes[$0] == UInt8(ascii: "<") }) ?? false else { return "" }
    let end = bytes[range].firstIndex(of: UInt8(ascii: ">")) ?? range.upperBound
    return String(decoding: bytes[range.lowerBound..<end], as: UTF8.self).lowercased()
  }

  /// Whether the link shows an image.
  func hasImage(_ link: Link) -> Bool {
    // In the order of the source, as they are read.
    let images = draft.images
    var (low, high) = (0, images.count)
    while low < high {
      let middle = (low + high) / 2
      if images[middle].source.start < link.source.start { low = middle + 1 } else { high = middle }
    }
    return low < images.count && link.source.contains(images[low].source) && !images[low].isHidden
  }

  /// A fault of a link, over the whole of it.
  func fault(
    of link: Link,
    _ message: Localized,
    _ severity: Severity? = nil,
    fix: Fix? = nil
  ) -> Fault {
    Fault(range: link.text, message: message, fix: fix, severity: severity, source: link.source)
  }

  /// Matches of a pattern in the prose that are no code and in no link.
  func bareMatches(of pattern: GatedPattern) throws -> [Range<Int>] {
    let matches = try pattern.matches(in: self)
    guard !matches.isEmpty else { return [] }
    let others =
      draft.links.map(\.text) + draft.spans.compactMap { $0.kind == .code ? $0.text : nil }
    var covered = others.sorted { $0.lowerBound < $1.lowerBound }[...]
    var reach = 0
    return matches.filter { match in
      while let next = covered.first, next.lowerBound < match.upperBound {
        reach = max(reach, next.upperBound)
        covered = covered.dropFirst()
      }
      return reach <= match.lowerBound && block(at: match.lowerBound)?.isCode == false
    }
  }
}
