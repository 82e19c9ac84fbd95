/// Which paragraphs of a Word document are its title and its headings.
struct WordOutline {
  /// From 1 to 6, by index among the items.
  private(set) var levels: [Int: Int] = [:]

  init(_ items: [StoryItem], _ styles: WordStyles) {
    var title: Int?
    var lines: [(index: Int, paragraph: WordParagraph)] = []
    for (index, item) in items.enumerated() {
      guard case .paragraph(let paragraph) = item, !paragraph.isBlank, !paragraph.isContents else {
        continue
      }
      if lines.count < 8, !paragraph.isEnclosed { lines.append((index, paragraph)) }
      switch paragraph.role(styles) {
      case .title: title = title ?? index
      case .heading(let level): levels[index] = min(6, level)
      default: break
      }
    }
    title = title ?? Self.title(of: lines, levels, styles)
    guard let title else { return }
    levels[title] = nil
    // Below a title of its own the headings of the first level are its sections.
    if levels.values.min() == 1 { levels = levels.mapValues { min(6, $0 + 1) } }
    levels[title] = 1
  }

  /// The first line that looks like a title where no style says so.
  private static func title(
    of lines: [(index: Int, paragraph: WordParagraph)],
    _ levels: [Int: Int],
    _ styles: WordStyles
  ) -> Int? {
    for (index, paragraph) in lines {
      if levels[index] != nil { return index }
      let text = paragraph.shownText.trimmingBlanks
      // What stands above the title of an official document.
      if text.isEmpty || text.hasPrefix("附件") || text.hasSuffix("文件") || text.hasSuffix("号") {
        continue
      }
      let isMarked =
        paragraph.isCentred || styles[paragraph.style].isCentred == true || paragraph.isBold
      return isTitleLine(text) && (isMarked || levels.isEmpty) ? index : nil
    }
    return nil
  }
}

extension WordParagraph {
  /// What its own properties or else its style make it.
  func role(_ styles: WordStyles) -> WordStyles.Style.Role {
    let role = styles[style].role
    guard let outline, role == .body else { return isContents ? .contents : role }
    return (0..<9).contains(outline) ? .heading(outline + 1) : .body
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
