import SourceText

extension StoryReader {
  /// Whether the element stands in a line of text.
  mutating func readInline(_ tag: WordTag, _ attributes: XMLAttributes) -> Bool {
    switch tag {
    case .tab, .positionedTab:
      // Of a paragraph's properties it is a stop.
      if parent == .run { addText([0x09]) }
    case .noBreakHyphen: addText(Array("\u{2011}".utf8))
    case .lineBreak: if attributes["type"] ?? "textWrapping" == "textWrapping" { add(.lineBreak) }
    case .carriageReturn: add(.lineBreak)
    case .symbol:
      let code = Int(attributes["char"] ?? "", radix: 16) ?? 0
      addText(Array(wordSymbol(font: attributes["font"] ?? "", code: code).utf8))
    case .footnoteReference, .endnoteReference:
      guard let id = attributes["id"] else { break }
      add(.note(id, isEndnote: tag == .endnoteReference))
    case .commentReference: if let id = attributes["id"] { add(.comment(id)) }
    case .hyperlink: startLink(attributes)
    case .simpleField:
      fields.append(WordField(code: attributes["instr"] ?? "", isInCode: true))
      showField()
    case .fieldMark: readFieldMark(attributes["fldCharType"])
    default: return false
    }
    return true
  }

  /// Whether the element says how the run or the paragraph looks.
  mutating func readProperty(_ tag: WordTag, _ attributes: XMLAttributes) -> Bool {
    switch parent {
    case .runProperties where grandparent == .run:
      readRunProperty(tag, attributes)
    case .paragraphProperties, .numbering:
      guard !paragraphs.isEmpty else { return true }
      readParagraphProperty(tag, attributes)
    default: return false
    }
    return true
  }

  private mutating func readRunProperty(_ tag: WordTag, _ attributes: XMLAttributes) {
    let last = runs.count - 1
    switch tag {
    case .runStyle:
      let style = styles[attributes["val"]]
      runs[last].marks.formUnion(style.marks)
      runs[last].isHidden = runs[last].isHidden || style.isHidden
    case .vanish: runs[last].isHidden = attributes.isOn
    default: runs[last].marks.read(tag, attributes)
    }
  }

  private mutating func readParagraphProperty(_ tag: WordTag, _ attributes: XMLAttributes) {
    let last = paragraphs.count - 1
    switch tag {
    case .paragraphStyle: paragraphs[last].style = attributes["val"]
    case .outline: paragraphs[last].outline = attributes["val"].flatMap { Int($0) }
    case .numberingID: paragraphs[last].listID = attributes["val"]
    case .numberingLevel: paragraphs[last].listLevel = attributes.listLevel("val")
    case .alignment: paragraphs[last].isCentred = attributes["val"] == "center"
    default: break
    }
  }
}

extension StoryReader {
  private mutating func startLink(_ attributes: XMLAttributes) {
    // One to a place in the document leads nowhere else.
    guard let target = attributes["id"].flatMap({ relationships[$0] })?.target, !target.isEmpty
    else { return links.append(false) }
    let anchor = attributes["anchor"].map { "#\($0)" } ?? ""
    links.append(true)
    add(.linkStart(target + anchor))
  }

  private mutating func readFieldMark(_ type: String?) {
    switch type {
    case "begin"?: fields.append(WordField())
    case "separate"?: if fields.last?.isInCode == true { showField() }
    case "end"?: endField()
    default: break
    }
  }

  /// What follows is what the last field shows.
  private mutating func showField() {
    let last = fields.count - 1
    fields[last].isInCode = false
    fields[last].isContents = fields[last].isTableOfContents
    guard let target = fields[last].linkTarget else { return }
    fields[last].isLink = true
    add(.linkStart(target))
  }

  mutating func endField() {
    if fields.popLast()?.isLink == true { add(.linkEnd) }
  }

  /// What becomes of text here.
  private var fate: WordParagraph.Fate {
    if deletions > 0 { return .deleted }
    let isHidden =
      runs[runs.count - 1].isHidden || styles[paragraphs.last?.style].isHidden
      || fields.contains(where: \.isInCode)
    return isHidden ? .hidden : .shown
  }

  mutating func add(_ kind: WordParagraph.Piece.Kind) {
    guard !paragraphs.isEmpty else { return }
    let piece = WordParagraph.Piece(kind: kind, fate: fate)
    paragraphs[paragraphs.count - 1].pieces.append(piece)
  }

  mutating func addText(_ bytes: [UInt8], isDeleted: Bool, from origin: TextOrigin?) {
    addText(bytes, fate: isDeleted ? .deleted : fate, from: origin)
  }

  mutating func addText(_ bytes: [UInt8]) { addText(bytes, fate: fate) }

  /// Adds text; where it is like the last, to that.
  mutating func addText(
    _ bytes: [UInt8],
    fate: WordParagraph.Fate,
    from origin: TextOrigin? = nil
  ) {
    let isStray = paragraphs.isEmpty
    if isStray { startParagraph() }
    let last = paragraphs.count - 1
    var marks = runs[runs.count - 1].marks
    if open.contains(.rubyText) { marks.insert(.ruby) }
    // A line end in XML is a blank to Word.
    let bytes = bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    let isNew =
      paragraphs[last].pieces.last.map { piece in
        if case .text = piece.kind { piece.marks != marks || piece.fate != fate } else { true }
      } ?? true
    if isNew {
      let piece = WordParagraph.Piece(kind: .text, marks: marks, fate: fate)
      paragraphs[last].pieces.append(piece)
    }
    paragraphs[last].pieces[paragraphs[last].pieces.count - 1].append(bytes, from: origin)
    if isStray { endParagraph() }
  }
}

extension WordParagraph.Piece {
  fileprivate mutating func append(_ new: [UInt8], from origin: TextOrigin?) {
    if let origin { origins.append(origin.moved(by: bytes.count)) }
    bytes += new
  }
}

extension WordMarks {
  /// Takes in what an element of run properties says.
  mutating func read(_ tag: WordTag, _ attributes: XMLAttributes) {
    switch tag {
    case .bold: set(.bold, attributes.isOn)
    case .italic: set(.italic, attributes.isOn)
    case .strike, .doubleStrike: set(.struck, attributes.isOn)
    case .verticalAlignment:
      set(.superscript, attributes["val"] == "superscript")
      set(.subscript, attributes["val"] == "subscript")
    default: break
    }
  }

  private mutating func set(_ mark: WordMarks, _ isOn: Bool) {
    if isOn { insert(mark) } else { remove(mark) }
  }
}
