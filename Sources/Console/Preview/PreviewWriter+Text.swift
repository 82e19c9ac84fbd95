import Linting
import Reading
import Reporting

/// The text of a block: findings, emphasis, links.
extension PreviewWriter {
  mutating func pieces(of block: Block) -> SafeHTML {
    let spans = spans(in: block.text)
    var parts: [SafeHTML] = []
    for piece in marked.pieces(of: block) {
      parts.append(marks(piece.findings, around: inner(of: piece.text, spans)))
      parts.append(numbers(piece.ending))
      if let found = atLinkEnds[piece.text.upperBound] {
        parts.append(marks(found, around: numbers(found)))
      }
    }
    return SafeHTML(parts)
  }

  /// Marks around a stretch; the first of a finding bears its name.
  mutating func marks(_ findings: [Int], around inner: SafeHTML) -> SafeHTML {
    guard let worst = findings.map({ severities[$0] }).max() else { return inner }
    let new = findings.filter { placed.insert($0).inserted }
    let named = new.dropFirst().reduce(inner) { "<span id=\"f-\($1 + 1)\">\($0)</span>" }
    let name: SafeHTML = new.first.map { " id=\"f-\($0 + 1)\"" } ?? ""
    return "<mark class=\"\(worst.rawValue)\"\(name)>\(named)</mark>"
  }

  /// By which the list of findings knows them.
  func numbers(_ findings: [Int]) -> SafeHTML {
    SafeHTML(
      findings.map { "<sup class=\"\(severities[$0].rawValue)\">\($0 + 1)</sup>" as SafeHTML }
    )
  }

  func shown(_ text: String) -> SafeHTML { isPlain ? visibleText(text) : "\(text)" }

  /// A stretch of prose cut where its emphasis and its links begin and end.
  private func inner(of text: Range<Int>, _ spans: [InlineSpan]) -> SafeHTML {
    let ends = spans.flatMap { [$0.text.lowerBound, $0.text.upperBound] }
    let cuts = Set(ends.filter(text.contains) + [text.lowerBound, text.upperBound]).sorted()
    let parts = zip(cuts, cuts.dropFirst()).map { start, end -> SafeHTML in
      let covering = spans.filter { $0.text.lowerBound <= start && end <= $0.text.upperBound }
      let html = covering.reversed().reduce(prose(start..<end)) { wrapped($0, in: $1.kind) }
      return "\(html)\(addresses(of: covering, endingAt: end))"
    }
    return SafeHTML(parts)
  }

  /// With hard line breaks as such.
  private func prose(_ text: Range<Int>) -> SafeHTML {
    let lines = draft.string(in: text).unicodeScalars.split(
      separator: "\u{2028}",
      omittingEmptySubsequences: false
    )
    return SafeHTML(
      lines.enumerated().map { index, line -> SafeHTML in
        index == 0 ? shown(String(line)) : "<br>\(shown(String(line)))"
      }
    )
  }

  private func wrapped(_ inner: SafeHTML, in kind: InlineSpan.Kind) -> SafeHTML {
    guard !isPlain else { return inner }
    return switch kind {
    case .link: "<span class=\"link\">\(inner)</span>"
    case .emphasis: "<em>\(inner)</em>"
    case .strong: "<strong>\(inner)</strong>"
    case .code: "<code>\(inner)</code>"
    case .superscript, .noteReference: "<sup>\(inner)</sup>"
    case .subscript: "<sub>\(inner)</sub>"
    case .deleted: "<del>\(inner)</del>"
    case .ruby: "<span class=\"ruby\">\(inner)</span>"
    case .foreign: inner
    }
  }

  /// Where links lead; a reader sees it only by following them.
  private func addresses(of spans: [InlineSpan], endingAt end: Int) -> SafeHTML {
    guard isPlain, spans.contains(where: { $0.kind == .link && $0.text.upperBound == end }) else {
      return ""
    }
    let found = draft.links.filter { $0.text.upperBound == end }
    return SafeHTML(
      found.map { " <span class=\"address\">[\(shown($0.destination.string))]</span>" as SafeHTML }
    )
  }

  /// Those that begin in a block; none reaches beyond its own.
  private func spans(in text: Range<Int>) -> [InlineSpan] {
    let all = draft.spans
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].text.lowerBound < text.lowerBound { low = middle + 1 } else { high = middle }
    }
    return Array(all[low...].prefix { $0.text.lowerBound < text.upperBound })
  }
}

// MARK: - What stands between the blocks

extension PreviewWriter {
  enum Inset {
    case image(Image)
    case media(Media)
  }

  /// In order of where they stand.
  var insets: [(anchor: Int, inset: Inset)] {
    let images = draft.images.filter { !$0.isHidden }.map { ($0.anchor, Inset.image($0)) }
    let media = draft.media.map { ($0.anchor, Inset.media($0)) }
    return (images + media).enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element)
  }

  mutating func write(_ inset: Inset) -> SafeHTML {
    switch inset {
    case .image(let image):
      let found = marked.findings(in: image.source)
      return "<p class=\"inset\">\(marks(found, around: shown(image)))\(numbers(found))</p>\n"
    case .media(let media):
      let found = marked.findings(in: media.source)
      let label = words(PreviewPhrase.media, ["name": media.name])
      let address = media.url.map { "<br>\(shown($0.string))" as SafeHTML } ?? ""
      return
        "<p class=\"inset\">\(marks(found, around: "\(label)\(address)"))\(numbers(found))</p>\n"
    }
  }

  private func shown(_ image: Image) -> SafeHTML {
    let alternative = image.alt?.string ?? ""
    let address = image.url?.string ?? ""
    if isInlinePicture(address) {
      return "<img src=\"\(address)\" alt=\"\(alternative)\">"
    }
    let label = words(PreviewPhrase.image)
    let name = alternative.isEmpty ? label : label + words("：", ": ") + alternative
    guard !address.isEmpty else { return shown(name) }
    let isRemote = address.utf8.prefix(8).contains(UInt8(ascii: ":")) || address.hasPrefix("//")
    let place = words(
      isRemote ? PreviewPhrase.remoteImage : PreviewPhrase.localImage,
      ["address": cut(address, to: 120)]
    )
    return "\(shown(name))<br>\(shown(place))"
  }

  /// Whether an address is a picture itself, of a kind that can do nothing but be shown.
  private func isInlinePicture(_ address: String) -> Bool {
    let kinds = ["png", "jpeg", "gif", "webp"].map { "data:image/\($0);base64," }
    guard let kind = kinds.first(where: { address.utf8.starts(with: $0.utf8) }) else {
      return false
    }
    return address.utf8.dropFirst(kind.utf8.count).allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "="):
        true
      default: false
      }
    }
  }
}

/// The beginning of a text, at most so many code points, with an ellipsis where more follows.
func cut(_ text: String, to count: Int) -> String {
  let scalars = text.unicodeScalars
  guard scalars.count > count else { return text }
  return String(scalars.prefix(count)) + "…"
}
