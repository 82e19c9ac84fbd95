package import Reading
import SourceText

extension CanonicalContent {
  /// Of a draft, or of a page that was fetched back.
  ///
  /// What WeChat sets above an article (account, author, time) is its own and left out.
  package init(of draft: Draft) {
    let chrome = draft.weChatChrome
    let texts = draft.blocks.indices.compactMap { index -> String? in
      guard index != draft.titleBlock, !chrome.contains(index) else { return nil }
      let block = draft.blocks[index]
      let text = collapsed(draft.text[block.text])
      return text.isEmpty ? nil : text.marked(isHidden: block.isHidden)
    }
    self.init(
      title: draft.title.map { collapsed(draft.text[$0.text]) } ?? "",
      blocks: texts,
      links: draft.addresses(leavingOut: chrome),
      images: draft.images.map { image in
        Image(
          address: (image.url?.string ?? "").marked(isHidden: image.isHidden),
          alternative: collapsed(Array((image.alt?.string ?? "").utf8)[...])
        )
      },
      metadata: Dictionary(
        draft.metadata.entries.filter { $0.origin != .weChat }
          .map { ($0.key, collapsed(Array($0.value.string.utf8)[...])) },
        uniquingKeysWith: { first, _ in first }
      )
    )
  }
}

extension Draft {
  /// Blocks before `#js_content` that hold what WeChat says of an article.
  fileprivate var weChatChrome: Set<Int> {
    let entries = metadata.entries.filter { $0.origin == .weChat && $0.key != "title" }
    guard !entries.isEmpty, let start = source.bytes.firstOffset(of: "js_content") else {
      return []
    }
    return Set(
      blocks.indices.filter { index in
        let block = blocks[index]
        return index != titleBlock && block.source.end <= start
          && entries.contains { block.holds($0.value.source) }
      }
    )
  }

  fileprivate func addresses(leavingOut chrome: Set<Int>) -> [String] {
    let places = links.filter { link in
      !chrome.contains { blocks[$0].holds(link.source) }
    }.map {
      ($0.source.start, $0.destination.string.marked(isHidden: $0.isHidden || $0.isOffstage))
    }
    let frames = media.map { ($0.source.start, $0.url?.string ?? $0.name) }
    return (places + frames).sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension String {
  fileprivate func marked(isHidden: Bool) -> String {
    isHidden ? CanonicalContent.hiddenMark + self : self
  }
}

/// Valid UTF-8 with each run of white space as one space, and none at the ends.
///
/// A space that reads as nothing, such as U+200B, is no white space: it is text that somebody has put there.
func collapsed(_ text: ArraySlice<UInt8>) -> String {
  var result = String.UnicodeScalarView()
  var isBehindSpace = false
  for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
    if scalar.properties.isWhitespace {
      isBehindSpace = true
    } else {
      if isBehindSpace, !result.isEmpty { result.append(" ") }
      isBehindSpace = false
      result.append(scalar)
    }
  }
  return String(result)
}

extension [UInt8] {
  fileprivate func firstOffset(of word: StaticString) -> Int? {
    let word = Array("\(word)".utf8)
    guard count >= word.count else { return nil }
    return (0...count - word.count).first {
      self[$0] == word[0] && self[$0..<$0 + word.count].elementsEqual(word)
    }
  }
}
