import SourceText

/// Puts a draft together from what a builder has collected, in bytes of the source.
struct DraftAssembly {
  let builder: DraftBuilder
  private(set) var draft: Draft
  private var home: Homing
  private let keep: PageChoice
  /// New index of each visible block; -1 for one left out.
  private var newIndex: [Int] = []

  init(_ builder: DraftBuilder, source: Source, format: DraftFormat, lowered: LoweredDraft?) {
    self.builder = builder
    draft = Draft(source: source, format: format)
    draft.isWeChat = builder.isWeChat
    home = Homing(lowered?.map)
    keep = PageChoice(builder, isPage: format == .html)
    draft.metadata.entries = lowered?.frontMatter ?? []
    for raw in builder.parts.metas {
      let value = Placed(raw.value.string, home.range(raw.value.source))
      draft.metadata.entries.append(
        Metadata.Entry(key: raw.key, value: value, origin: .metaElement)
      )
    }
    draft.skipped = lowered?.skipped ?? []
  }

  /// The draft; call once.
  mutating func assemble(notes: [LoweredDraft.Note]) -> Draft {
    let title = TitleChoice(builder, keep, draft.metadata)
    addTitle(title)
    addVisible(title)
    addHidden()
    addParts(notes)
    draft.blankBlocks = builder.parts.blanks.filter { keep.keeps($0.frame) }.map { blank in
      BlankBlock(isHeading: blank.frame.kind.isHeading, source: home.range(blank.source))
    }
    addSkipped(title)
    draft.markCaptions(builder.greyBlocks(keep).map { newIndex[$0] })
    draft.addVisibleMetadata()
    draft.markReferences()
    return draft
  }

  private mutating func addTitle(_ title: TitleChoice) {
    switch title {
    case .metadata(let value):
      let source = draft.source.string(in: value.source)
      let run = TextMap.Run(
        text: 0..<value.string.utf8.count,
        source: value.source,
        isVerbatim: source == value.string
      )
      draft.text = Array(value.string.utf8)
      draft.map.append(run)
      draft.blocks = [Block(.title, text: run.text, source: value.source)]
      draft.titleBlock = 0
    case .pageTitle(let index):
      addBlock(index, of: builder.pageTitle, as: .title)
      draft.titleBlock = 0
    case .block, .none: break
    }
  }

  private mutating func addVisible(_ title: TitleChoice) {
    newIndex = Array(repeating: -1, count: builder.visible.blocks.count)
    draft.text.reserveCapacity(draft.text.count + builder.visible.text.count)
    draft.map.reserveCapacity(builder.visible.runs.count + builder.hidden.runs.count)
    draft.blocks.reserveCapacity(builder.visible.blocks.count + builder.hidden.blocks.count + 1)
    draft.spans.reserveCapacity(builder.visible.marks.spans.count)
    let visible = builder.visible
    for index in visible.blocks.indices where keep.keepsVisible(index) || title == .block(index) {
      newIndex[index] = draft.blocks.count
      addBlock(index, of: visible, as: nil)
      if title == .block(index) { draft.titleBlock = newIndex[index] }
    }
    addSpans(of: visible, at: newIndex)
  }

  private mutating func addHidden() {
    let hidden = builder.hidden
    var places: [Int] = []
    for (index, block) in hidden.blocks.enumerated() {
      places.append(keep.keeps(block.frame) ? draft.blocks.count : -1)
      if keep.keeps(block.frame) { addBlock(index, of: hidden, as: .hidden) }
    }
    addSpans(of: hidden, at: places)
  }

  private mutating func addBlock(_ index: Int, of stream: TextStream, as kind: Block.Kind?) {
    let block = stream.blocks[index]
    if !draft.text.isEmpty {
      let place = home.range(stream.runs[block.runs.lowerBound].source).start
      let offset = draft.text.count
      draft.text.append(contentsOf: blockSeparator)
      draft.map.append(
        TextMap.Run(
          text: offset..<draft.text.count,
          source: SourceRange(place, place),
          isVerbatim: false
        )
      )
    }
    let start = draft.text.count
    draft.text.append(contentsOf: stream.text[block.text])
    for run in stream.runs[block.runs] {
      home.append(run, movedBy: start - block.text.lowerBound, to: &draft.map)
    }
    let text = start..<draft.text.count
    var context = block.frame.context
    if block.frame.hasCaptionStyle { context.insert(.captionStyle) }
    draft.blocks.append(
      Block(
        kind ?? block.frame.kind.blockKind,
        context,
        text: text,
        source: draft.map.sourceRange(of: text)
      )
    )
  }

  private mutating func addSpans(of stream: TextStream, at places: [Int]) {
    var index = 0
    for span in stream.marks.spans {
      while index + 1 < stream.blocks.count,
        stream.blocks[index].text.upperBound <= span.text.lowerBound
      {
        index += 1
      }
      guard index < places.count, places[index] >= 0 else { continue }
      let shift = draft.blocks[places[index]].text.lowerBound - stream.blocks[index].text.lowerBound
      draft.spans.append(
        InlineSpan(span.kind, span.text.lowerBound + shift..<span.text.upperBound + shift)
      )
    }
  }
}

