import SourceText

/// Makes one text, and the same as HTML, of what a Word document tells.
///
/// Each paragraph is a line, those of cells and boxes too. Marks in it are as in Markdown, without escapes: `1. `
/// and `• ` before the items of lists, `[text](address)`, `![text](image)`, `[^1]`; a line break is `↵`. Notes follow
/// the body, and then what a reader does not see: changes that were deleted, hidden text, comments, headers, footers
/// and properties, each in a line that says so.
struct WordLowering {
  var out = WordText()
  let styles: WordStyles
  var numbering: WordNumbering
  /// Whose sizes are known, by target.
  let pixels: [String: PixelSize]
  /// Labels of notes by kind and id, in the order of their references.
  private var labels: [NoteKey: String] = [:]
  private(set) var notes: [NoteKey] = []
  private var asides: [Aside] = []
  /// The lines that comments belong to.
  private var commentLines: [String: Int] = [:]
  private var list: List?

  struct NoteKey: Hashable {
    let id: String
    let isEndnote: Bool
  }

  private struct Aside {
    let title: String
    let text: [UInt8]
  }

  private struct List: Equatable {
    let id: String
    let tag: String
  }

  init(styles: WordStyles, numbering: WordNumbering, pixels: [String: PixelSize]) {
    self.styles = styles
    self.numbering = numbering
    self.pixels = pixels
  }

  mutating func addBody(_ items: [StoryItem]) {
    let outline = WordOutline(items, styles)
    for (index, item) in items.enumerated() {
      switch item {
      case .paragraph(let paragraph): add(paragraph, level: outline.levels[index])
      case .open(let part):
        closeList()
        if let tag = part.startTag { out.mark(tag) }
      case .close(let part):
        closeList()
        if let tag = part.endTag { out.mark(tag) }
      }
    }
    closeList()
  }

  /// Adds the notes that the body refers to, and keeps the others for what is not seen.
  mutating func addNotes(
    _ footnotes: [String: [WordParagraph]],
    _ endnotes: [String: [WordParagraph]]
  ) {
    if !notes.isEmpty { out.mark("<section data-hegui-notes>") }
    for key in notes {
      let paragraphs = (key.isEndnote ? endnotes : footnotes)[key.id] ?? []
      guard !paragraphs.isEmpty, let label = labels[key] else { continue }
      let mark = out.type("[^\(label)]: ".utf8)
      out.mark("<div data-hegui-note=\"\(label)\">", for: mark)
      for paragraph in paragraphs { add(paragraph, in: "p", mark: nil) }
      out.mark("</div>\n")
    }
    if !notes.isEmpty { out.mark("</section>\n") }
    for (isEndnote, all) in [(false, footnotes), (true, endnotes)] {
      for id in all.keys.sorted() where labels[NoteKey(id: id, isEndnote: isEndnote)] == nil {
        addAside("没有引用的注释", all[id] ?? [])
      }
    }
  }

  /// Adds a text of a diagram or a chart as a paragraph of its own.
  mutating func addDrawnText(_ text: [UInt8]) {
    let line = text.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    guard !String(decoding: line, as: UTF8.self).isBlankText else { return }
    out.mark("<p>")
    out.show(out.type(line))
    out.mark("</p>\n")
    out.endLine()
  }

  mutating func addComments(_ comments: [String: [WordParagraph]]) {
    for id in comments.keys.sorted(by: { ($0.count, $0) < ($1.count, $1) }) {
      let place = commentLines[id].map { "第 \($0) 行的" } ?? ""
      addAside("\(place)批注", comments[id] ?? [])
    }
  }

  /// Keeps paragraphs of which all text is not seen.
  mutating func addAside(_ title: String, _ paragraphs: [WordParagraph]) {
    for paragraph in paragraphs {
      addAside(title, paragraph.pieces.flatMap(\.spelledOut))
    }
  }

  mutating func addAside(_ title: String, _ text: [UInt8]) {
    guard !String(decoding: text, as: UTF8.self).isBlankText else { return }
    asides.append(Aside(title: title, text: text))
  }

  /// Adds what is not seen; call last.
  mutating func addAsides() {
    for aside in asides {
      out.mark("<p hidden>", for: out.type("【\(aside.title)】".utf8))
      out.show(out.type(aside.text))
      out.mark("</p>\n")
      out.endLine()
    }
    asides = []
  }
}

