/// Reads the attributes of a start tag that is written as the standard has it.
struct TidyTagScanner {
  private let text: ByteView
  /// Behind the tag once it is read.
  private(set) var end: Int
  private(set) var count = 0
  /// Whether it ends with `/>`.
  private(set) var isClosed = false

  /// `start` is behind the tag's name.
  init(_ text: ByteView, from start: Int) {
    self.text = text
    end = start
  }

  /// Collects the attributes; false where the tag needs mending.
  mutating func isRead(
    into attributes: inout TagAttributes,
    _ references: CharacterReferences
  ) -> Bool {
    attributes.removeAll()
    references.removeAll()
    while true {
      let start = text.afterBlanks(end)
      switch text[start] {
      case UInt8(ascii: ">"):
        end = start + 1
        return true
      case UInt8(ascii: "/"):
        isClosed = true
        end = start + 2
        return text[start + 1] == UInt8(ascii: ">")
      default:
        guard start > end, isLetter(text[start]) else { return false }
        end = start
        guard isAttributeRead(into: &attributes, references) else { return false }
      }
    }
  }

  private mutating func isAttributeRead(
    into attributes: inout TagAttributes,
    _ references: CharacterReferences
  ) -> Bool {
    let name = end..<text.afterName(end)
    guard name.count < 90 else { return false }
    count += 1
    end = name.upperBound
    let known = TagAttributes.Name(NameKey(text, name))
    let equals = text.afterBlanks(end)
    guard text[equals] == UInt8(ascii: "=") else {
      if let known { attributes.add(known, nil, at: end..<end) }
      return true
    }
    guard let place = value(from: text.afterBlanks(equals + 1)) else { return false }
    if let known {
      guard let value = decoded(place, references) else { return false }
      attributes.add(known, value, at: place)
    }
    return true
  }

  /// The place of a value; nil for one that is missing or has marks inside that belong around it.
  private mutating func value(from start: Int) -> Range<Int>? {
    let quote = text[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = text.firstIndex(of: quote, from: start + 1)
      end = close + 1
      return close < text.count ? start + 1..<close : nil
    }
    end = start
    while true {
      switch text[end] {
      case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: ">"): return end > start ? start..<end : nil
      case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: "="),
        UInt8(ascii: "`"), UInt8(ascii: "&"):
        return nil
      default: end += 1
      }
    }
  }

  private func decoded(_ place: Range<Int>, _ references: CharacterReferences) -> ByteView? {
    let value = text[place]
    guard value.firstIndex(of: UInt8(ascii: "&"), from: 0) < value.count else { return value }
    return references.decode(place)
  }
}
