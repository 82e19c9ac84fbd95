/// The styles of a Word document by their ids.
struct WordStyles {
  struct Style {
    var name = ""
    var basis: String?
    /// From 0.
    var outline: Int?
    var listID: String?
    var listLevel: Int?
    var isCentred: Bool?
    var marks: WordMarks = []
    var isHidden = false
  }

  fileprivate var styles: [String: Style] = [:]
  /// Of paragraphs that name none.
  fileprivate var usual: String?

  /// A style with what it has from those it is based on; an empty one where there is none.
  subscript(id: String?) -> Style {
    guard let id = id ?? usual, let found = styles[id] else { return Style() }
    return found
  }

  /// Takes over into each style what it has from its basis.
  fileprivate mutating func resolve() {
    let own = styles
    for (id, style) in own {
      var whole = style
      var basis = style.basis
      // Nobody builds on more than some styles; a circle ends here too.
      for _ in 0..<16 {
        guard let name = basis, let base = own[name] else { break }
        whole.inherit(base)
        basis = base.basis
      }
      styles[id] = whole
    }
  }
}

extension WordStyles.Style {
  /// What a paragraph of it is.
  enum Role: Hashable {
    case body
    case title
    /// Level from 1.
    case heading(Int)
    case caption
    case contents
    case quote
    case code
  }

  var role: Role {
    let name = name.lowercased()
    if name == "title" { return .title }
    if name == "caption" || name == "题注" { return .caption }
    if name == "quote" || name == "intense quote" { return .quote }
    if name == "source code" || name == "html preformatted" { return .code }
    if name.hasPrefix("toc ") { return .contents }
    for word in ["heading ", "标题 "] where name.hasPrefix(word) {
      if let level = Int(name.dropFirst(word.count)), (1...9).contains(level) {
        return .heading(level)
      }
    }
    guard let outline, (0..<9).contains(outline) else { return .body }
    return .heading(outline + 1)
  }

  fileprivate mutating func inherit(_ base: Self) {
    outline = outline ?? base.outline
    listLevel = listLevel ?? (listID == nil ? base.listLevel : nil)
    listID = listID ?? base.listID
    isCentred = isCentred ?? base.isCentred
    marks.formUnion(base.marks)
    isHidden = isHidden || base.isHidden
  }
}

struct StyleReader: XMLHandler {
  private var styles = WordStyles()
  private var id: String?
  private var style = WordStyles.Style()
  private var open: [WordTag] = []

  var result: WordStyles {
    var result = styles
    result.resolve()
    return result
  }

  mutating func start(_ tag: WordTag, _ attributes: XMLAttributes) {
    defer { open.append(tag) }
    if tag == .style {
      id = attributes["styleId"]
      style = WordStyles.Style()
      let isUsual = attributes["default"].map { $0 == "1" || $0 == "true" } ?? false
      if isUsual, attributes["type"] == "paragraph" { styles.usual = id }
    }
    // What a part of a table looks like, and what stood before a change, are no properties of the style.
    guard
      open.last == .style || open.last == .runProperties && isOwn(1)
        || open.last == .paragraphProperties && isOwn(1) || open.last == .numbering && isOwn(2)
    else { return }
    switch tag {
    case .name: style.name = attributes["val"] ?? ""
    case .basedOn: style.basis = attributes["val"]
    case .outline: style.outline = attributes["val"].flatMap { Int($0) }
    case .numberingID: style.listID = attributes["val"]
    case .numberingLevel: style.listLevel = attributes.listLevel("val")
    case .alignment: style.isCentred = attributes["val"] == "center"
    case .vanish: style.isHidden = attributes.isOn
    default: style.marks.read(tag, attributes)
    }
  }

  mutating func end(_ tag: WordTag) {
    open.removeLast()
    if tag == .style, let id { styles.styles[id] = style }
  }

  mutating func text(_ bytes: ByteView) {}

  /// Whether the element so many levels above the innermost one is a style.
  private func isOwn(_ levels: Int) -> Bool {
    open.count > levels && open[open.count - 1 - levels] == .style
  }
}
