import SourceText

extension Draft {
  /// Reads lines such as `来源：宣传科 作者：王丽` among the first and the last 12 visible blocks.
  mutating func addVisibleMetadata() {
    let visible = blocks.firstIndex { $0.isHidden } ?? blocks.count
    let near = Array(0..<min(12, visible)) + Array(max(12, visible - 12)..<max(12, visible))
    for index in near where !blocks[index].isCode && index != titleBlock {
      let range = blocks[index].text
      guard mayHoldMetadata(text, range) else { continue }
      for item in metadataItems(in: Array(text[range])) {
        let place =
          range.lowerBound + item.value.lowerBound..<range.lowerBound + item.value.upperBound
        let value = Placed(string(in: place), sourceRange(of: place))
        metadata.entries.append(
          Metadata.Entry(key: item.key, value: value, origin: .visibleLine)
        )
      }
    }
  }
}

/// Whether a line of a text holds a piece of metadata.
func hasMetadataLabel(_ text: [UInt8], _ line: Range<Int>) -> Bool {
  mayHoldMetadata(text, line) && !metadataItems(in: Array(text[line])).isEmpty
}

/// A quick look at a line: a colon, slash or bar stands behind a Han character or a space, as behind a label.
private func mayHoldMetadata(_ text: [UInt8], _ line: Range<Int>) -> Bool {
  guard line.count > 6, line.count <= 360 else { return false }
  // A long line is metadata only if it starts so.
  let end = line.count <= 120 ? line.upperBound : line.lowerBound + 60
  var index = line.lowerBound + 1
  while index + 10 <= end {
    if mayHoldJoint(text, from: index), hasJoint(text, line, index..<index + 8, to: end) {
      return true
    }
    index += 8
  }
  return hasJoint(text, line, index..<end, to: end)
}

/// Whether a joint starts in a part of a line, by the looks of the bytes before it and of its own.
private func hasJoint(
  _ text: [UInt8],
  _ line: Range<Int>,
  _ part: Range<Int>,
  to end: Int
) -> Bool {
  for index in part {
    switch text[index] {
    case 0x3A, 0x2F, 0x7C:
      guard index > line.lowerBound + 2 else { continue }
      if text[index - 1] >= 0x80 || isBlank(text[index - 1]) { return true }
    case 0xE2, 0xE4, 0xEF: if jointWidth(text, index, to: end) != nil { return true }
    default: continue
    }
  }
  return false
}

/// Whether one of eight bytes starts a joint, whatever is before it; the two behind them are there, too.
private func mayHoldJoint(_ text: [UInt8], from start: Int) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & (0x80 &* ones) }
  return unsafe text.withUnsafeBytes { bytes in
    let here = unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    let next = unsafe bytes.loadUnaligned(fromByteOffset: start + 1, as: UInt64.self)
    let simple =
      zeros(here ^ 0x3A &* ones) | zeros(here ^ 0x2F &* ones) | zeros(here ^ 0x7C &* ones)
    let wide = zeros(here ^ 0xEF &* ones) | zeros(here ^ 0xE4 &* ones) & zeros(next ^ 0xB8 &* ones)
    return simple | wide | zeros(here ^ 0xE2 &* ones) != 0
  }
}

/// A piece of metadata in a line; `value` is in bytes of the line.
struct MetadataItem: Hashable {
  let key: String
  let value: Range<Int>
}

/// The pieces of metadata in a line, in its order; empty where a long line says something else first.
func metadataItems(in line: [UInt8]) -> [MetadataItem] {
  var labels: [(start: Int, end: Int, key: String)] = []
  var index = 0
  while index < line.count {
    guard let width = jointWidth(line, index, to: line.count) else {
      index += 1
      continue
    }
    let isColon = line[index] == 0x3A || line[index..<index + width].last == 0x9A
    let floor = labels.last?.end ?? 0
    // 文：李敏 says who wrote only behind other fields.
    let opensLine = isColon && labels.isEmpty
    if let label = label(endingAt: index, from: floor, in: line, opensLine: opensLine) {
      if labels.isEmpty, line.count > 120, !isSeparators(line[..<label.start]) { return [] }
      labels.append((label.start, index + width, label.key))
    }
    index += width
  }
  return labels.indices.flatMap { index in
    let limit = index + 1 < labels.count ? labels[index + 1].start : line.count
    let value = trimmedValue(line, labels[index].end..<limit)
    guard !value.isEmpty, !labels[index].key.isEmpty else { return [MetadataItem]() }
    let item = MetadataItem(key: labels[index].key, value: value)
    return index == labels.count - 1 && item.key != "date" ? partingDate(item, of: line) : [item]
  }
}

/// `审核：谭静　2026年2月24日`: a date without a label ends the line.
private func partingDate(_ item: MetadataItem, of line: [UInt8]) -> [MetadataItem] {
  var start = item.value.upperBound
  while start > item.value.lowerBound {
    let before = startOfScalar(before: start, in: line)
    if separatorWidth(line, before) == start - before { break }
    start = before
  }
  guard start > item.value.lowerBound, isDay(line[start..<item.value.upperBound]) else {
    return [item]
  }
  let own = MetadataItem(key: item.key, value: trimmedValue(line, item.value.lowerBound..<start))
  return [own, MetadataItem(key: "date", value: start..<item.value.upperBound)]
}

