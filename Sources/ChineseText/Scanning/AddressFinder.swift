/// Finds URLs, domains, e-mail addresses, file names and paths (P1) in a run of ASCII without spaces.
struct AddressFinder {
  let text: [UInt8]
  let run: Range<Int>

  /// The addresses, ascending and apart.
  func addresses() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = run.lowerBound
    var last = run.lowerBound
    while index < run.upperBound {
      if let address = address(at: index, from: last) {
        found.append(address)
        last = address.upperBound
        index = max(last, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  private func address(at index: Int, from last: Int) -> Range<Int>? {
    switch text[index] {
    case 0x3A where has("://", at: index): url(at: index, from: last)
    case 0x77, 0x57: web(at: index, from: last)
    case 0x40: mail(at: index, from: last)
    case 0x2E: name(at: index, from: last)
    case 0x2F where index == run.lowerBound: path(at: index)
    default: nil
    }
  }

  private func url(at colon: Int, from last: Int) -> Range<Int>? {
    let start = back(from: colon, to: last) { Self.isLetter($0) }
    return colon - start >= 2 ? trimmedRun(from: start, atLeast: colon - start + 4) : nil
  }

  private func web(at index: Int, from last: Int) -> Range<Int>? {
    guard has("www.", at: index), index == last || !Self.isNamePart(text[index - 1]) else {
      return nil
    }
    return trimmedRun(from: index, atLeast: 7)
  }

  private func mail(at sign: Int, from last: Int) -> Range<Int>? {
    let end = domainEnd(from: sign + 1)
    let hasDot = text[sign + 1..<end].dropLast().contains(0x2E)
    let start = back(from: sign, to: last) { Self.isNamePart($0) || $0 == 0x2E || $0 == 0x2B }
    return hasDot && start < sign ? start..<Self.trimmed(start..<end, of: text) : nil
  }

  /// A point with a known ending behind it: `x.cn`, `附件1.docx`.
  private func name(at point: Int, from last: Int) -> Range<Int>? {
    var end = point + 1
    while end < run.upperBound, end - point <= 6, Self.isLetter(text[end]) { end += 1 }
    guard (2...5).contains(end - point - 1), end == run.upperBound || !Self.isNamePart(text[end])
    else { return nil }
    let ending = String(decoding: text[point + 1..<end], as: UTF8.self).lowercased()
    let isDomain = Self.domains.contains(ending)
    guard isDomain || Self.files.contains(ending) else { return nil }
    let start = back(from: point, to: last) { Self.isNamePart($0) || $0 == 0x2E }
    if isDomain {
      // `北京.cn` in ASCII only; `.com` alone is a word about domains.
      guard start < point else { return nil }
      let whole = domainEnd(from: end)
      let next = whole < run.upperBound ? text[whole] : 0
      if [0x2F, 0x3A, 0x3F].contains(next) { return trimmedRun(from: start, atLeast: 4) }
      return start..<Self.trimmed(start..<whole, of: text)
    }
    return back(from: start, to: last) { Self.isNamePart($0) || $0 == 0x2E || $0 == 0x2F }..<end
  }

  private func path(at start: Int) -> Range<Int>? {
    guard start + 1 < run.upperBound, Self.isLetter(text[start + 1]) else { return nil }
    let end = Self.trimmed(start..<run.upperBound, of: text)
    return text[start + 1..<max(end, start + 1)].contains(0x2F) ? start..<end : nil
  }

  private func trimmedRun(from start: Int, atLeast length: Int) -> Range<Int>? {
    var end = start
    while end < run.upperBound, Self.isAddressByte(text[end]) { end += 1 }
    end = Self.trimmed(start..<end, of: text)
    return end - start >= length ? start..<end : nil
  }

  private func domainEnd(from start: Int) -> Int {
    var end = start
    while end < run.upperBound, Self.isNamePart(text[end]) || text[end] == 0x2E { end += 1 }
    return end
  }

  private func back(from end: Int, to limit: Int, while accepts: (UInt8) -> Bool) -> Int {
    var start = end
    while start > limit, accepts(text[start - 1]) { start -= 1 }
    return start
  }

  private func has(_ literal: StaticString, at index: Int) -> Bool {
    let bytes = literal.description.utf8
    guard index + bytes.count <= run.upperBound else { return false }
    return zip(text[index..<index + bytes.count], bytes).allSatisfy {
      $0 == $1 || (Self.isLetter($0) && $0 | 0x20 == $1)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
  }

  static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D: false
    default: byte > 0x20 && byte < 0x7F
    }
  }

  /// The end of an address without the marks of the sentence around it.
  static func trimmed(_ address: Range<Int>, of text: [UInt8]) -> Int {
    var end = address.upperBound
    var surplus = 0
    for byte in text[address] where byte == 0x28 || byte == 0x29 {
      surplus += byte == 0x29 ? 1 : -1
    }
    while end > address.lowerBound {
      switch text[end - 1] {
      case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2A, 0x5D: end -= 1
      case 0x29 where surplus > 0:
        surplus -= 1
        end -= 1
      default: return end
      }
    }
    return end
  }

  private static let domains: Set = [
    "com", "cn", "net", "org", "gov", "edu", "io", "top", "vip", "info",
  ]

  private static let files: Set = [
    "htm", "html", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf", "jpg", "jpeg", "png", "gif",
    "mp3", "mp4", "txt", "zip", "rar", "csv", "json", "md", "wps", "webp", "svg", "js", "css",
    "apk",
    "exe",
  ]
}
