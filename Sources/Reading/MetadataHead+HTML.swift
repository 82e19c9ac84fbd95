extension MetadataHead {
  /// With a `<meta>` for each entry that the text has none for, behind its document type.
  func html(on body: String) -> String {
    let bytes = Array(body.utf8)
    let start = doctypeEnd(of: bytes)
    let elements = entries.filter { !bytes.holds("hegui:\($0.key)\"") }.map { entry in
      metaStart + "\(entry.key)\" content=\"\(escaped(entry.value))\">\n"
    }
    return String(
      decoding: bytes[..<start] + Array(elements.joined().utf8) + bytes[start...],
      as: UTF8.self
    )
  }

  /// The elements that `html(on:)` wrote, and the rest.
  static func htmlParts(of text: String, keys: [String]) -> (entries: [Entry], body: String) {
    let bytes = Array(text.utf8)
    let start = doctypeEnd(of: bytes)
    var entries: [Entry] = []
    var rest = bytes[start...]
    while rest.starts(with: metaStart.utf8), let end = rest.firstIndex(of: 0x0A) {
      let parts = rest[..<end].dropFirst(metaStart.utf8.count)
        .split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
      let key = parts.first.map { String(decoding: Array($0), as: UTF8.self) } ?? ""
      guard parts.count == 4, keys.contains(key) else { break }
      entries.append(Entry(key, unescaped(Array(parts[2]))))
      rest = rest[(end + 1)...]
    }
    return (entries, String(decoding: bytes[..<start] + rest, as: UTF8.self))
  }
}

private let metaStart = "<meta name=\"hegui:"

private let entities: [(byte: UInt8, name: String)] = [
  (UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;"),
  (UInt8(ascii: "\""), "&quot;"),
]

private func escaped(_ text: String) -> String {
  let bytes = text.utf8.flatMap { byte -> [UInt8] in
    entities.first { $0.byte == byte }.map { Array($0.name.utf8) } ?? [byte]
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func unescaped(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  var rest = bytes[...]
  while let byte = rest.first {
    let entity = entities.first { rest.starts(with: $0.name.utf8) }
    text.append(entity?.byte ?? byte)
    rest = rest.dropFirst(entity?.name.utf8.count ?? 1)
  }
  return String(decoding: text, as: UTF8.self)
}

/// Where a text goes on behind `<!doctype …>` and the end of its line; 0 without one.
private func doctypeEnd(of bytes: [UInt8]) -> Int {
  let name = bytes.prefix(9).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  guard name.elementsEqual("<!doctype".utf8), let end = bytes.firstIndex(of: UInt8(ascii: ">"))
  else { return 0 }
  return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
}

extension [UInt8] {
  fileprivate func holds(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard count >= word.count else { return false }
    return (0...count - word.count).contains { self[$0...].starts(with: word) }
  }
}
