import SourceText

extension DraftBuilder {
  mutating func addImage(_ tag: Range<Int>, _ frame: Frame, _ attributes: TagAttributes) {
    var image = Image(
      source: SourceRange(tag.lowerBound, tag.upperBound),
      anchor: visible.text.count
    )
    let source = placed("src", tag, attributes)
    let lazy = placed("data-src", tag, attributes)
    let isUnloaded = source.map { isBlankOrData($0.string) } ?? true
    if let lazy {
      image.url = lazy
      image.isLazy = isUnloaded
    } else if isUnloaded, let original = placed("data-original", tag, attributes) {
      image.url = original
      image.isLazy = true
    } else {
      image.url = source
    }
    image.alt = placed("alt", tag, attributes)
    image.title = placed("title", tag, attributes)
    image.classes = attributes.value(of: "class")?.string ?? ""
    image.isPresentation =
      attributes.value(of: "role").map { $0.equals("presentation") || $0.equals("none") } ?? false
    image.isHidden = frame.isHidden
    setSize(of: &image, attributes)
    parts.images.append(PageParts.RawImage(image: image, frame: frame))
  }

  mutating func addMedia(_ tag: Range<Int>, _ frame: Frame, _ attributes: TagAttributes) {
    let nameEnd = html[tag].dropFirst().firstIndex { !isNameByte($0) } ?? tag.upperBound
    let name = String(decoding: html[tag.lowerBound + 1..<nameEnd], as: UTF8.self).lowercased()
    let media = Media(
      name: name,
      source: SourceRange(tag.lowerBound, tag.upperBound),
      url: placed("data-src", tag, attributes) ?? placed("src", tag, attributes),
      anchor: visible.text.count
    )
    parts.media.append(PageParts.RawMedia(media: media, frame: frame))
  }

  mutating func addMeta(_ tag: Range<Int>, _ attributes: TagAttributes) {
    let name =
      attributes.value(of: "name") ?? attributes.value(of: "property")
      ?? attributes.value(of: "itemprop")
    guard let name, let key = metadataKey(ofMeta: name.string.lowercased()),
      let content = placed("content", tag, attributes)
    else { return }
    if name.equals("hegui:title"), !content.string.isBlankText { parts.ownTitle = content.string }
    parts.metas.append(Metadata.Entry(key: key, value: content, origin: .metaElement))
  }

  /// An attribute's value with its place in the tag; nil where it is missing.
  func placed(
    _ name: StaticString,
    _ tag: Range<Int>,
    _ attributes: TagAttributes
  ) -> Placed? {
    guard attributes.has(name) else { return nil }
    let value = attributes.value(of: name)?.string ?? ""
    var scanner = TagScanner(at: tag.lowerBound, in: html)
    while let attribute = scanner.nextAttribute(in: html), scanner.offset <= tag.upperBound {
      if isName(attribute.name, name) {
        let range = attribute.value.clamped(to: tag)
        return Placed(value, SourceRange(range.lowerBound, range.upperBound))
      }
    }
    return Placed(value, SourceRange(tag.lowerBound, tag.lowerBound))
  }

  private func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    let expected = name.description.utf8
    return zip(html[range], expected).allSatisfy {
      $0 == $1 || ((0x41...0x5A).contains($0) && $0 | 0x20 == $1)
    }
  }

  private func isBlankOrData(_ url: String) -> Bool {
    url.hasPrefix("data:") || url.utf8.allSatisfy(isBlank)
  }

  private func setSize(of image: inout Image, _ attributes: TagAttributes) {
    let style = attributes.value(of: "style")
    let natural = length(attributes.value(of: "data-w"))
    image.width =
      natural ?? length(attributes.value(of: "width"))
      ?? style.flatMap { StyleFacts.length("width", in: $0) }
    if let natural, let ratio = length(attributes.value(of: "data-ratio")) {
      image.height = natural * ratio
    } else {
      image.height =
        length(attributes.value(of: "height"))
        ?? style.flatMap { StyleFacts.length("height", in: $0) }
    }
  }

  /// A plain number or one in px.
  private func length(_ value: ByteView?) -> Double? {
    guard let value, let number = number(value, 0, value.count) else { return nil }
    return number.end == value.count || value.hasPrefix("px", at: number.end) ? number.value : nil
  }
}
