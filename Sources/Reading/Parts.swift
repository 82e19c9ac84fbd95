package import SourceText

/// A value of the source as decoded, with its own range (without quotation marks).
package struct Placed: Hashable, Sendable {
  package let string: String
  package let source: SourceRange

  package init(_ string: String, _ source: SourceRange) {
    self.string = string
    self.source = source
  }
}

/// An image, from `<img>` or Markdown.
package struct Image: Hashable, Sendable {
  /// The whole tag or Markdown construct.
  package var source: SourceRange
  /// What is loaded: WeChat's `data-src`, else `src`; nil where there is none.
  package var url: Placed?
  /// Whether `url` is a `data-src` beside a missing or placeholder `src`.
  package var isLazy = false
  /// Nil where the attribute is missing; empty where it is empty.
  package var alt: Placed?
  package var title: Placed?
  /// Pixels: `data-w`, else `width` (attribute or style); nil where unknown.
  package var width: Double?
  /// Pixels: from `data-w` and `data-ratio`, else `height`; nil where unknown.
  package var height: Double?
  package var classes = ""
  /// Whether `width` and `height` are the file's own (`data-w`), and not what the page gives it.
  package var hasNaturalSize = false
  /// Pixels that the page gives it, by its style or else its attribute; nil where relative or unknown.
  package var shownWidth: Double?
  package var shownHeight: Double?
  /// Whether it is cut to its frame (`object-fit`).
  package var isCut = false
  /// The `src` that stands in until `url` is loaded.
  package var placeholder: Placed?
  package var isPresentation = false
  /// Hidden with the part it stands in.
  package var isHidden = false
  /// Where it stands in `Draft.text`.
  package var anchor: Int
  /// Index of the block it stands in, where that block has text.
  package var block: Int?
  /// The last visible block before it and the first behind it, by index in `Draft.blocks`.
  package var previousBlock: Int?
  package var nextBlock: Int?
  /// The `figcaption` of its figure.
  package var caption: Int?

  package init(source: SourceRange, anchor: Int) {
    self.source = source
    self.anchor = anchor
  }
}

/// A video, a sound, a frame or a WeChat card.
package struct Media: Hashable, Sendable {
  package let name: String
  package let source: SourceRange
  package let url: Placed?
  package let anchor: Int

  package init(name: String, source: SourceRange, url: Placed?, anchor: Int) {
    self.name = name
    self.source = source
    self.url = url
    self.anchor = anchor
  }
}

package struct Link: Hashable, Sendable {
  package let destination: Placed
  package let text: Range<Int>
  /// The whole element.
  package let source: SourceRange
  /// Hidden with the part it stands in.
  package let isHidden: Bool
  /// Shown where nobody looks: outside the page, without height, in letters of a pixel.
  package let isOffstage: Bool

  package init(
    destination: Placed,
    text: Range<Int>,
    source: SourceRange,
    isHidden: Bool = false,
    isOffstage: Bool = false
  ) {
    self.destination = destination
    self.text = text
    self.source = source
    self.isHidden = isHidden
    self.isOffstage = isOffstage
  }
}

package struct Table: Hashable, Sendable {
  /// Indices of the cells' blocks, a row each; an empty cell is -1.
  package var rows: [[Int]]
  package var caption: Int?
  package var source: SourceRange

  package init(rows: [[Int]], caption: Int?, source: SourceRange) {
    self.rows = rows
    self.caption = caption
    self.source = source
  }
}

/// A footnote's definition (`[^x]: …`).
package struct Note: Hashable, Sendable {
  package let label: String
  /// Indices of its blocks.
  package let blocks: Range<Int>
  package let source: SourceRange

  package init(label: String, blocks: Range<Int>, source: SourceRange) {
    self.label = label
    self.blocks = blocks
    self.source = source
  }
}

/// An HTML comment, in HTML or in Markdown.
package struct Comment: Hashable, Sendable {
  /// With its `<!--` and `-->`.
  package let source: SourceRange
  /// The bytes between.
  package let text: Placed

  package init(source: SourceRange, text: Placed) {
    self.source = source
    self.text = text
  }
}
