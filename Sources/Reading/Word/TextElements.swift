/// The text elements (`w:t`) of a part in UTF-8, where they stand.
struct TextElements {
  private struct Element {
    /// Behind the name in the start tag.
    let nameEnd: Int
    /// Between the tags.
    let content: Range<Int>
    let isPreserved: Bool
  }

  private let xml: [UInt8]
  private var elements: [Element] = []

  /// Nil where the part is in another encoding or does not name the namespace once.
  init?(_ xml: [UInt8]) {
    self.xml = xml
    guard let name = Self.elementName(in: xml) else { return nil }
    var offset = 0
    while let tag = nextTag(from: offset) {
      offset = tag.upperBound
      guard xml[tag.lowerBound + 1..<tag.upperBound].starts(with: name) else { continue }
      let nameEnd = tag.lowerBound + 1 + name.count
      guard xml[nameEnd] == 0x3E || xml[nameEnd] == 0x2F || isBlank(xml[nameEnd]) else { continue }
      let isEmpty = xml[tag.upperBound - 2] == 0x2F
      let end = isEmpty ? offset : xml[offset...].firstIndex(of: 0x3C) ?? xml.count
      let isPreserved = xml[tag].firstRange(of: Array("preserve".utf8)) != nil
      elements.append(
        Element(nameEnd: nameEnd, content: offset..<end, isPreserved: isPreserved)
      )
    }
  }

  /// The part with some of its text changed; nil where a change does not fit.
  func changed(by changes: [TextChange]) -> [UInt8]? {
    var result: [UInt8] = []
    var copied = 0
    let byElement = Dictionary(grouping: changes, by: \.element).sorted { $0.key < $1.key }
    for (index, changes) in byElement {
      guard index < elements.count else { return nil }
      let element = elements[index]
      guard let text = decoded(element.content), let new = applying(changes, to: text) else {
        return nil
      }
      result += xml[copied..<element.nameEnd]
      let needsSpace = new.first.map(isBlank) ?? false || new.last.map(isBlank) ?? false
      if needsSpace, !element.isPreserved { result += " xml:space=\"preserve\"".utf8 }
      result += xml[element.nameEnd..<element.content.lowerBound]
      for byte in new {
        if byte == 0x3E {
          result += "&gt;".utf8
        } else if let reference = escape(byte, inAttribute: false) {
          result += reference.utf8
        } else {
          result.append(byte)
        }
      }
      copied = element.content.upperBound
    }
    return result + xml[copied...]
  }

  private func applying(_ changes: [TextChange], to text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var copied = 0
    for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard copied <= change.range.lowerBound, change.range.upperBound <= text.count else {
        return nil
      }
      result += text[copied..<change.range.lowerBound]
      result += change.text.utf8
      copied = change.range.upperBound
    }
    return result + text[copied...]
  }
}

extension TextElements {
  /// `w:t` with the prefix that the part declares.
  private static func elementName(in xml: [UInt8]) -> [UInt8]? {
    // Behind a byte-order mark or in UTF-16 nothing is rewritten.
    guard xml.first == 0x3C, xml.count > 1, xml[1] != 0 else { return nil }
    let head = String(decoding: xml.prefix(16_384), as: UTF8.self)
    let declaration = head.prefix(upTo: head.firstRange(of: "?>")?.lowerBound ?? head.startIndex)
    if let start = declaration.firstRange(of: "encoding=") {
      let name = head[start.upperBound...].dropFirst().prefix(5).lowercased()
      guard name == "utf-8" else { return nil }
    }
    for space in [
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ] {
      guard let value = head.firstRange(of: "=\"\(space)\"") else { continue }
      let name = head[..<value.lowerBound].split { $0 == " " || $0.isNewline }.last ?? ""
      if name == "xmlns" { return Array("t".utf8) }
      guard name.hasPrefix("xmlns:") else { return nil }
      return Array("\(name.dropFirst(6)):t".utf8)
    }
    return nil
  }

  /// The next start or end tag, comments and the like passed over.
  private func nextTag(from start: Int) -> Range<Int>? {
    var offset = start
    while let open = xml[offset...].firstIndex(of: 0x3C), open + 1 < xml.count {
      let end: Int?
      if xml[open...].starts(with: "<!--".utf8) {
        end = xml[open...].firstRange(of: Array("-->".utf8))?.upperBound
      } else if xml[open...].starts(with: "<![CDATA[".utf8) {
        end = xml[open...].firstRange(of: Array("]]>".utf8))?.upperBound
      } else if xml[open + 1] == 0x3F {
        end = xml[open...].firstRange(of: Array("?>".utf8))?.upperBound
      } else {
        return endOfTag(at: open).map { open..<$0 }
      }
      guard let end else { return nil }
      offset = end
    }
    return nil
  }

  private func endOfTag(at open: Int) -> Int? {
    var quote: UInt8?
    for offset in open..<xml.count {
      let byte = xml[offset]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return offset + 1
      }
    }
    return nil
  }

  /// The text of a content; nil where it holds what only a parser reads.
  private func decoded(_ content: Range<Int>) -> [UInt8]? {
    guard xml[content.upperBound...].starts(with: "</".utf8) else { return nil }
    var text: [UInt8] = []
    var offset = content.lowerBound
    while offset < content.upperBound {
      let byte = xml[offset]
      guard byte != 0x0D else { return nil }
      guard byte == 0x26 else {
        text.append(byte)
        offset += 1
        continue
      }
      guard let end = xml[offset..<content.upperBound].firstIndex(of: 0x3B) else { return nil }
      switch String(decoding: xml[offset + 1..<end], as: UTF8.self) {
      case "amp": text.append(0x26)
      case "lt": text.append(0x3C)
      case "gt": text.append(0x3E)
      case "quot": text.append(0x22)
      case "apos": text.append(0x27)
      default: return nil
      }
      offset = end + 1
    }
    return text
  }
}
