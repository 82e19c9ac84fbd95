import SourceText

/// The parts of one line, typed and with their places in the text, so that they can be shown.
struct LineParts {
  fileprivate enum Part {
    case text(Range<Int>, WordMarks)
    case lineBreak(Range<Int>)
    case image(WordImage, whole: Range<Int>, description: Range<Int>, target: Range<Int>)
    case note(String, Range<Int>)
    /// `target` is where the address stands, behind the text.
    case linkStart(Range<Int>, target: Range<Int>)
    case linkEnd(Range<Int>)
  }

  private var parts: [Part] = []
  /// The link under way, and where it leads.
  private var link: (part: Int, target: String)?

  init(
    _ pieces: some Sequence<WordParagraph.Piece>,
    labels: [WordLowering.NoteKey: String],
    into out: inout WordText
  ) {
    for piece in pieces {
      switch piece.kind {
      case .text: parts.append(.text(out.type(piece), piece.marks))
      case .lineBreak: parts.append(.lineBreak(out.type("↵".utf8)))
      case .image(let image): add(image, to: &out)
      case .note(let id, let isEndnote):
        let label = labels[WordLowering.NoteKey(id: id, isEndnote: isEndnote)] ?? ""
        parts.append(.note(label, out.type("[^\(label)]".utf8)))
      case .comment: break
      case .linkStart(let target):
        endLink(in: &out)
        link = (parts.count, target)
        let mark = out.type("[".utf8)
        parts.append(.linkStart(mark, target: mark))
      case .linkEnd: endLink(in: &out)
      }
    }
    endLink(in: &out)
  }

  private mutating func endLink(in out: inout WordText) {
    guard let (part, address) = link, case .linkStart(let mark, _) = parts[part] else { return }
    link = nil
    let start = out.type("](".utf8).lowerBound
    parts[part] = .linkStart(mark, target: out.type(address.lineOfText.utf8))
    parts.append(.linkEnd(start..<out.type(")".utf8).upperBound))
  }

  private mutating func add(_ image: WordImage, to out: inout WordText) {
    let start = out.type("![".utf8).lowerBound
    let description = out.type((image.description ?? "").lineOfText.utf8)
    out.type("](".utf8)
    let target = out.type((image.target ?? "").lineOfText.utf8)
    let end = out.type(")".utf8).upperBound
    parts.append(.image(image, whole: start..<end, description: description, target: target))
  }

  func show(in out: inout WordText, _ pixels: [String: PixelSize]) {
    var marks: WordMarks = []
    for part in parts {
      let wanted = if case .text(_, let own) = part { own } else { WordMarks() }
      if wanted != marks {
        let place = part.start
        for tag in marks.tags.reversed() { out.mark("</\(tag)>", at: place) }
        for tag in wanted.tags { out.mark("<\(tag)>", at: place) }
        marks = wanted
      }
      show(part, in: &out, pixels)
    }
    for tag in marks.tags.reversed() { out.mark("</\(tag)>") }
  }

  private func show(_ part: Part, in out: inout WordText, _ pixels: [String: PixelSize]) {
    switch part {
    case .text(let range, _): out.show(range)
    case .lineBreak(let range): out.mark("<br>", for: range)
    case .image(let image, let whole, let description, let target):
      out.mark("<img alt=\"", for: whole.lowerBound..<description.lowerBound)
      out.show(description, inAttribute: true)
      out.mark("\" src=\"", for: description.upperBound..<target.lowerBound)
      out.show(target, inAttribute: true)
      let size = pixels[image.target ?? ""]
      out.mark("\"\(image.attributes(size))>", for: target.upperBound..<whole.upperBound)
    case .note(let label, let range):
      out.mark("<span data-hegui-reference=\"\(label)\">", at: range.lowerBound)
      out.show(range)
      out.mark("</span>", at: range.upperBound)
    case .linkStart(let mark, let target):
      out.mark("<a href=\"", for: mark)
      out.show(target, inAttribute: true)
      out.mark("\">", at: mark.upperBound)
    case .linkEnd(let range): out.mark("</a>", for: range)
    }
  }
}

extension LineParts.Part {
  fileprivate var start: Int {
    switch self {
    case .text(let range, _), .lineBreak(let range), .note(_, let range), .linkStart(let range, _),
      .linkEnd(let range), .image(_, let range, _, _):
      range.lowerBound
    }
  }
}

extension WordImage {
  /// What an image element says of it besides its address and its text.
  fileprivate func attributes(_ size: PixelSize?) -> String {
    var result = isDecorative ? " role=\"presentation\"" : ""
    if let size {
      let ratio = Double(size.height) / Double(size.width)
      result += " data-w=\"\(size.width)\" data-ratio=\"\(ratio)\""
    }
    if let width, width > 0 { result += " width=\"\(width)\"" }
    if let height, height > 0 { result += " height=\"\(height)\"" }
    return result
  }
}

extension WordMarks {
  /// From the outside in.
  fileprivate var tags: [String] {
    let all: [(WordMarks, String)] = [
      (.struck, "del"), (.bold, "strong"), (.italic, "em"), (.superscript, "sup"),
      (.subscript, "sub"), (.ruby, "rt"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}

extension String {
  /// Without line ends, which would part the line it stands in.
  fileprivate var lineOfText: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
  }
}
