/// `http://` or `https://` with a host, of the characters of RFC 3986 alone; the same as `webAddressPattern`.
func isWebAddress(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  let lower = bytes.prefix(8).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  let schemes = ["https://", "http://"]
  guard let scheme = schemes.first(where: { lower.starts(with: $0.utf8) }) else { return false }
  let rest = bytes[scheme.utf8.count...]
  return rest.first.map { !"/?#".utf8.contains($0) } ?? false
    && rest.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }
}

let webAddressPattern =
  "^[Hh][Tt][Tt][Pp][Ss]?://[!$-.0-;=@-Z\\[\\]_a-z~%&][!#-;=?-Z\\[\\]_a-z~]*$"
