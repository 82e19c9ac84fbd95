import ChineseText
import Linting
import SourceText

/// Writes values one after another, as `KeptReader` reads them.
struct KeptWriter {
  private(set) var bytes: [UInt8] = []

  /// In as few bytes as it needs, seven bits each.
  mutating func write(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// In eight bytes.
  mutating func write(fixed number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// What tells the blocks of a text from damaged ones, as `KeptText` needs it.
  mutating func write(blocksOf text: [UInt8]) {
    let blocks = KeptText.blocks(of: text)
    write(count: blocks.count)
    for block in blocks { write(fixed: block) }
  }

  mutating func write(count: Int) { write(UInt64(count)) }

  mutating func write(_ text: String) {
    write(count: text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ node: YAMLNode) {
    write(count: node.line)
    switch node.content {
    case .scalar(let text, let isPlain):
      bytes.append(isPlain ? 1 : 0)
      write(text)
    case .sequence(let items):
      bytes.append(2)
      write(count: items.count)
      for item in items { write(item) }
    case .mapping(let pairs):
      bytes.append(3)
      write(count: pairs.count)
      for pair in pairs {
        write(pair.key ?? "")
        write(count: pair.line)
        write(pair.value)
      }
    }
  }
}

/// Reads what `KeptWriter` wrote; nil at the first thing that cannot be that.
struct KeptReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func number() -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }

  /// What was written in eight bytes.
  mutating func fixed() -> UInt64? {
    guard bytes.count - place >= 8 else { return nil }
    defer { place += 8 }
    var number: UInt64 = 0
    for index in 0..<8 { number |= UInt64(bytes[place + index]) << UInt64(index * 8) }
    return number
  }

  /// A number that is no larger than another.
  mutating func number(upTo limit: Int) -> Int? {
    guard let number = number(), number <= UInt64(limit) else { return nil }
    return Int(number)
  }

  /// A count of things that have a byte or more each and follow, or a number that is no larger.
  mutating func count() -> Int? {
    guard let number = number(), number <= UInt64(bytes.count) else { return nil }
    return Int(number)
  }

  mutating func text() -> String? {
    guard let count = count(), count <= bytes.count - place else { return nil }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  /// `depth` is that of the node, which is not nested deeper than a file may be.
  mutating func node(depth: Int = 0) -> YAMLNode? {
    guard depth <= YAMLComposer.deepest, let line = count(), let kind = number() else { return nil }
    let content: YAMLNode.Content? =
      switch kind {
      case 0, 1: text().map { .scalar($0, isPlain: kind == 1) }
      case 2: list(of: { $0.node(depth: depth + 1) }).map { .sequence($0) }
      case 3: list(of: { $0.pair(depth: depth + 1) }).map { .mapping($0) }
      default: nil
      }
    return content.map { YAMLNode(line: line, content: $0) }
  }

  private mutating func pair(depth: Int) -> YAMLNode.Pair? {
    guard let key = text(), let line = count(), let value = node(depth: depth) else { return nil }
    return YAMLNode.Pair(key: key, line: line, value: value)
  }

  /// As many elements as a count says.
  mutating func list<Element>(of element: (inout Self) -> Element?) -> [Element]? {
    guard let count = count() else { return nil }
    var elements: [Element] = []
    elements.reserveCapacity(min(count, 1024))
    for _ in 0..<count {
      guard let element = element(&self) else { return nil }
      elements.append(element)
    }
    return elements
  }
}
