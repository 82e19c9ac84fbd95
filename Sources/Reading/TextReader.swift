import SourceText

/// Reads plain text: each line that is not blank is a paragraph.
///
/// The first one is the title where it is short and does not end like a sentence, or where who wrote it and when
/// stands right below.
func readText(_ source: Source) -> Draft {
  var draft = Draft(source: source, format: .text)
  let bytes = source.bytes
  draft.text.reserveCapacity(bytes.count)
  var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  while start < bytes.count {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    draft.addParagraph(trimmed(bytes, start..<end))
    start = end + 1
  }
  if draft.opensWithTitle {
    draft.blocks[0].kind = .heading(1)
    draft.titleBlock = 0
  }
  draft.addVisibleMetadata()
  draft.markReferences()
  return draft
}

extension Draft {
  fileprivate var opensWithTitle: Bool {
    guard let first = blocks.first else { return false }
    let line = string(of: first)
    if isTitleLine(line) { return true }
    guard line.count <= longestTitle, line.hasSuffix("。"), !line.dropLast().contains("。"),
      blocks.count > 1
    else { return false }
    return !hasMetadataLabel(text, first.text) && hasMetadataLabel(text, blocks[1].text)
  }

  fileprivate mutating func addParagraph(_ line: Range<Int>) {
    guard !String(decoding: source.bytes[line], as: UTF8.self).isBlankText else { return }
    if !text.isEmpty {
      let offset = text.count
      text.append(contentsOf: blockSeparator)
      map.append(
        TextMap.Run(
          text: offset..<text.count,
          source: SourceRange(line.lowerBound, line.lowerBound),
          isVerbatim: false
        )
      )
    }
    let range = text.count..<text.count + line.count
    let place = SourceRange(line.lowerBound, line.upperBound)
    text.append(contentsOf: source.bytes[line])
    map.append(TextMap.Run(text: range, source: place, isVerbatim: true))
    blocks.append(Block(.paragraph, text: range, source: place))
  }
}

private func trimmed(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int> {
  var line = line
  while let first = line.first, isBlank(bytes[first]) { line = first + 1..<line.upperBound }
  while let last = line.last, isBlank(bytes[last]) { line = line.lowerBound..<last }
  return line
}

/// In characters; what is longer is a paragraph.
private let longestTitle = 40

/// Whether a first line reads as a title: not too long, no mark at its end that ends a sentence or clause.
func isTitleLine(_ line: String) -> Bool {
  guard line.count <= longestTitle, let last = line.last else { return false }
  return !"。；，、：;,:.".contains(last)
}