/// Whether a text is `2026年2月24日`, `2026-02-24`, `2026.2.24`, by its looks.
private func isDay(_ text: ArraySlice<UInt8>) -> Bool {
  let marks = text.drop { !isDigit($0) }.split(whereSeparator: isDigit)
  let numbers = text.split { !isDigit($0) }
  guard numbers.count == 3, numbers[0].count == 4, numbers[1...].allSatisfy({ $0.count <= 2 }),
    text.first.map(isDigit) ?? false
  else { return false }
  let joints = marks.map { String(decoding: $0, as: UTF8.self) }
  return joints == ["年", "月", "日"] || joints == ["-", "-"] || joints == [".", "."]
}

/// The label that ends before a joint, white space between them apart, and starts a field of the line.
private func label(
  endingAt joint: Int,
  from floor: Int,
  in line: [UInt8],
  opensLine: Bool
) -> (key: String, start: Int)? {
  var end = joint
  while end > floor, let width = spaceWidth(endingAt: end, in: line) { end -= width }
  guard end - floor >= 3 else { return nil }
  for label in metadataLabels(endingWith: lastCharacter(line[..<end]))
  where !(label.needsSlash && opensLine) {
    let start = end - label.bytes.count
    guard start >= floor, label.ends(line, at: end) else { continue }
    if start == 0 || isSeparators(line[startOfScalar(before: start, in: line)..<start]) {
      return (label.key, start)
    }
  }
  return nil
}

/// Bytes of a colon, slash or bar at an index of a line that ends where it is told.
private func jointWidth(_ line: [UInt8], _ index: Int, to end: Int) -> Int? {
  switch line[index] {
  case 0x3A, 0x2F, 0x7C: return 1
  case 0xE2, 0xE4, 0xEF: break
  default: return nil
  }
  guard index + 2 < end else { return nil }
  return switch (line[index], line[index + 1], line[index + 2]) {
  // ： ／ ｜ 丨 │
  case (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x8F), (0xEF, 0xBD, 0x9C), (0xE4, 0xB8, 0xA8),
    (0xE2, 0x94, 0x82):
    3
  default: nil
  }
}

private func isSeparators(_ part: ArraySlice<UInt8>) -> Bool {
  let line = Array(part)
  var index = 0
  while index < line.count {
    guard let width = separatorWidth(line, index) else { return false }
    index += width
  }
  return true
}

private func startOfScalar(before offset: Int, in line: [UInt8]) -> Int {
  var start = offset - 1
  while start > 0, line[start] & 0xC0 == 0x80 { start -= 1 }
  return start
}

private func spaceWidth(endingAt end: Int, in line: [UInt8]) -> Int? {
  let start = startOfScalar(before: end, in: line)
  return spaceWidth(line, start) == end - start ? end - start : nil
}

private func trimmedValue(_ line: [UInt8], _ range: Range<Int>) -> Range<Int> {
  var range = range
  while let first = range.first, let width = separatorWidth(line, first) {
    range = min(first + width, range.upperBound)..<range.upperBound
  }
  while !range.isEmpty {
    var start = range.upperBound - 1
    while start > range.lowerBound, line[start] & 0xC0 == 0x80 { start -= 1 }
    guard separatorWidth(line, start) != nil else { break }
    range = range.lowerBound..<start
  }
  return range
}

private func spaceWidth(_ line: [UInt8], _ offset: Int) -> Int? {
  guard offset < line.count else { return nil }
  switch line[offset] {
  case 0x09...0x0D, 0x20: return 1
  case 0xC2 where line[offset + 1] == 0xA0: return 2
  case 0xE3 where line[offset + 1] == 0x80 && line[offset + 2] == 0x80: return 3
  case 0xE2 where line[offset + 1] == 0x80 && line[offset + 2] == 0xA8: return 3
  default: return nil
  }
}

private func separatorWidth(_ line: [UInt8], _ offset: Int) -> Int? {
  if let width = spaceWidth(line, offset) { return width }
  guard offset < line.count else { return nil }
  switch line[offset] {
  // | / ; , ( ) [ ]
  case 0x7C, 0x2F, 0x3B, 0x2C, 0x28, 0x29, 0x5B, 0x5D: return 1
  case 0xC2 where offset + 1 < line.count: return line[offset + 1] == 0xB7 ? 2 : nil  // ·
  case 0xE2...0xEF where offset + 2 < line.count: break
  default: return nil
  }
  return switch (line[offset], line[offset + 1], line[offset + 2]) {
  // ｜ 丨 │ • ／ ； ， （ ） 【 】
  case (0xEF, 0xBD, 0x9C), (0xE4, 0xB8, 0xA8), (0xE2, 0x94, 0x82), (0xE2, 0x80, 0xA2),
    (0xEF, 0xBC, 0x8F), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x88),
    (0xEF, 0xBC, 0x89), (0xE3, 0x80, 0x90), (0xE3, 0x80, 0x91):
    3
  default: nil
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
