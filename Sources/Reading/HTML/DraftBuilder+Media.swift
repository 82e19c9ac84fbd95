import SourceText

extension DraftBuilder {
  mutating func addImage(_ tag: Range<Int>, _ frame: Frame, _ attributes: TagAttributes) {
    guard parts.images.count < limits.images else {
      excess = .images
      return
    }
    var image = Image(
      source: SourceRange(tag.lowerBound, tag.upperBound),
      anchor: visible.text.count
    )
    let source = placed(.src, tag, attributes)
    let lazy = placed(.lazySource, tag, attributes)
    let isUnloaded = source.map { isBlankOrData($0.string) } ?? true
    if let lazy {
      image.url = lazy
      image.isLazy = isUnloaded
      if isUnloaded { isWeChat = isWeChat || isOfWeChat(lazy.string) }
    } else if isUnloaded, let original = placed(.originalSource, tag, attributes) {
      image.url = original
      image.isLazy = true
    } else {
      image.url = source
    }
    if image.isLazy { image.placeholder = source }
    image.alt = placed(.alt, tag, attributes)
    // The platform keeps the note that an editor writes for an image apart.
    image.title = placed(.title, tag, attributes) ?? placed(.description, tag, attributes)
    image.classes = attributes.value(of: .classes)?.string ?? ""
    image.isPresentation =
      attributes.value(of: .role).map { $0.equals("presentation") || $0.equals("none") } ?? false
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
      url: placed(.lazySource, tag, attributes) ?? placed(.src, tag, attributes),
      anchor: visible.text.count
    )
    parts.media.append(PageParts.RawMedia(media: media, frame: frame))
  }

  mutating func addMeta(_ tag: Range<Int>, _ attributes: TagAttributes) {
    let name =
      attributes.value(of: .name) ?? attributes.value(of: .property)
      ?? attributes.value(of: .itemProperty)
    guard let name, let key = metadataKey(ofMeta: name.string.lowercased()),
      let content = placed(.content, tag, attributes)
    else { return }
    if name.equals("hegui:title"), !content.string.isBlankText { parts.ownTitle = content.string }
    parts.metas.append(Metadata.Entry(key: key, value: content, origin: .metaElement))
  }

  /// Notes the values of attributes that hold words or numbers.
  mutating func addWords(_ tag: Range<Int>, _ frame: Frame, _ attributes: TagAttributes) {
    for name in TagAttributes.wordy where attributes.value(of: name)?.mayHoldWords ?? false {
      guard let value = placed(name, tag, attributes) else { continue }
      parts.words.append(PageParts.RawWords(value: value, frame: frame))
    }
  }

  /// An attribute's value with its place in the tag; nil where it is missing.
  func placed(
    _ name: TagAttributes.Name,
    _ tag: Range<Int>,
    _ attributes: TagAttributes
  ) -> Placed? {
    guard let attribute = attributes[name] else { return nil }
    let value = attribute.value?.string ?? ""
    let place = attribute.place ?? self.place(of: name, tag)
    return Placed(value, SourceRange(place.lowerBound, place.upperBound))
  }

  /// Where an attribute's value stands in its tag.
  private func place(of name: TagAttributes.Name, _ tag: Range<Int>) -> Range<Int> {
    unsafe html.withUnsafeBufferPointer { html in
      guard let base = html.baseAddress else { return tag.lowerBound..<tag.lowerBound }
      let bytes = unsafe ByteView(base, count: html.count)
      var scanner = TagScanner(at: tag.lowerBound, in: self.html)
      while let attribute = scanner.nextAttribute(in: self.html), scanner.offset <= tag.upperBound {
        if TagAttributes.Name(NameKey(bytes, attribute.name)) == name {
          return attribute.value.clamped(to: tag)
        }
      }
      return tag.lowerBound..<tag.lowerBound
    }
  }

  private func isBlankOrData(_ url: String) -> Bool {
    url.hasPrefix("data:") || url.utf8.allSatisfy(isBlank)
  }

  /// Whether a lazy image lies with WeChat, whose pages only load their images so.
  private func isOfWeChat(_ url: String) -> Bool {
    url.hasPrefix("https://mmbiz.q") || url.hasPrefix("http://mmbiz.q")
  }

  private func setSize(of image: inout Image, _ attributes: TagAttributes) {
    let style = attributes.value(of: .style)
    let natural = length(attributes.value(of: .naturalWidth))
    image.hasNaturalSize = natural != nil
    image.shownWidth = shown("width", style, attributes.value(of: .width))
    image.shownHeight = shown("height", style, attributes.value(of: .height))
    image.isCut = style.map { $0.contains("object-fit") } ?? false
    image.width = natural ?? length(attributes.value(of: .width)) ?? image.shownWidth
    if let natural, let ratio = length(attributes.value(of: .ratio)) {
      image.height = lengthOfImage(natural * ratio)
    } else {
      image.height = length(attributes.value(of: .height)) ?? image.shownHeight
    }
  }

  /// What a style gives, else an attribute.
  private func shown(_ name: StaticString, _ style: ByteView?, _ attribute: ByteView?) -> Double? {
    if let declared = style.flatMap({ StyleFacts.length(name, in: $0) }) {
      return declared.pixels.flatMap(lengthOfImage)
    }
    return length(attribute)
  }

  /// A plain number or one in px; nil for one that no image has.
  private func length(_ value: ByteView?) -> Double? {
    guard let value, let number = number(value, 0, value.count) else { return nil }
    let isPlain = number.end == value.count || value.hasPrefix("px", at: number.end)
    return isPlain ? lengthOfImage(number.value) : nil
  }
}

/// Nil for a length that no image has, as of `PixelSize`.
private func lengthOfImage(_ length: Double) -> Double? { length <= 1_000_000 ? length : nil }
