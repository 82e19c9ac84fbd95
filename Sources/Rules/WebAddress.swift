import ChineseText

/// An address of a draft, taken apart as far as rules need it.
struct WebAddress {
  /// In lower case; empty where there is none.
  let scheme: String
  /// In lower case, without user and port; empty where there is none.
  let host: String
  /// From the first slash behind the host, or what is no scheme, on; without the fragment.
  let path: String
  /// Behind the `#`; nil where there is none.
  let fragment: String?

  init(_ address: String) {
    let text = address.trimmingBlanks
    let count = Self.schemeLength(of: text.utf8)
    scheme = count > 0 ? text.utf8.prefix(count).lowercased : ""
    var rest = text.utf8.dropFirst(count > 0 ? count + 1 : 0)
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let authority = rest.prefix { !"/?#\\".utf8.contains($0) }
      rest = rest.dropFirst(authority.count)
      let server = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[$0...].dropFirst() }
      let host = (server ?? authority).prefix { $0 != UInt8(ascii: ":") }.lowercased
      self.host = host.hasSuffix(".") ? String(host.dropLast()) : host
    } else {
      host = ""
    }
    let path = rest.prefix { $0 != UInt8(ascii: "#") }
    self.path = String(Substring(path))
    let behind = rest.dropFirst(path.count)
    fragment = behind.isEmpty ? nil : String(Substring(behind.dropFirst()))
  }

  /// How many bytes stand before a colon, where they are a scheme and no drive's letter; else zero.
  private static func schemeLength(of address: String.UTF8View) -> Int {
    guard let first = address.first, isLetterByte(first) else { return 0 }
    var count = 0
    for byte in address {
      if byte == UInt8(ascii: ":") { return count > 1 ? count : 0 }
      guard isLetterByte(byte) || isDigitByte(byte) || "+-.".utf8.contains(byte) else { return 0 }
      count += 1
    }
    return 0
  }

  /// Whether it leads to a host of the web, as a page's own relative addresses do not.
  var isOfWeb: Bool { !host.isEmpty && ["", "http", "https"].contains(scheme) }

  /// Whether it is a place beside the page: no scheme, no host, no slash or drive at the start.
  var isRelative: Bool {
    scheme.isEmpty && host.isEmpty && !path.isEmpty && !path.hasPrefix("/")
      && !path.hasPrefix("\\") && !path.hasPrefix("?") && !isOnDrive
  }

  /// `C:\…`.
  var isOnDrive: Bool {
    let head = path.utf8.prefix(3)
    guard scheme.isEmpty, host.isEmpty, head.count == 3, let first = head.first else {
      return false
    }
    let behind = head.dropFirst()
    return isLetterByte(first) && behind.first == UInt8(ascii: ":")
      && (behind.last == UInt8(ascii: "\\") || behind.last == UInt8(ascii: "/"))
  }

  /// Whether the host is one of these or below one.
  func isWithin(_ hosts: [String]) -> Bool {
    !host.isEmpty && hosts.contains { host.isHost(within: $0) }
  }

  /// Whether one host is the other or lies below it, `www.` apart.
  func isRelated(toHost other: String) -> Bool {
    let (left, right) = (Self.bare(host), Self.bare(other))
    return left == right || left.hasSuffix("." + right) || right.hasSuffix("." + left)
  }

  static func bare(_ host: String) -> String {
    host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// The path without its query.
  var pathOnly: Substring { path.prefix { $0 != "?" } }

  /// The ending of the file's name, in lower case; empty where it has none.
  var ending: String {
    let name = pathOnly.split { $0 == "/" || $0 == "\\" }.last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Whether only computers of the organisation reach the host.
  var isInternal: Bool {
    if host == "localhost" || innerNames.contains(host) { return true }
    if innerEndings.contains(where: host.hasSuffix) { return true }
    let numbers = host.split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 4, host.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 3 else {
      return false
    }
    return switch (numbers[0], numbers[1]) {
    case (10, _), (127, _), (192, 168), (169, 254), (172, 16...31): true
    default: false
    }
  }
}

extension String {
  /// Whether a host is another one or lies below it.
  func isHost(within other: String) -> Bool {
    guard utf8.count >= other.utf8.count, closes(with: other) else { return false }
    let above = utf8.dropLast(other.utf8.count)
    return above.isEmpty || above.last == UInt8(ascii: ".")
  }

  /// What stands in an address behind `://` up to a port, a path or a query, in lower case; nil without these signs.
  var hostInAddress: String? {
    guard let start = firstOffset(of: "://".utf8.span, in: utf8.span) else { return nil }
    let host = utf8.dropFirst(start + 3).prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "?")
    }
    return Substring(host).lowercased()
  }
}

private let innerEndings = [".local", ".localdomain", ".lan", ".internal", ".intranet"]
private let innerNames: Set = ["oa", "his", "lis", "pacs", "emr", "erp", "hrp", "nas", "intranet"]

extension Substring.UTF8View {
  fileprivate var lowercased: String { Substring(self).lowercased() }
}
