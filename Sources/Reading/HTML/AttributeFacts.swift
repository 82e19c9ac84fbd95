/// What the attributes of a tag say about the text inside.
struct AttributeFacts {
  var marks: Marks = []
  var style = StyleFacts()
  var isHidden = false
  /// Whether `lang` names another language than simplified Chinese; nil without `lang`.
  var isForeign: Bool?
  var isNavigation = false
  var isNoteReference = false
  var isNote = false
  var isNotes = false

  /// Whether a mark may have to be opened.
  var hasMark: Bool {
    isNoteReference || isNote || isNotes || style.isBold == true || isForeign == true
      || !marks.isDisjoint(with: .weChatParts) || hasId
  }

  private var hasId = false

  init() {}

  init(_ attributes: TagAttributes) {
    for attribute in attributes.all {
      if let value = attribute.value {
        read(attribute.name, value)
      } else {
        readBare(attribute.name)
      }
    }
    if marks.contains(.notes) { isNotes = true }
    if marks.contains(.noteReference) { isNoteReference = true }
  }

  private mutating func readBare(_ name: TagAttributes.Name) {
    if name == .hidden { isHidden = true }
    if name == .notes { isNotes = true }
  }

  private mutating func read(_ name: TagAttributes.Name, _ value: ByteView) {
    switch name {
    case .style: style = StyleFacts(value)
    case .classes: marks.formUnion(Marks(classes: value))
    case .id:
      marks.formUnion(Marks(id: value))
      hasId = true
    case .hidden: if !value.equals("until-found") { isHidden = true }
    case .ariaHidden: if value.equals("true") { isHidden = true }
    case .lang: isForeign = Self.isForeign(value)
    case .role: readRole(value)
    case .note: isNote = true
    case .notes: isNotes = true
    case .noteReference: isNoteReference = true
    default: return
    }
  }

  private mutating func readRole(_ value: ByteView) {
    if value.equals("navigation") { isNavigation = true }
    if value.equals("doc-noteref") { isNoteReference = true }
    if value.equals("doc-endnotes") { isNotes = true }
  }

  private static func isForeign(_ value: ByteView) -> Bool? {
    guard value.count >= 2 else { return nil }
    let isChinese = value[0] | 0x20 == UInt8(ascii: "z") && value[1] | 0x20 == UInt8(ascii: "h")
    guard isChinese else { return true }
    return (1..<value.count).contains { index in
      switch lowercased(value.word(at: index, count: 2)) {
      case 0x7774, 0x6B68, 0x6F6D: true  // tw, hk, mo
      case 0x6168: lowercased(value.word(at: index, count: 4)) == 0x746E_6168  // hant
      default: false
      }
    }
  }
}

extension Frame {
  /// What an element is by its name.
  mutating func setUp(for element: Element) {
    if let kind = Kind(headingLevel: element.headingLevel) {
      self.kind = kind
      return
    }
    switch element {
    case .list: context.insert(.list)
    case .listItem: kind = flags.contains(.notes) ? .note : .listItem
    case .quote:
      context.insert(.quote)
      flags.insert(.quoted)
      kind = flags.contains(.notes) ? .note : .paragraph
    case .preformatted: kind = .code
    case .table: context.insert(.table)
    case .cell: kind = .cell
    case .tableCaption:
      kind = .caption
      flags.insert(.tableCaption)
    case .figure:
      context.insert(.figure)
      flags.insert(.quoted)
    case .figureCaption: kind = .caption
    case .navigation: flags.insert(.chrome)
    case .header, .footer, .aside:
      if region < 0, !flags.contains(.quoted) { flags.insert(.edge) }
    case .svg: flags.insert(.svg)
    case .svgDescription: if flags.contains(.svg) { flags.insert(.unseen) }
    case .title: flags.insert(flags.contains(.svg) ? .unseen : .pageTitle)
    case .unseen, .rubyParenthesis: flags.insert(.unseen)
    default: break
    }
  }

  mutating func apply(_ facts: AttributeFacts) {
    if facts.isNavigation { flags.insert(.chrome) }
    if facts.isNotes { flags.insert(.notes) }
    if !facts.marks.isDisjoint(with: .weChatParts) { flags.insert(.partsText) }
    if facts.marks.contains(.captionStyle) { flags.insert(.captionClass) }
    if let isForeign = facts.isForeign, element != .html, element != .body {
      if !isForeign {
        context.remove(.foreign)
      } else if element.partsText {
        context.insert(.foreign)
      }
    }
    apply(facts.style)
    if facts.isHidden || facts.marks.contains(.placeholder) { flags.insert(.unseen) }
    // A saved WeChat page hides its article until a script of the page has run.
    if facts.marks.contains(.weChatBody) {
      flags.subtract([.unseen, .invisible])
      if fontSize == 0 { fontSize = nil }
    }
  }

  private mutating func apply(_ style: StyleFacts) {
    switch style.display {
    case StyleFacts.Display.none?: flags.insert(.unseen)
    case .block?: flags.insert(.partsText)
    case .inline?: if element != .cell, element != .row { flags.remove(.partsText) }
    case nil: break
    }
    if let isInvisible = style.isInvisible {
      if isInvisible { flags.insert(.invisible) } else { flags.remove(.invisible) }
    }
    if let isCentred = style.isCentred {
      if isCentred { flags.insert(.centred) } else { flags.remove(.centred) }
    }
    if let isGrey = style.isGrey {
      if isGrey { flags.insert(.grey) } else { flags.remove(.grey) }
    }
    if let size = style.fontSize { fontSize = size }
    if style.isOffstage { flags.insert(.offstage) }
  }

  /// Whether text here looks like a caption, its colour apart.
  var hasCaptionStyle: Bool {
    if flags.contains(.captionClass) { return true }
    guard flags.contains(.centred), let size = fontSize else { return false }
    return size <= 14
  }
}
