/// Counts how often libxml2 compares an end tag with an open element: it looks at all of them for one that is not
/// there, and many such end tags behind many start tags take it minutes.
struct EndTagSearch {
  private var open: [(name: NameKey, kind: TagKind)] = []
  private(set) var steps = 0

  var openCount: Int { open.count }

  /// Notes the start tag at an offset.
  mutating func start(_ html: [UInt8], at offset: Int, isClosed: Bool) {
    let (name, kind) = tag(html, from: offset + 1)
    while let last = open.last, last.kind.bit & kind.ends != 0 { open.removeLast() }
    if !kind.isVoid, !isClosed { open.append((name, kind)) }
  }

  /// Notes the end tag at an offset.
  mutating func end(_ html: [UInt8], at offset: Int) {
    let (name, kind) = tag(html, from: offset + 2)
    var isHeld = false
    for index in open.indices.reversed() {
      steps += 1
      if open[index].name == name {
        if !isHeld { open.removeLast(open.count - index) }
        return
      }
      isHeld = isHeld || open[index].kind.rank > kind.rank
    }
  }

  private func tag(_ html: [UInt8], from start: Int) -> (NameKey, TagKind) {
    unsafe html.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return (NameKey(""), TagKind.unknown) }
      let html = unsafe ByteView(base, count: bytes.count)
      let name = start..<html.afterName(start)
      return (NameKey(html, name), TagKind(named: name, in: html))
    }
  }
}
