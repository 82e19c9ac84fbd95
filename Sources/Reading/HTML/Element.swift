/// What the reader makes of an element, by its name.
enum Element: UInt8 {
  /// Any element that text runs through, known or not.
  case inline
  /// Any element that parts text.
  case block
  case h1
  case h2
  case h3
  case h4
  case h5
  case h6
  case html
  case head
  case body
  case title
  case script
  case style
  case meta
  case lineBreak
  case rule
  case image
  case link
  case strong
  case emphasis
  case code
  case superscript
  case `subscript`
  case deleted
  case rubyText
  case rubyParenthesis
  case paragraph
  case list
  case listItem
  case quote
  case preformatted
  case table
  case row
  case cell
  case tableCaption
  case figure
  case figureCaption
  case article
  case main
  case navigation
  case header
  case footer
  case aside
  case svg
  case svgDescription
  /// Never shown, whatever the style says.
  case unseen
  case media

  var headingLevel: Int? {
    (Element.h1.rawValue...Element.h6.rawValue).contains(rawValue)
      ? Int(rawValue - Element.h1.rawValue) + 1 : nil
  }

  /// Whether it ends the text before and behind it.
  var partsText: Bool {
    switch self {
    case .inline, .lineBreak, .image, .link, .strong, .emphasis, .code, .superscript, .subscript,
      .deleted, .rubyText, .rubyParenthesis, .meta, .script, .style, .svgDescription:
      false
    default: true
    }
  }

  /// Whether the parser may make it up where no tag stands.
  var isImplied: Bool {
    self == .html || self == .head || self == .body || self == .paragraph
  }

  init(name: ByteView) {
    if let known = Self.byName[NameKey(name, 0..<name.count)] {
      self = known
    } else {
      // WeChat's cards: mp-common-profile, mpvoice, …
      self = name.hasPrefix("mp-") || name.hasPrefix("mpv") ? .media : .inline
    }
  }

  private static let byName = NameTable(names) { first, _ in first }

  /// Names parted by spaces, in lower case.
  static let names: [(String, Element)] = [
    (
      "address center details dialog dir div dl dt dd fieldset form frameset hgroup legend "
        + "optgroup option section summary tbody thead tfoot select button textarea "
        + "text foreignobject canvas plaintext xmp listing colgroup",
      .block
    ),
    ("h1", .h1), ("h2", .h2), ("h3", .h3), ("h4", .h4), ("h5", .h5), ("h6", .h6),
    ("html", .html), ("head", .head), ("body", .body), ("title", .title),
    ("script", .script), ("style", .style), ("meta", .meta),
    ("br", .lineBreak), ("hr", .rule), ("img", .image), ("a", .link),
    ("b strong", .strong), ("em i", .emphasis), ("code kbd samp tt", .code),
    ("sup", .superscript), ("sub", .subscript), ("del s strike", .deleted),
    ("rt", .rubyText), ("rp", .rubyParenthesis),
    ("p", .paragraph), ("ul ol menu", .list), ("li", .listItem),
    ("blockquote", .quote), ("pre", .preformatted),
    ("table", .table), ("tr", .row), ("td th", .cell), ("caption", .tableCaption),
    ("figure", .figure), ("figcaption", .figureCaption),
    ("article", .article), ("main", .main), ("nav", .navigation),
    ("header", .header), ("footer", .footer), ("aside", .aside),
    ("svg", .svg), ("desc metadata", .svgDescription), ("template noscript", .unseen),
    ("iframe video audio embed object qqmusic", .media),
  ]
}
