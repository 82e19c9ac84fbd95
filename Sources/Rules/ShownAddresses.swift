import ChineseText
import Linting
import SourceText

// What links show as their addresses.
extension LinkAddressFaults {
  /// Whether a shown address, shortened or not, is that of a page on the same site.
  static func leadsTo(_ text: String, _ address: WebAddress) -> Bool {
    let shown = WebAddress(text.contains("://") ? text : "https://" + text)
    // A page that counts or forwards has the address that is shown in its query.
    guard !address.path.contains("%2F"), !address.path.contains("=http") else { return true }
    let said = plainPath(shown)
    guard !said.isEmpty, !text.hasSuffix("..."), !text.hasSuffix("…") else { return true }
    return plainPath(address).hasPrefix(said) && !asksForOther(shown, address)
  }

  /// Whether both have a query with a number for the same name, and not the same one: `?id=5`, `?id=6`.
  private static func asksForOther(_ shown: WebAddress, _ address: WebAddress) -> Bool {
    let (left, right) = (parameters(of: shown), parameters(of: address))
    return left.contains { name, value in
      right[name].map { $0 != value && Int($0) != nil && Int(value) != nil } ?? false
    }
  }

  private static func parameters(of address: WebAddress) -> [Substring: Substring] {
    let pairs = address.path.dropFirst(address.pathOnly.count + 1).split(separator: "&").compactMap
    {
      pair -> (Substring, Substring)? in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The path without what names no other page: the last slash, the name of an index, the case.
  private static func plainPath(_ address: WebAddress) -> String {
    var path = percentDecoded(String(address.pathOnly)).lowercased()
    let name = path.split(separator: "/").last ?? ""
    if name.hasPrefix("index.") || name.hasPrefix("default.") { path.removeLast(name.count) }
    while path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The host where a text is an address and nothing else.
  static func host(in text: String) -> String? {
    guard (4...300).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      !text.utf8.contains(UInt8(ascii: "@"))
    else { return nil }
    let isFull = ["http://", "https://"].contains(where: text.lowercased().hasPrefix)
    let host = WebAddress(isFull ? text : "https://" + text).host
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }),
      host.utf8.allSatisfy({ isLetterByte($0) || isDigitByte($0) || $0 == 0x2D || $0 == 0x2E }),
      let top = labels.last, top.utf8.allSatisfy(isLetterByte)
    else { return nil }
    return isFull || labels[0] == "www" || topDomains.contains(String(top)) ? host : nil
  }

  private static let topDomains: Set = [
    "cn", "com", "net", "org", "gov", "edu", "info", "cc", "top", "xyz", "int", "tv", "vip",
    "example",
  ]
}
