extension StoryReader {
  /// Adds to the story; what stands in a box follows the paragraph of the box.
  mutating func emit(_ item: StoryItem) {
    if paragraphs.isEmpty { items.append(item) } else { boxed.append(item) }
  }

  mutating func startParagraph() {
    openCell()
    var paragraph = WordParagraph()
    paragraph.isContents = isInContents
    paragraph.isEnclosed = !cells.isEmpty || !paragraphs.isEmpty
    paragraphs.append(paragraph)
    runs.append(Run())
    if !pictures.isEmpty { pictures[pictures.count - 1].hasText = true }
  }

  mutating func endParagraph() {
    guard let paragraph = paragraphs.popLast() else { return }
    runs.removeLast()
    emit(.paragraph(paragraph))
    guard paragraphs.isEmpty else { return }
    items += boxed
    boxed = []
  }
}

extension StoryReader {
  mutating func startTablePart(_ tag: WordTag) {
    switch tag {
    case .table:
      openCell()
      emit(.open(.table))
    case .row:
      isHeaderRow = false
      emit(.open(.row))
    default: cells.append(Cell())
    }
  }

  mutating func endTablePart(_ tag: WordTag) {
    switch tag {
    case .table: emit(.close(.table))
    case .row: emit(.close(.row))
    default:
      openCell()
      if cells.popLast()?.isOpen == true { emit(.close(.cell(isHeader: isHeaderRow, span: 1))) }
    }
  }

  /// Opens the cell at hand, of which all properties are known by now.
  private mutating func openCell() {
    guard let last = cells.indices.last, !cells[last].isOpen, !cells[last].isContinued else {
      return
    }
    cells[last].isOpen = true
    emit(.open(.cell(isHeader: isHeaderRow, span: cells[last].span)))
  }

  /// Whether the element says something of a row or a cell.
  mutating func readTableProperty(_ tag: WordTag, _ attributes: XMLAttributes) -> Bool {
    switch tag {
    case .tableHeader: isHeaderRow = attributes.isOn
    case .gridSpan:
      guard let last = cells.indices.last, !cells[last].isOpen else { break }
      cells[last].span = min(63, attributes["val"].flatMap { Int($0) } ?? 1)
    case .verticalMerge:
      guard let last = cells.indices.last, !cells[last].isOpen else { break }
      cells[last].isContinued = attributes["val"] ?? "continue" == "continue"
    default: return false
    }
    return true
  }
}

extension StoryReader {
  /// Whether the element says something of a picture.
  mutating func readPicture(_ tag: WordTag, _ attributes: XMLAttributes) -> Bool {
    guard let last = pictures.indices.last else { return false }
    switch tag {
    case .extent:
      pictures[last].frame.width = attributes["cx"].flatMap { Int($0) }.map { $0 / emuInPixel }
      pictures[last].frame.height = attributes["cy"].flatMap { Int($0) }.map { $0 / emuInPixel }
    case .drawingProperties: setDescription(attributes["descr"])
    case .shape: setDescription(attributes["alt"])
    case .decorative: pictures[last].frame.isDecorative = attributes.isOn
    case .blip: addImage(attributes["embed"] ?? attributes["link"])
    case .imageData: addImage(attributes["id"] ?? attributes["href"])
    default: return false
    }
    return true
  }

  mutating func endPicture() {
    guard let picture = pictures.popLast() else { return }
    for image in picture.images {
      var whole = picture.frame
      whole.target = image.target
      add(.image(whole))
    }
    // A shape or a chart shows no file, but what is said of it must not be lost.
    if picture.images.isEmpty, let description = picture.frame.description {
      addText(Array(description.utf8), fate: .hidden)
    }
  }

  private mutating func setDescription(_ text: String?) {
    guard let text, !text.isBlankText else { return }
    pictures[pictures.count - 1].frame.description = text
  }

  private mutating func addImage(_ id: String?) {
    guard let target = id.flatMap({ relationships[$0] })?.target else { return }
    var image = WordImage()
    image.target = target
    pictures[pictures.count - 1].images.append(image)
  }
}

/// English metric units in a pixel of 96 to the inch.
private let emuInPixel = 9525
