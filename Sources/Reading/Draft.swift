package import SourceText

/// A draft as a person reads it, every part placed in its source.
///
/// Ranges of type `Range<Int>` are UTF-8 bytes of `text`; `SourceRange`s are bytes of the source.
package struct Draft: Sendable {
  package var source: Source
  package var format: DraftFormat
  /// Whether the page bears WeChat's marks.
  package var isWeChat = false
  /// The prose, valid UTF-8: visible blocks in reading order, then the hidden ones.
  ///
  /// Blocks are parted by U+2029; U+2028 is a hard line break inside a block.
  package var text: [UInt8] = []
  /// Ranges in `text` are ascending and do not overlap; blank blocks are left out.
  package var blocks: [Block] = []
  /// Sorted by start, outer before inner.
  package var spans: [InlineSpan] = []
  /// The blocks that are left out because they are blank, in source order.
  package var blankBlocks: [BlankBlock] = []
  package var images: [Image] = []
  package var media: [Media] = []
  package var links: [Link] = []
  package var tables: [Table] = []
  package var notes: [Note] = []
  package var comments: [Comment] = []
  /// Values of attributes that hold words or numbers and are no part's own: `title`, `value`, `placeholder`.
  package var attributeTexts: [Placed] = []
  package var metadata = Metadata()
  /// The block that is the draft's title: from metadata, a page's own marks, or its first heading.
  package var titleBlock: Int?
  /// Prose-like bytes that reach no run, with the reason; sorted.
  package var skipped: [Skipped] = []
  package var map = TextMap()
  /// What is known of the files that the draft names beside itself, by address; where nothing is, none.
  package var filesBeside: [String: FileBeside] = [:]

  package init(source: Source, format: DraftFormat) {
    self.source = source
    self.format = format
  }

  package var title: Block? { titleBlock.map { blocks[$0] } }

  /// The index in `blocks` of the block that holds an offset of the prose; nil between blocks.
  package func blockIndex(at offset: Int) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      let range = blocks[middle].text
      if range.contains(offset) { return middle }
      if offset < range.lowerBound { high = middle } else { low = middle + 1 }
    }
    return nil
  }

  package func block(at offset: Int) -> Block? { blockIndex(at: offset).map { blocks[$0] } }

  package func string(of block: Block) -> String { string(in: block.text) }

  package func string(in range: Range<Int>) -> String {
    String(decoding: text[range.clamped(to: 0..<text.count)], as: UTF8.self)
  }

  /// Where a part of the prose stands in the source: from the source of its first byte to that of its last,
  /// so that tags in between are inside.
  ///
  /// A character reference is one unit.
  package func sourceRange(of range: Range<Int>) -> SourceRange { map.sourceRange(of: range) }
}

/// What a draft was written in.
package enum DraftFormat: String, Sendable, CaseIterable {
  case html
  case markdown
  case text
  /// A Word document.
  case docx

  /// Those whose files are texts.
  package static let texts: [DraftFormat] = [.html, .markdown, .text]

  /// That of files with an ending, in lower case and without its dot; nil where it is no draft's.
  package init?(ending: String) {
    switch ending {
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "txt", "text": self = .text
    case "docx", "docm": self = .docx
    default: return nil
    }
  }
}

/// A part of the source that holds text but is not prose.
package struct Skipped: Hashable, Sendable {
  package enum Reason: String, Sendable {
    case script
    case style
    case comment
    case frontMatter
    case tag
    case navigation
    case pageTitle
    case syntax
  }

  package let range: SourceRange
  package let reason: Reason

  package init(_ range: SourceRange, _ reason: Reason) {
    self.range = range
    self.reason = reason
  }
}