extension DraftAssembly {
  private mutating func addParts(_ notes: [LoweredDraft.Note]) {
    let places = BlockPlaces(builder.visible.blocks, newIndex, draft.blocks)
    draft.images.reserveCapacity(builder.parts.images.count)
    for raw in builder.parts.images where keep.keeps(raw.frame) {
      draft.images.append(image(raw.image, places))
    }
    for raw in builder.parts.media where keep.keeps(raw.frame) {
      draft.media.append(
        Media(
          name: raw.media.name,
          source: home.range(raw.media.source),
          url: home.placed(raw.media.url),
          anchor: places.offset(raw.media.anchor)
        )
      )
    }
    addLinks(places)
    for raw in builder.parts.words where keep.keeps(raw.frame) {
      draft.attributeTexts.append(
        Placed(raw.value.string, home.range(raw.value.source))
      )
    }
    for raw in builder.parts.tables {
      let rows = raw.rows.map { $0.map { $0 < 0 ? -1 : newIndex[$0] } }
      guard rows.contains(where: { $0.contains { $0 >= 0 } }) else { continue }
      let caption = raw.caption.map { newIndex[$0] }.flatMap { $0 < 0 ? nil : $0 }
      let source = home.range(SourceRange(raw.start, max(raw.start, raw.end)))
      draft.tables.append(Table(rows: rows, caption: caption, source: source))
    }
    addNotes(notes)
    addCaptures(places)
    draft.comments = builder.comments.map {
      let text = home.range($0.text.source)
      let string = draft.source.string(in: text)
      return Comment(source: home.range($0.source), text: Placed(string, text))
    }
  }

  private mutating func image(_ raw: Image, _ places: BlockPlaces) -> Image {
    var image = raw
    image.source = home.range(raw.source)
    image.url = home.placed(raw.url)
    image.alt = home.placed(raw.alt)
    image.title = home.placed(raw.title)
    image.placeholder = home.placed(raw.placeholder)
    image.anchor = places.offset(raw.anchor)
    image.block = raw.block.flatMap(places.index)
    image.caption = raw.caption.flatMap(places.index)
    image.previousBlock = places.lastIndex(before: raw.block, raw.anchor)
    image.nextBlock = places.firstIndex(after: raw.block, raw.anchor)
    return image
  }

  private mutating func addLinks(_ places: BlockPlaces) {
    let hidden = BlockPlaces(hiddenOf: builder.hidden.blocks, draft.blocks, keep)
    for raw in builder.parts.links where keep.keeps(raw.frame) {
      let isHidden = raw.frame.isHidden
      let marks = isHidden ? builder.hidden.marks : builder.visible.marks
      let from = isHidden ? hidden : places
      let anchor = from.offset(raw.anchor)
      let text =
        marks.stretches[raw.stretch].map { stretch in
          let start = from.offset(stretch.lowerBound)
          return start..<max(start, from.offset(stretch.upperBound))
        } ?? anchor..<anchor
      draft.links.append(
        Link(
          destination: Placed(raw.destination.string, home.range(raw.destination.source)),
          text: text,
          source: home.range(SourceRange(raw.start, max(raw.start, raw.end))),
          isHidden: isHidden,
          isOffstage: raw.frame.isOffstage
        )
      )
    }
  }

  private mutating func addNotes(_ lowered: [LoweredDraft.Note]) {
    for (index, raw) in builder.parts.notes.enumerated() {
      let kept = newIndex[raw.firstBlock..<max(raw.firstBlock, raw.lastBlock)].filter { $0 >= 0 }
      let start = kept.first ?? 0
      let html = SourceRange(raw.start, max(raw.start, raw.end ?? raw.start))
      draft.notes.append(
        Note(
          label: raw.label,
          blocks: start..<start + kept.count,
          source: index < lowered.count ? lowered[index].source : home.range(html)
        )
      )
    }
  }

  private mutating func addCaptures(_ places: BlockPlaces) {
    // What the page shows comes before what its head repeats.
    var entries: [Metadata.Entry] = []
    for capture in builder.parts.captures {
      guard let stretch = builder.visible.marks.stretches[capture.stretch] else { continue }
      let start = places.offset(stretch.lowerBound)
      let range = start..<max(start, places.offset(stretch.upperBound))
      let value = Placed(draft.string(in: range), draft.sourceRange(of: range))
      entries.append(Metadata.Entry(key: capture.kind.key, value: value, origin: .weChat))
    }
    draft.metadata.entries.insert(contentsOf: entries, at: 0)
  }

  private mutating func addSkipped(_ title: TitleChoice) {
    for part in builder.skipped {
      draft.skipped.append(Skipped(home.range(part.range), part.reason))
    }
    for index in newIndex.indices where newIndex[index] < 0 {
      skip(builder.visible, index, .navigation)
    }
    for index in builder.hidden.blocks.indices
    where !keep.keeps(builder.hidden.blocks[index].frame) {
      skip(builder.hidden, index, .navigation)
    }
    for index in builder.pageTitle.blocks.indices where title != .pageTitle(index) {
      skip(builder.pageTitle, index, .pageTitle)
    }
    draft.skipped.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  private mutating func skip(_ stream: TextStream, _ index: Int, _ reason: Skipped.Reason) {
    for run in stream.runs[stream.blocks[index].runs] {
      draft.skipped.append(Skipped(home.range(run.source), reason))
    }
  }
}

extension PageParts.Capture.Kind {
  /// The key of the metadata that it is.
  fileprivate var key: String {
    switch self {
    case .title: "title"
    case .account: "source"
    case .author: "author"
    case .time: "date"
    }
  }
}
