package import SourceText

/// The text of a Word document (`.docx`) with its markup, as `readDraft` takes it.
///
/// Its digest is of the file's bytes; its lines are the document's paragraphs, then what its diagrams and charts say.
package func readWord(
  path: String,
  bytes: [UInt8],
  limits: ReadingLimits = ReadingLimits()
) throws(WordFault) -> Source {
  var document = try WordDocument(bytes, limits: limits)
  let out = try document.lowered()
  return Source(
    path: path,
    bytes: out.text,
    encoding: "UTF-8",
    digest: sha256(of: bytes),
    faults: [],
    markup: SourceMarkup(html: out.html, map: out.map, origins: out.origins)
  )
}

/// The parts of a Word document, read one by one.
private struct WordDocument {
  private var package: WordPackage
  private var parts: [String: WordPackage.Relationship] = [:]
  private var styles = WordStyles()

  init(_ bytes: [UInt8], limits: ReadingLimits) throws(WordFault) {
    package = try WordPackage(bytes, limits: limits)
    parts = try package.relationships(of: package.mainPath)
    var reader = StyleReader()
    if let path = try parts.path(of: "styles") { try package.read(path, into: &reader) }
    styles = reader.result
  }

  mutating func lowered() throws(WordFault) -> WordText {
    var numbering = NumberingReader()
    if let path = try parts.path(of: "numbering") { try package.read(path, into: &numbering) }
    let body = try story(of: package.mainPath)
    guard body.isDocument else { throw .noDocument }
    let items = body.items.joined
    var lowering = WordLowering(
      styles: styles,
      numbering: numbering.result,
      pixels: pixels(of: items)
    )
    lowering.addBody(items)
    for text in try drawnTexts() { lowering.addDrawnText(text) }
    lowering.addNotes(try entries(of: "footnotes"), try entries(of: "endnotes"))
    lowering.addComments(try entries(of: "comments"))
    for (type, title) in [("header", "页眉"), ("footer", "页脚")] {
      for path in parts.values.filter({ $0.type == type }).map(\.target).sorted() {
        lowering.addAside(title, try story(of: path).items.paragraphs)
      }
    }
    try addProperties(to: &lowering)
    lowering.addAsides()
    return lowering.out
  }

  private mutating func story(of path: String) throws(WordFault) -> StoryReader {
    let relationships = try package.relationships(of: path)
    var reader = StoryReader(styles: styles, relationships: relationships)
    try package.read(path, into: &reader)
    if reader.hasForeignContent { throw .foreignContent }
    return reader
  }

  /// What diagrams and charts say, which stand in parts of their own.
  private mutating func drawnTexts() throws(WordFault) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    let drawings = parts.values.filter {
      ["diagramData", "chart"].contains($0.type) && !$0.isExternal
    }
    for path in drawings.map(\.target).sorted() {
      var reader = DrawingReader()
      try package.read(path, into: &reader)
      texts += reader.texts
    }
    return texts
  }

  /// The paragraphs of notes or comments by their ids.
  private mutating func entries(of type: String) throws(WordFault) -> [String: [WordParagraph]] {
    guard let path = try parts.path(of: type) else { return [:] }
    var entries: [String: [WordParagraph]] = [:]
    var id = ""
    for item in try story(of: path).items {
      switch item {
      case .open(.entry(let next)): id = next
      case .paragraph(var paragraph):
        // What is changed is the body's.
        for index in paragraph.pieces.indices { paragraph.pieces[index].origins = [] }
        entries[id, default: []].append(paragraph)
      case .open, .close: break
      }
    }
    return entries
  }

  private mutating func addProperties(to lowering: inout WordLowering) throws(WordFault) {
    let root = try package.relationships(of: "")
    guard let path = try root.path(of: "core-properties") else { return }
    var reader = PropertyReader()
    try package.read(path, into: &reader)
    for value in reader.values { lowering.addAside("文档属性", value) }
  }

  /// The sizes of the first images; the heads of more would cost too much to unpack.
  private func pixels(of items: [StoryItem]) -> [String: PixelSize] {
    var pixels: [String: PixelSize] = [:]
    var seen: Set<String> = []
    for paragraph in items.paragraphs {
      for case .image(let image) in paragraph.pieces.map(\.kind) {
        guard let target = image.target, seen.insert(target).inserted else { continue }
        guard seen.count <= 500 else { return pixels }
        pixels[target] = package.pixels(of: target)
      }
    }
    return pixels
  }
}

/// Reads what a document says of itself in `docProps/core.xml`.
private struct PropertyReader: XMLHandler {
  private(set) var values: [[UInt8]] = []
  private var value: [UInt8]?

  mutating func start(_ tag: WordTag, _ attributes: XMLAttributes) {
    switch tag {
    case .propertyTitle, .propertySubject, .propertyCreator, .propertyDescription,
      .propertyKeywords, .propertyCategory, .propertyEditor:
      value = []
    default: break
    }
  }

  mutating func end(_ tag: WordTag) {
    if let value { values.append(value.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }) }
    value = nil
  }

  mutating func text(_ bytes: ByteView) {
    guard var grown = value else { return }
    bytes.append(to: &grown)
    value = grown
  }
}

/// Reads the texts of a diagram or a chart: its paragraphs, and the names of a chart's series and categories.
private struct DrawingReader: XMLHandler {
  /// Each once.
  private(set) var texts: [[UInt8]] = []
  private var known: Set<[UInt8]> = []
  private var text: [UInt8] = []
  private var isInText = false
  private var isInStrings = false

  mutating func start(_ tag: WordTag, _ attributes: XMLAttributes) {
    switch tag {
    case .drawingText: isInText = true
    case .chartStrings: isInStrings = true
    case .chartValue: isInText = isInStrings
    default: break
    }
  }

  mutating func end(_ tag: WordTag) {
    switch tag {
    case .drawingText: isInText = false
    case .chartStrings: isInStrings = false
    case .drawingParagraph, .chartValue:
      isInText = false
      if !text.isEmpty, known.insert(text).inserted { texts.append(text) }
      text = []
    default: break
    }
  }

  mutating func text(_ bytes: ByteView) {
    if isInText { bytes.append(to: &text) }
  }
}

extension [StoryItem] {
  fileprivate var paragraphs: [WordParagraph] {
    compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
  }

  /// With paragraphs whose end is deleted made one with the next.
  fileprivate var joined: [StoryItem] {
    guard paragraphs.contains(where: \.joinsNext) else { return self }
    var result: [StoryItem] = []
    for item in self {
      if case .paragraph(var next) = item, case .paragraph(let last)? = result.last, last.joinsNext
      {
        next.pieces = last.pieces + next.pieces
        result[result.count - 1] = .paragraph(next)
      } else {
        result.append(item)
      }
    }
    return result
  }
}
