import HTTPTypes
import Hummingbird
import Reporting

/// The language that an `Accept-Language` header prefers; Chinese where it says nothing.
func language(preferredBy header: String?) -> Language {
  guard let header else { return .zh }
  let wishes = weighted(header)
  let known = wishes.compactMap { wish -> (Language, Int)? in
    let tag = wish.name.utf8.prefix { $0 != UInt8(ascii: "-") }
    switch String(decoding: tag, as: UTF8.self) {
    case "zh": return (.zh, wish.weight)
    case "en": return (.en, wish.weight)
    default: return nil
    }
  }
  return known.max { $0.1 < $1.1 }?.0 ?? .zh
}

/// The language that a browser was switched to, else the one that it prefers.
func language(of request: Request) -> Language {
  LanguageCookie.language(in: request.headers)
    ?? language(preferredBy: request.headers[.acceptLanguage])
}

/// The first of the types that an `Accept` header allows most; nil where it allows none.
func mediaType(among types: [String], preferredBy header: String?) -> String? {
  guard let header, !header.utf8.isEmpty else { return types.first }
  let wishes = weighted(header)
  var best: (type: String, weight: Int)?
  for type in types {
    let weight = weight(of: type, in: wishes)
    if weight > best?.weight ?? 0 { best = (type, weight) }
  }
  return best?.type
}

/// How much a type is wished for; the most exact wish counts.
private func weight(of type: String, in wishes: [(name: String, weight: Int)]) -> Int {
  let main = String(decoding: type.utf8.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
  for name in [type, main + "/*", "*/*"] {
    if let wish = wishes.first(where: { $0.name == name }) { return wish.weight }
  }
  return 0
}

/// The members of a list with `q` weights, in thousandths.
private func weighted(_ header: String) -> [(name: String, weight: Int)] {
  header.utf8.split(separator: UInt8(ascii: ",")).prefix(32).compactMap { item in
    let parts = item.split(separator: UInt8(ascii: ";")).map(trimmedLowercase)
    guard let name = parts.first, !name.isEmpty else { return nil }
    let quality = parts.dropFirst().first { $0.hasPrefix("q=") }
    let weight = quality.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
    return (name, weight >= 0 && weight <= 1 ? Int(weight * 1000) : 0)
  }
}

private func trimmedLowercase(_ part: Substring.UTF8View) -> String {
  let blanks: Set<UInt8> = [0x20, 0x09]
  let kept = part.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed()
  return String(decoding: Array(kept), as: UTF8.self).lowercased()
}
