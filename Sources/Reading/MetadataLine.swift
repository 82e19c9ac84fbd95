import SourceText

extension Draft {
  /// Reads lines such as `来源：宣传科 作者：王丽` among the first and the last 12 visible blocks.
  mutating func addVisibleMetadata() {
    let visible = blocks.firstIndex { $0.isHidden } ?? blocks.count
    let near = Array(0..<min(12, visible)) + Array(max(12, visible - 12)..<max(12, visible))
    for index in near where !blocks[index].isCode && index != titleBlock {
      let range = blocks[index].text
      guard range.count <= 360, hasMetadataLabel(text[range]) else { continue }
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

/// Whether a line may start with, or hold, a metadata label: a quick look that errs towards yes.
func hasMetadataLabel(_ line: ArraySlice<UInt8>) -> Bool {
  guard line.count <= 360 else { return false }
  return !metadataItems(in: Array(line)).isEmpty
}

/// A piece of metadata in a line; `value` is in bytes of the line.
struct MetadataItem: Hashable {
  let key: String
  let value: Range<Int>
}

/// The pieces of metadata in a line, in its order; empty where the line says something else first.
func metadataItems(in line: [UInt8]) -> [MetadataItem] {
  var labels: [(start: Int, end: Int, key: String)] = []
  var offset = skippingOpeners(line, 0)
  while offset < line.count {
    if let label = metadataLabel(at: offset, in: line) {
      labels.append((offset, label.end, label.key))
      offset = label.end
    } else if labels.isEmpty {
      // A line of metadata starts with some, or with a day (`2026-03-01 来源：…`).
      guard line.count <= 120 else { return [] }
    }
    offset = nextField(line, offset)
  }
  return labels.indices.compactMap { index in
    let limit = index + 1 < labels.count ? labels[index + 1].start : line.count
    let value = trimmedValue(line, labels[index].end..<limit)
    return value.isEmpty ? nil : MetadataItem(key: labels[index].key, value: value)
  }
}

/// The label at an offset with its colon, slash or bar.
private func metadataLabel(at offset: Int, in line: [UInt8]) -> (key: String, end: Int)? {
  for label in labels where line[offset...].starts(with: label.bytes) {
    var end = offset + label.bytes.count
    while let width = spaceWidth(line, end) { end += width }
    let slash = ["/", "／", "|", "｜", "丨", "│"].first { line[end...].starts(with: $0.utf8) }
    if let slash { return (label.key, end + slash.utf8.count) }
    guard !label.needsSlash else { continue }
    if let colon = [":", "："].first(where: { line[end...].starts(with: $0.utf8) }) {
      return (label.key, end + colon.utf8.count)
    }
  }
  return nil
}

/// The start of the next stretch behind white space, a bar or a bracket.
private func nextField(_ line: [UInt8], _ offset: Int) -> Int {
  var index = offset
  var hasParted = false
  while index < line.count {
    if let width = separatorWidth(line, index) {
      hasParted = true
      index += width
    } else if hasParted {
      return index
    } else {
      index += 1
    }
  }
  return index
}

private func skippingOpeners(_ line: [UInt8], _ offset: Int) -> Int {
  var index = offset
  while index < line.count, let width = separatorWidth(line, index) { index += width }
  return index
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
  return separators.first { line[offset...].starts(with: $0) }?.count
}

private let separators: [[UInt8]] = [
  "|", "｜", "丨", "│", "·", "•", "/", "／", "；", ";", "，", ",", "(", ")", "（", "）", "[", "]",
  "【", "】",
].map { Array($0.utf8) }

private struct MetadataLabel {
  let bytes: [UInt8]
  let key: String
  /// It counts only before a slash or a bar.
  let needsSlash: Bool
}

/// The longest first.
private let labels: [MetadataLabel] = {
  var labels: [MetadataLabel] = []
  for (key, words) in names {
    for word in words.split(separator: " ") {
      labels.append(
        MetadataLabel(bytes: Array(word.utf8), key: key, needsSlash: word.count == 1)
      )
    }
  }
  return labels.sorted { $0.bytes.count > $1.bytes.count }
}()

private let names: [(key: String, labels: String)] = [
  ("source", "来源 稿源 稿件来源 信息来源 文章来源 内容来源 新闻来源 转载来源 来源单位 发布单位 发布机构 信息来源单位"),
  ("author", "作者 撰稿 撰稿人 撰文 供稿 供稿人 通讯员 文 文字 图文 文图 作者单位"),
  ("editor", "编辑 责编 责任编辑 文字编辑 本期编辑 排版 编 编审"),
  (
    "reviewer",
    "审核 审核人 初审 一审 复审 二审 终审 三审 签发 审稿 校对 校审 监制 责任审核 审定 审校"
  ),
  ("date", "发布日期 发布时间 日期 时间 发稿时间 更新时间 发文日期"),
  ("department", "供稿单位 供稿科室 供稿部门 科室 部门"),
  ("column", "栏目 所属栏目"),
]