extension WordLowering {
  private mutating func add(_ paragraph: WordParagraph, level: Int?) {
    let mark = listMark(of: paragraph)
    if let level {
      closeList()
      return add(paragraph, in: "h\(level)", mark: mark)
    }
    switch paragraph.role(styles) {
    case .contents:
      closeList()
      add(paragraph, in: "p hidden", mark: nil)
    case .caption:
      closeList()
      add(paragraph, in: "figcaption", mark: mark)
    case .code:
      closeList()
      add(paragraph, in: "pre", mark: nil)
    case .quote:
      closeList()
      out.mark("<blockquote>")
      add(paragraph, in: "p", mark: mark)
      out.mark("</blockquote>")
    default:
      openList(mark, of: paragraph)
      add(paragraph, in: list == nil ? "p" : "li", mark: mark)
    }
  }

  private mutating func listMark(of paragraph: WordParagraph) -> WordNumbering.Mark? {
    let style = styles[paragraph.style]
    guard let id = paragraph.listID ?? style.listID, id != "0" else { return nil }
    let level = paragraph.listLevel ?? style.listLevel
    return numbering.next(id, level: level, style: paragraph.style)
  }

  private mutating func openList(_ mark: WordNumbering.Mark?, of paragraph: WordParagraph) {
    var wanted: List?
    let id = paragraph.listID ?? ""
    switch mark {
    case .bullet?: wanted = List(id: id, tag: "ul")
    case .plain?: wanted = List(id: id, tag: "ol")
    case .other?, nil: break
    }
    guard list != wanted else { return }
    closeList()
    if let wanted { out.mark("<\(wanted.tag)>\n") }
    list = wanted
  }

  private mutating func closeList() {
    if let list { out.mark("</\(list.tag)>\n") }
    list = nil
  }

  /// Adds a line; what is not seen of it comes later.
  private mutating func add(_ paragraph: WordParagraph, in tag: String, mark: WordNumbering.Mark?) {
    noteUnseen(of: paragraph)
    let isBlank = paragraph.isBlank
    let label: Range<Int>?
    switch mark {
    case .bullet? where !isBlank: label = out.type("• ".utf8)
    case .plain(let text)? where !isBlank: label = out.type("\(text) ".utf8)
    case .other(let text)? where !isBlank: label = out.type(text.utf8)
    default: label = nil
    }
    let start = out.text.count
    let parts = LineParts(paragraph.shownPieces, labels: labels, into: &out)
    if !isBlank {
      let name = tag.prefix { $0 != " " }
      out.mark("<\(tag)>", at: start)
      if case .other? = mark, let label { out.show(label) }
      parts.show(in: &out, pixels)
      out.mark("</\(name)>\n")
    }
    out.endLine()
  }

  /// Keeps a line's deleted and hidden text, where its comments are, and labels for its notes.
  private mutating func noteUnseen(of paragraph: WordParagraph) {
    let line = out.line
    for piece in paragraph.pieces {
      switch piece.kind {
      case .comment(let id): commentLines[id] = commentLines[id] ?? line
      case .note(let id, let isEndnote) where piece.fate == .shown:
        addLabel(NoteKey(id: id, isEndnote: isEndnote))
      default: break
      }
    }
    for (fate, title) in [(WordParagraph.Fate.deleted, "修订删除的文字"), (.hidden, "隐藏文字")] {
      var text: [UInt8] = []
      var isParted = false
      for piece in paragraph.pieces {
        guard piece.fate == fate else {
          isParted = !text.isEmpty
          continue
        }
        if isParted { text += " / ".utf8 }
        isParted = false
        text += piece.spelledOut
      }
      addAside("第 \(line) 行\(title)", text)
    }
  }

  /// Gives a note its label with its first reference.
  private mutating func addLabel(_ key: NoteKey) {
    guard labels[key] == nil else { return }
    let count = notes.count { $0.isEndnote == key.isEndnote } + 1
    labels[key] = key.isEndnote ? "尾\(count)" : "\(count)"
    notes.append(key)
  }
}

extension WordParagraph.Piece {
  /// What it says, spelled out as text.
  var spelledOut: [UInt8] {
    switch kind {
    case .text: bytes
    case .lineBreak: [0x20]
    case .linkStart(let target): Array(" \(target) ".utf8)
    case .image(let image): Array((image.description ?? "").utf8)
    case .note, .comment, .linkEnd: []
    }
  }
}

extension StoryPart {
  var startTag: String? {
    switch self {
    case .table: "<table>"
    case .row: "<tr>"
    case .cell(let isHeader, let span):
      (isHeader ? "<th" : "<td") + (span > 1 ? " colspan=\"\(span)\">" : ">")
    case .entry: nil
    }
  }

  var endTag: String? {
    switch self {
    case .table: "</table>\n"
    case .row: "</tr>\n"
    case .cell(let isHeader, _): isHeader ? "</th>" : "</td>"
    case .entry: nil
    }
  }
}
