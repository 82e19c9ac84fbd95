/// A text as it may stand in HTML, in attributes as well.
///
/// By bytes: a quote before a combining mark is one `Character` and no less a quote.
package func escapedHTML(_ text: String) -> String {
  var escaped: [UInt8] = []
  escaped.reserveCapacity(text.utf8.count + 16)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): escaped += "&amp;".utf8
    case UInt8(ascii: "<"): escaped += "&lt;".utf8
    case UInt8(ascii: ">"): escaped += "&gt;".utf8
    case UInt8(ascii: "\""): escaped += "&quot;".utf8
    case UInt8(ascii: "'"): escaped += "&#39;".utf8
    default: escaped.append(byte)
    }
  }
  return String(decoding: escaped, as: UTF8.self)
}
