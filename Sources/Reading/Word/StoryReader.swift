import SourceText

/// Reads a part of a Word document into a story.
struct StoryReader: XMLHandler {
  var items: [StoryItem] = []
  /// Whether the part is a document's body.
  private(set) var isDocument = false
  /// Whether another document is bound in, whose text is not here.
  private(set) var hasForeignContent = false
  let styles: WordStyles
  let relationships: [String: WordPackage.Relationship]

  /// The elements that are open.
  var open: [WordTag] = []
  /// Paragraphs under way: more than one where text stands in a box.
  var paragraphs: [WordParagraph] = []
  /// What stands in boxes of the paragraph under way; follows it.
  var boxed: [StoryItem] = []
  /// The run under way, and those in which its box stands.
  var runs: [Run] = [Run()]
  var fields: [WordField] = []
  /// Of each `w:hyperlink` that is open, whether it leads somewhere.
  var links: [Bool] = []
  var deletions = 0
  var cells: [Cell] = []
  var isHeaderRow = false
  var pictures: [Picture] = []
  var alternatives: [Alternative] = []
  /// How many elements were open where one began whose text nobody sees.
  private var ignoredFrom: Int?
  /// The same where one began that says again what an alternative has said.
  private var repeatedFrom: Int?
  private var contentsFrom: Int?
  /// How many text elements have begun, and how much of the last one has come.
  private var textElements = 0
  private var textOffset = 0

  struct Run {
    var marks: WordMarks = []
    var isHidden = false
  }

  struct Cell {
    var span = 1
    /// Whether it goes on with the cell above.
    var isContinued = false
    var isOpen = false
  }

  struct Picture {
    var images: [WordImage] = []
    var frame = WordImage()
    var hasText = false
  }

  /// What an element says in more than one way, of which programs show one.
  struct Alternative {
    var isTaken = false
    var taken: [UInt8] = []
    var others: [UInt8] = []
  }

  init(styles: WordStyles, relationships: [String: WordPackage.Relationship]) {
    self.styles = styles
    self.relationships = relationships
  }

  var parent: WordTag { open.last ?? .other }
  var grandparent: WordTag { open.count > 1 ? open[open.count - 2] : .other }
  var isInContents: Bool { contentsFrom != nil || fields.contains(where: \.isContents) }

  mutating func start(_ tag: WordTag, _ attributes: XMLAttributes) {
    defer { open.append(tag) }
    if tag == .text {
      textElements += 1
      textOffset = 0
    }
    guard ignoredFrom == nil, repeatedFrom == nil else { return }
    if tag.isFormerForm {
      ignoredFrom = open.count
      return
    }
    switch tag {
    case .document: isDocument = true
    case .foreignContent, .subdocument: hasForeignContent = true
    case .alternate: alternatives.append(Alternative())
    case .choice, .fallback: startAlternative()
    case .partGallery: startContents(attributes)
    case .footnote, .endnote, .comment: startEntry(attributes)
    case .paragraph: startParagraph()
    case .run: runs[runs.count - 1] = Run()
    case .deleted, .movedFrom: startDeletion()
    case .table, .row, .cell: startTablePart(tag)
    case .drawing, .picture, .object: pictures.append(Picture())
    default:
      _ =
        readInline(tag, attributes) || readProperty(tag, attributes)
        || readTableProperty(tag, attributes) || readPicture(tag, attributes)
    }
  }

  mutating func end(_ tag: WordTag) {
    open.removeLast()
    if open.count == ignoredFrom ?? -1 { ignoredFrom = nil }
    if open.count == contentsFrom ?? -1 { contentsFrom = nil }
    if open.count == repeatedFrom ?? -1 {
      repeatedFrom = nil
      return
    }
    guard ignoredFrom == nil, repeatedFrom == nil else { return }
    switch tag {
    case .alternate: endAlternatives()
    case .footnote, .endnote, .comment: emit(.close(.entry("")))
    case .paragraph: endParagraph()
    case .deleted, .movedFrom: if isDeletionHere { deletions -= 1 }
    case .table, .row, .cell: endTablePart(tag)
    case .drawing, .picture, .object: endPicture()
    case .hyperlink: if links.popLast() == true { add(.linkEnd) }
    case .simpleField: endField()
    default: break
    }
  }

  mutating func text(_ bytes: ByteView) {
    guard ignoredFrom == nil else { return }
    switch parent {
    case .text, .mathText, .deletedText: break
    case .fieldCode:
      // No code is that long; a text that says it is one must not grow without end.
      guard !fields.isEmpty, fields[fields.count - 1].code.utf8.count < 1 << 16 else { return }
      fields[fields.count - 1].code += bytes.string
      return
    default: return
    }
    var copy: [UInt8] = []
    bytes.append(to: &copy)
    if repeatedFrom != nil {
      alternatives[alternatives.count - 1].others += copy
      return
    }
    for index in alternatives.indices { alternatives[index].taken += copy }
    var origin: TextOrigin?
    if parent == .text {
      origin = TextOrigin(text: 0..<copy.count, element: textElements - 1, offset: textOffset)
      textOffset += copy.count
    }
    addText(copy, isDeleted: parent == .deletedText, from: origin)
  }
}

extension StoryReader {
  private mutating func startAlternative() {
    guard let last = alternatives.indices.last else { return }
    if alternatives[last].isTaken { repeatedFrom = open.count }
    alternatives[last].isTaken = true
  }

  /// Keeps what only an alternative says that is not shown.
  private mutating func endAlternatives() {
    guard let alternative = alternatives.popLast() else { return }
    let words = alternative.others.filter { !isBlank($0) }
    guard !words.isEmpty, words != alternative.taken.filter({ !isBlank($0) }) else { return }
    addText(alternative.others, fate: .hidden)
  }

  private mutating func startContents(_ attributes: XMLAttributes) {
    guard attributes["val"] == "Table of Contents" else { return }
    contentsFrom = open.lastIndex(of: .content)
  }

  private mutating func startEntry(_ attributes: XMLAttributes) {
    // Separators and the like have a type.
    if let type = attributes["type"], type != "normal" {
      ignoredFrom = open.count
    } else {
      emit(.open(.entry(attributes["id"] ?? "")))
    }
  }

  /// Whether the element at hand holds deleted text, and does not merely say that its parent is deleted.
  private var isDeletionHere: Bool {
    parent != .runProperties && parent != .rowProperties && parent != .numbering
  }

  private mutating func startDeletion() {
    if isDeletionHere {
      deletions += 1
    } else if grandparent == .paragraphProperties, !paragraphs.isEmpty {
      paragraphs[paragraphs.count - 1].joinsNext = true
    }
  }
}
