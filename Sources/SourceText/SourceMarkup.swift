/// What the text of a source was made from along with it, where the file is no text itself: the same text as HTML.
package struct SourceMarkup: Sendable {
  package let html: [UInt8]
  /// From the HTML to the text.
  package let map: SourceMap
  /// The parts of the text that can be changed in the file, in their order.
  package let origins: [TextOrigin]

  package init(html: [UInt8], map: SourceMap, origins: [TextOrigin]) {
    self.html = html
    self.map = map
    self.origins = origins
  }
}

/// Where a stretch of a made text stands in its file: byte for byte in an element that holds text only.
package struct TextOrigin: Hashable, Sendable {
  package let text: Range<Int>
  /// From 0, in the order of the file.
  package let element: Int
  /// Where the stretch starts in the element's text.
  package let offset: Int

  package init(text: Range<Int>, element: Int, offset: Int) {
    self.text = text
    self.element = element
    self.offset = offset
  }
}
