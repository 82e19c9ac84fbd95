import SourceText

/// What a page holds besides its text, all places in bytes of the HTML and of the streams' text.
struct PageParts {
  /// A part of the page that may be the article.
  struct Region {
    /// From the least to the most certain.
    enum Rank: UInt8 {
      case likely
      case main
      case article
      case system
      case weChat
    }

    /// A bit for its own rank and for those of the regions around it.
    let ranks: UInt8

    init(_ rank: Rank, inside parent: Region?) {
      ranks = (parent?.ranks ?? 0) | 1 << rank.rawValue
    }

    func isInside(_ rank: Rank) -> Bool { ranks & (1 << rank.rawValue) != 0 }
  }

  struct RawLink {
    let destination: Placed
    let frame: Frame
    let stretch: Int
    let anchor: Int
    let start: Int
    var end: Int
  }

  struct RawImage {
    var image: Image
    let frame: Frame
  }

  struct RawMedia {
    let media: Media
    let frame: Frame
  }

  struct RawWords {
    let value: Placed
    let frame: Frame
  }

  struct RawNote {
    let label: String
    let start: Int
    let firstBlock: Int
    var end: Int?
    var lastBlock = 0
  }

  struct RawTable {
    var rows: [[Int]] = []
    var caption: Int?
    let start: Int
    var end: Int
  }

  /// Text that a page marks as a piece of metadata.
  struct Capture {
    enum Kind {
      case title
      case account
      case author
      case time

      init?(_ marks: Marks) {
        if marks.contains(.weChatTitle) {
          self = .title
        } else if marks.contains(.weChatAccount) {
          self = .account
        } else if marks.contains(.weChatAuthor) {
          self = .author
        } else if marks.contains(.weChatTime) {
          self = .time
        } else {
          return nil
        }
      }
    }

    let kind: Kind
    let stretch: Int
  }

  struct RawBlank {
    let source: SourceRange
    let frame: Frame
  }

  var regions: [Region] = []
  var images: [RawImage] = []
  var media: [RawMedia] = []
  var words: [RawWords] = []
  var links: [RawLink] = []
  var tables: [RawTable] = []
  var notes: [RawNote] = []
  var captures: [Capture] = []
  var metas: [Metadata.Entry] = []
  /// Blocks without anything to read or see, in HTML coordinates.
  var blanks: [RawBlank] = []
  /// Of `<meta name="hegui:title">`.
  var ownTitle: String?
  private var openLinks: [Int] = []
  private var openTables: [Int] = []
  /// Of each open figure: its first image, and its caption's block.
  private var openFigures: [(firstImage: Int, caption: Int?)] = []
  private var openHeadings: [(start: Int, frame: Frame, contentCount: Int)] = []
  /// The first image since text was last parted.
  private var firstImage = 0
  /// The first media since then.
  private var firstMedia = 0

  init() {}

  /// A block of visible text has ended.
  mutating func blockEnded(_ index: Int, in blocks: [TextStream.RawBlock]) {
    for image in firstImage..<images.count where !images[image].image.isHidden {
      images[image].image.block = index
    }
    let frame = blocks[index].frame
    if frame.kind == .caption {
      if frame.flags.contains(.tableCaption) {
        if let table = openTables.last { tables[table].caption = tables[table].caption ?? index }
      } else if !openFigures.isEmpty {
        openFigures[openFigures.count - 1].caption =
          openFigures[openFigures.count - 1].caption ?? index
      }
    } else if frame.context.contains(.table), let table = openTables.last,
      let row = tables[table].rows.indices.last, let cell = tables[table].rows[row].indices.last,
      tables[table].rows[row][cell] < 0
    {
      tables[table].rows[row][cell] = index
    }
  }

  mutating func textParted() {
    firstImage = images.count
    firstMedia = media.count
  }

  /// A block ended that has blanks only.
  mutating func blankEnded(_ source: SourceRange, in frame: Frame) {
    guard firstImage == images.count, firstMedia == media.count else { return }
    blanks.append(RawBlank(source: source, frame: frame))
  }

  mutating func beginHeading(_ frame: Frame, at offset: Int, blockCount: Int) {
    openHeadings.append((offset, frame, blockCount + images.count + media.count))
  }

  mutating func begin(_ element: Element, at offset: Int) {
    if element == .figure { return openFigures.append((images.count, nil)) }
    openTables.append(tables.count)
    tables.append(RawTable(start: offset, end: offset))
  }

  mutating func beginRow() {
    if let table = openTables.last { tables[table].rows.append([]) }
  }

  mutating func beginCell() {
    guard let table = openTables.last else { return }
    if tables[table].rows.isEmpty { tables[table].rows.append([]) }
    tables[table].rows[tables[table].rows.count - 1].append(-1)
  }

  mutating func beginLink(
    _ destination: Placed,
    _ frame: Frame,
    stretch: Int,
    anchor: Int,
    at offset: Int
  ) {
    openLinks.append(links.count)
    links.append(
      RawLink(
        destination: destination,
        frame: frame,
        stretch: stretch,
        anchor: anchor,
        start: offset,
        end: offset
      )
    )
  }

  /// An element ends that was begun with a place for its end.
  mutating func end(_ element: Element, at offset: Int, blockCount: Int) {
    switch element {
    case .link: if let link = openLinks.popLast() { links[link].end = offset }
    case .table: if let table = openTables.popLast() { tables[table].end = offset }
    case .figure:
      guard let figure = openFigures.popLast(), let caption = figure.caption else { return }
      for image in figure.firstImage..<images.count { images[image].image.caption = caption }
    case .h2, .h3, .h4, .h5, .h6:
      guard let heading = openHeadings.popLast(),
        heading.contentCount == blockCount + images.count + media.count
      else { return }
      blanks.append(RawBlank(source: SourceRange(heading.start, offset), frame: heading.frame))
    default:
      guard let note = notes.lastIndex(where: { $0.end == nil }) else { return }
      notes[note].end = offset
      notes[note].lastBlock = blockCount
    }
  }
}
